package org.tieline.dataset;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.known.KnownOrganizations;
import org.tieline.dataset.known.KnownSources;
import org.tieline.dataset.known.StakeSums;
import org.tieline.dataset.known.TieEnds;
import org.tieline.model.Ban;
import org.tieline.model.DataError;
import org.tieline.model.Dataset;
import org.tieline.model.DatasetSummary;
import org.tieline.model.Evidence;
import org.tieline.model.FactSink;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Term;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.model.TielineException;
import org.tieline.scratch.Scratch;

/**
 * Reads a folder with {@code organizations.csv}, {@code ties.csv}, {@code bans.csv}, {@code sources.csv} and, if they are
 * there, {@code memberships.csv}, {@code identifiers.csv}, {@code subscribers.csv} and {@code datapackage.json}.
 *
 * <p>Rows are read one by one and none is kept: the facts go to whoever takes them, and of each row some bytes stay against which
 * others are checked. A first look over each table tells which few rows may contradict others, so that only these are kept whole:
 * some 50 bytes an organization or source, and 12 a tie while its table is looked over, whatever their texts.
 */
public final class DatasetReader {
    private static final int STEP = 1 << 10;

    private final List<DatasetFolder> folders;
    private final FactSink facts;
    private final Following following;
    private final DataErrors problems;
    private final Repeats repeats;
    private final Ids organizationIds;
    private final Ids sourceIds;
    private final Ids banIds;
    private final KnownOrganizations organizations = new KnownOrganizations();
    private final KnownSources sources = new KnownSources();
    private final StakeSums stakeSums = new StakeSums();
    private final Stakes stakes = new Stakes();
    private final Memberships memberships = new Memberships();
    private final FormerIds formerIds = new FormerIds();
    private final IdentifierClaims identifiers = new IdentifierClaims();
    private final RowReferences successors = new RowReferences("successor");
    private final RowReferences replacements = new RowReferences("replaces");
    private final RowFacts rows;
    private final Doubts doubts;
    private final Map<DatasetTable, Long> counts = new EnumMap<>(DatasetTable.class);
    private final ContentDigest digest;
    private BitSet contradicting = new BitSet();
    private long done;
    private long total;

    /**
     * A data set without errors, with what is doubtful in it.
     *
     * @param summary what it is as a whole
     * @param warnings in the order of folder, file and line, the first of them if they are very many; may be empty
     * @param warningsInAll how many there are
     */
    public record Checked(DatasetSummary summary, List<DataError> warnings, long warningsInAll) {
        public Checked {
            warnings = List.copyOf(warnings);
        }
    }

    /** Follows a reading; called from the working thread now and then. */
    @FunctionalInterface
    public interface Following {
        /** Follows nothing. */
        Following NOTHING = (table, done, total) -> {};

        /**
         * @param table which is being read, {@code ties}
         * @param done how many of its rows are read
         * @param total how many it has
         */
        void at(String table, long done, long total);
    }

    private DatasetReader(List<DatasetFolder> folders, FactSink facts, Following following, Scratch scratch) {
        this.folders = folders;
        this.facts = facts;
        this.following = following;
        this.problems = new DataErrors(folders);
        this.repeats = new Repeats(folders.size() > 1);
        this.organizationIds = Ids.all(DatasetTable.ORGANIZATIONS, folders);
        this.sourceIds = Ids.all(DatasetTable.SOURCES, folders);
        this.banIds = Ids.all(DatasetTable.BANS, folders);
        this.rows = new RowFacts(organizationIds, sourceIds);
        this.doubts = new Doubts(organizationIds, organizations, sourceIds, sources, problems);
        this.digest = new ContentDigest(scratch);
    }

    /**
     * Reads and checks a whole folder.
     *
     * @return the data set; its version is that of the data package, {@code unversioned} without one
     * @throws TielineException.InvalidData if anything is wrong, with all that is, in the order of file and line
     */
    public static Dataset read(Path folder) {
        return read(List.of(folder));
    }

    /**
     * Reads and checks several folders as if their tables were one. A row may refer to rows of any of them. A row that says
     * the same as one with the same id in a folder before it is passed over; one that says something else is an error.
     *
     * @param folders at least one; each has all tables that must be there
     * @return the data set, held in memory: about a kilobyte a tie; its version is made of those of the folders, with a plus sign
     *     between them
     * @throws TielineException.InvalidData if anything is wrong, with all that is, in the order of folder, file and line; of very
     *     much the first
     */
    public static Dataset read(List<Path> folders) {
        Datasets.Gathered gathered = new Datasets.Gathered();
        return gathered.dataset(check(folders, gathered, Following.NOTHING).summary());
    }

    /**
     * Checks several folders in little memory, and tells what is no error and still doubtful.
     *
     * @throws TielineException.InvalidData if anything is wrong, as from {@link #read(List)}
     */
    public static Checked check(List<Path> folders) {
        return check(folders, new FactSink() {}, Following.NOTHING);
    }

    /**
     * The same, with the facts for whoever wants them: table by table, ties last, each table in the order of its files. Whether the
     * folders are sound is only known when this returns; after the first error no more facts are handed over.
     *
     * @throws TielineException.InvalidData if anything is wrong, as from {@link #read(List)}
     */
    public static Checked check(List<Path> folders, FactSink facts, Following following) {
        try (Scratch scratch = Scratch.ofSystem()) {
            return new DatasetReader(DatasetFolder.of(folders), facts, following, scratch).check();
        }
    }

    private Checked check() {
        String version = folders.stream()
                .map(folder -> DataPackage.version(folder, problems))
                .distinct()
                .collect(Collectors.joining("+"));
        // Others refer to organizations and sources, so these come first; ties are most, and relationships of a graph,
        // so they come last.
        readTable(DatasetTable.ORGANIZATIONS, organizationIds, this::takeOrganization);
        readTable(DatasetTable.SOURCES, sourceIds, this::takeSource);
        readTable(DatasetTable.MEMBERSHIPS, this::takeMembership);
        readTable(DatasetTable.BANS, banIds, this::takeBan);
        readTable(DatasetTable.IDENTIFIERS, this::takeIdentifier);
        readTable(DatasetTable.SUBSCRIBERS, this::takeSubscribers);
        readTable(DatasetTable.TIES, this::takeTie);
        formerIds.check(organizationIds, problems);
        stakes.check(problems);
        memberships.check(problems);
        successors.check(organizationIds, problems);
        replacements.check(banIds, problems);
        identifiers.check(problems);
        doubts.check();
        if (!problems.isEmpty()) {
            throw new TielineException.InvalidData(problems.inOrder(), problems.errorsInAll());
        }
        DatasetSummary summary = new DatasetSummary(
                version,
                digest.finish(),
                count(DatasetTable.ORGANIZATIONS),
                count(DatasetTable.TIES),
                count(DatasetTable.BANS),
                count(DatasetTable.SOURCES),
                count(DatasetTable.MEMBERSHIPS),
                count(DatasetTable.IDENTIFIERS),
                count(DatasetTable.SUBSCRIBERS));
        return new Checked(summary, problems.warningsInOrder(), problems.warningsInAll());
    }

    private long count(DatasetTable table) {
        return counts.getOrDefault(table, 0L);
    }

    /** One whose rows others refer to; what it has twice is seen without a look, unless it is in several folders. */
    private void readTable(DatasetTable table, Ids ids, Consumer<TableRow> take) {
        readTable(table, ids, look(table), take);
    }

    private void readTable(DatasetTable table, Consumer<TableRow> take) {
        FirstLook look = look(table);
        readTable(table, Ids.repeated(table, folders, look), look, take);
    }

    private FirstLook look(DatasetTable table) {
        FirstLook look = FirstLook.over(table, folders, each(table));
        if (table == DatasetTable.IDENTIFIERS) {
            identifiers.endLook();
        } else if (table == DatasetTable.TIES) {
            contradicting = stakeSums.suspects();
        }
        return look;
    }

    private TableFile.Look each(DatasetTable table) {
        return switch (table) {
            case IDENTIFIERS -> (key, cell) -> identifiers.look(cell.apply("scheme"), cell.apply("value"));
            case TIES -> this::lookAtStake;
            default -> (key, cell) -> {};
        };
    }

    private void lookAtStake(String key, UnaryOperator<String> cell) {
        if (cell.apply("type").equals(TieType.OWNS.text())) {
            int owner = organizationIds.number(cell.apply("from"));
            int owned = organizationIds.number(cell.apply("to"));
            if (owner >= 0 && owned >= 0) {
                stakeSums.add(owner, owned, cell.apply("percent"));
            }
        }
    }

    private void readTable(DatasetTable table, Ids ids, FirstLook look, Consumer<TableRow> take) {
        done = 0;
        total = look.rows();
        digest.begin(table, look.rows(), look.isAscending());
        for (DatasetFolder folder : folders) {
            new TableFile(folder, table, ids, look, problems).read(row -> {
                if (done++ % STEP == 0) {
                    following.at(table.label(), done - 1, total);
                }
                take.accept(row);
            });
        }
    }

    /**
     * Whether a row is new, sound and all that was read before is; its fact is digested and counted then, and goes to whoever takes
     * facts.
     */
    private boolean isFact(TableRow row, DatasetTable table, String key, Supplier<List<String>> cells) {
        if (!row.isSound()) {
            return false;
        }
        List<String> texts = problems.isEmpty() || row.isPerhapsRepeated() ? cells.get() : List.of();
        if (!repeats.isNew(row, texts)) {
            return false;
        }
        counts.merge(table, 1L, Long::sum);
        if (problems.isEmpty()) {
            digest.row(key, texts);
        }
        return true;
    }

    private void hand(Runnable handing) {
        if (problems.isEmpty()) {
            handing.run();
        }
    }

    private void takeOrganization(TableRow row) {
        Organization organization = RowFacts.organization(row);
        if (organization != null
                && isFact(row, DatasetTable.ORGANIZATIONS, organization.id(), () -> Cells.of(organization))) {
            organizations.add(organizationIds.number(organization.id()), organization);
            formerIds.add(organization, row.place());
            if (organization.successor() != null) {
                successors.add(organization.id(), List.of(organization.successor()), row.place());
            }
            hand(() -> facts.organization(organization));
        }
    }

    private void takeSource(TableRow row) {
        Source source = RowFacts.source(row);
        if (source != null && isFact(row, DatasetTable.SOURCES, source.id(), () -> Cells.of(source))) {
            sources.add(sourceIds.number(source.id()), source);
            hand(() -> facts.source(source));
        }
    }

    private void takeTie(TableRow row) {
        Tie tie = rows.tie(row);
        if (tie == null) {
            return;
        }
        int from = organizationIds.number(tie.from());
        int to = organizationIds.number(tie.to());
        if (row.isSound("type")) {
            checkEnds(row, tie, from, to);
        }
        if (!isFact(row, DatasetTable.TIES, tie.id(), () -> Cells.of(tie))) {
            return;
        }
        doubts.add(tie, from, to, row.place());
        boolean stake = tie.type() == TieType.OWNS && tie.evidence() != Evidence.DENIED;
        if (stake && (to < 0 || contradicting.get(to)) && areSound(tie.sources())) {
            stakes.add(tie, row.place(), earliestEvidence(tie));
        }
        hand(() -> facts.tie(tie));
    }

    private boolean areSound(List<String> cited) {
        return cited.stream().allMatch(source -> sources.has(sourceIds.number(source)));
    }

    private void checkEnds(TableRow row, Tie tie, int from, int to) {
        TieEnds ends = TieEnds.of(tie.type());
        checkEnd(row, tie.type(), "from", organizations.kind(from), ends.from());
        checkEnd(row, tie.type(), "to", organizations.kind(to), ends.to());
        if (tie.type() == TieType.OWNS) {
            requireNothingOf(row, "segment", tie.segment());
            requireNothingOf(row, "generation", tie.generation());
        }
    }

    /** An organization that could not be read has no kind and may have any. */
    private static void checkEnd(
            TableRow row, TieType type, String column, @Nullable OrganizationKind kind, Set<OrganizationKind> allowed) {
        if (kind != null && !allowed.contains(kind) && row.isSound(column)) {
            row.refuse(
                    column,
                    "must be one of %s for %s, is of kind %s"
                            .formatted(allowed.stream().map(Term::text).toList(), type.text(), kind.text()));
        }
    }

    private static void requireNothingOf(TableRow row, String column, List<?> elements) {
        if (!elements.isEmpty()) {
            row.refuse(column, "must be empty for OWNS: a stake is not about a part of a network");
        }
    }

    private @Nullable LocalDate earliestEvidence(Tie tie) {
        Stream<PartialDate> published = tie.sources().stream()
                .map(source -> sources.published(sourceIds.number(source)))
                .filter(Objects::nonNull);
        return Stream.concat(Stream.ofNullable(tie.verified()), published)
                .map(PartialDate::lastDay)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void takeBan(TableRow row) {
        Ban ban = rows.ban(row);
        if (ban == null) {
            return;
        }
        int number = organizationIds.number(ban.government());
        OrganizationKind kind = organizations.kind(number);
        if (kind != null && row.isSound("government")) {
            checkGovernment(row, ban, kind, organizations.country(number));
        }
        if (isFact(row, DatasetTable.BANS, ban.id(), () -> Cells.of(ban))) {
            replacements.add(ban.id(), ban.replaces(), row.place());
            hand(() -> facts.ban(ban));
        }
    }

    private static void checkGovernment(TableRow row, Ban ban, OrganizationKind kind, @Nullable String country) {
        if (kind != OrganizationKind.GOVERNMENT) {
            row.refuse("government", "must be a government, is of kind %s".formatted(kind.text()));
        } else if (row.isSound("country") && country != null && !country.equals(ban.country())) {
            row.refuse("country", "must be the country of %s, %s".formatted(ban.government(), country));
        }
    }

    private void takeMembership(TableRow row) {
        Membership membership = rows.membership(row);
        if (membership != null && isFact(row, DatasetTable.MEMBERSHIPS, membership.key(), () -> Cells.of(membership))) {
            memberships.add(membership, row.place());
            hand(() -> facts.membership(membership));
        }
    }

    private void takeIdentifier(TableRow row) {
        Identifier identifier = rows.identifier(row);
        if (identifier != null && isFact(row, DatasetTable.IDENTIFIERS, identifier.key(), () -> Cells.of(identifier))) {
            identifiers.add(identifier, row.place());
            hand(() -> facts.identifier(identifier));
        }
    }

    private void takeSubscribers(TableRow row) {
        SubscriberCount count = rows.subscribers(row);
        if (count != null && isFact(row, DatasetTable.SUBSCRIBERS, count.key(), () -> Cells.of(count))) {
            hand(() -> facts.subscribers(count));
        }
    }
}
