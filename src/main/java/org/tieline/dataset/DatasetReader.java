package org.tieline.dataset;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.DataError;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
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

/**
 * Reads a folder with {@code organizations.csv}, {@code ties.csv}, {@code bans.csv}, {@code sources.csv} and, if they are
 * there, {@code memberships.csv}, {@code identifiers.csv}, {@code subscribers.csv} and {@code datapackage.json}.
 */
public final class DatasetReader {
    private final List<DatasetFolder> folders;
    private final DataErrors problems;
    private final Repeats repeats;
    private final Ids organizationIds = new Ids(DatasetTable.ORGANIZATIONS);
    private final Ids sourceIds = new Ids(DatasetTable.SOURCES);
    private final Map<String, Organization> organizations = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final List<Tie> ties = new ArrayList<>();
    private final List<Ban> bans = new ArrayList<>();
    private final Stakes stakes = new Stakes();
    private final Memberships memberships = new Memberships();
    private final FormerIds formerIds = new FormerIds();
    private final IdentifierClaims identifiers = new IdentifierClaims();
    private final List<SubscriberCount> subscribers = new ArrayList<>();
    private final RowReferences successors = new RowReferences("successor");
    private final RowReferences replacements = new RowReferences("replaces");
    private final RowFacts facts = new RowFacts(organizationIds, sourceIds);
    private final Doubts doubts;

    /**
     * A data set without errors, with what is doubtful in it.
     *
     * @param warnings in the order of folder, file and line; may be empty
     */
    public record Checked(Dataset dataset, List<DataError> warnings) {
        public Checked {
            warnings = List.copyOf(warnings);
        }
    }

    private DatasetReader(List<DatasetFolder> folders) {
        this.folders = folders;
        this.problems = new DataErrors(folders);
        this.repeats = new Repeats(folders.size() > 1);
        this.doubts = new Doubts(organizations, sources, problems);
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
     * @return the data set; its version is made of those of the folders, with a plus sign between them
     * @throws TielineException.InvalidData if anything is wrong, with all that is, in the order of folder, file and line
     */
    public static Dataset read(List<Path> folders) {
        return check(folders).dataset();
    }

    /**
     * The same, with what is no error and still doubtful.
     *
     * @throws TielineException.InvalidData if anything is wrong, as from {@link #read(List)}
     */
    public static Checked check(List<Path> folders) {
        return new DatasetReader(DatasetFolder.of(folders)).check();
    }

    private Checked check() {
        String version = folders.stream()
                .map(folder -> DataPackage.version(folder, problems))
                .distinct()
                .collect(Collectors.joining("+"));
        // Ties and bans refer to organizations and sources, so these come first.
        readTable(DatasetTable.ORGANIZATIONS, organizationIds, this::takeOrganization);
        readTable(DatasetTable.SOURCES, sourceIds, this::takeSource);
        readTable(DatasetTable.TIES, new Ids(DatasetTable.TIES), this::takeTie);
        Ids banIds = new Ids(DatasetTable.BANS);
        readTable(DatasetTable.BANS, banIds, this::takeBan);
        readTable(DatasetTable.MEMBERSHIPS, new Ids(DatasetTable.MEMBERSHIPS), this::takeMembership);
        readTable(DatasetTable.IDENTIFIERS, new Ids(DatasetTable.IDENTIFIERS), this::takeIdentifier);
        readTable(DatasetTable.SUBSCRIBERS, new Ids(DatasetTable.SUBSCRIBERS), this::takeSubscribers);
        formerIds.check(organizationIds, problems);
        stakes.check(problems);
        memberships.check(problems);
        successors.check(organizationIds, problems);
        replacements.check(banIds, problems);
        identifiers.check(problems);
        doubts.check(organizationIds);
        if (!problems.isEmpty()) {
            throw new TielineException.InvalidData(problems.inOrder());
        }
        Dataset dataset = Datasets.of(
                version,
                organizations.values(),
                ties,
                bans,
                sources.values(),
                memberships.all(),
                identifiers.all(),
                subscribers);
        return new Checked(dataset, problems.warningsInOrder());
    }

    private void readTable(DatasetTable table, Ids ids, Consumer<TableRow> take) {
        for (DatasetFolder folder : folders) {
            new TableFile(folder, table, ids, problems).read(take);
        }
    }

    private void takeOrganization(TableRow row) {
        Organization organization = RowFacts.organization(row);
        if (organization != null && row.isSound() && repeats.isNew(row, organization, Cells::of)) {
            organizations.put(organization.id(), organization);
            formerIds.add(organization, row.place());
            if (organization.successor() != null) {
                successors.add(organization.id(), List.of(organization.successor()), row.place());
            }
        }
    }

    private void takeSource(TableRow row) {
        Source source = RowFacts.source(row);
        if (source != null && row.isSound() && repeats.isNew(row, source, Cells::of)) {
            sources.put(source.id(), source);
        }
    }

    private void takeTie(TableRow row) {
        Tie tie = facts.tie(row);
        if (tie != null && row.isSound("type")) {
            checkEnds(row, tie);
        }
        if (tie == null || !row.isSound() || !repeats.isNew(row, tie, Cells::of)) {
            return;
        }
        ties.add(tie);
        doubts.add(tie, row.place());
        boolean stake = tie.type() == TieType.OWNS && tie.evidence() != Evidence.DENIED;
        if (stake && sources.keySet().containsAll(tie.sources())) {
            stakes.add(tie, row.place(), earliestEvidence(tie));
        }
    }

    private void checkEnds(TableRow row, Tie tie) {
        TieEnds ends = TieEnds.of(tie.type());
        checkEnd(row, tie.type(), "from", organizations.get(tie.from()), ends.from());
        checkEnd(row, tie.type(), "to", organizations.get(tie.to()), ends.to());
        if (tie.type() == TieType.OWNS) {
            requireNothingOf(row, "segment", tie.segment());
            requireNothingOf(row, "generation", tie.generation());
        }
    }

    /** An organization that could not be read is null and may have any kind. */
    private static void checkEnd(
            TableRow row, TieType type, String column, @Nullable Organization end, Set<OrganizationKind> allowed) {
        if (end != null && row.isSound(column) && !allowed.contains(end.kind())) {
            row.refuse(
                    column,
                    "must be one of %s for %s, is of kind %s"
                            .formatted(
                                    allowed.stream().map(Term::text).toList(),
                                    type.text(),
                                    end.kind().text()));
        }
    }

    private static void requireNothingOf(TableRow row, String column, List<?> elements) {
        if (!elements.isEmpty()) {
            row.refuse(column, "must be empty for OWNS: a stake is not about a part of a network");
        }
    }

    private @Nullable LocalDate earliestEvidence(Tie tie) {
        Stream<PartialDate> published = tie.sources().stream()
                .map(sources::get)
                .filter(Objects::nonNull)
                .map(Source::published)
                .filter(Objects::nonNull);
        return Stream.concat(Stream.ofNullable(tie.verified()), published)
                .map(PartialDate::lastDay)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void takeBan(TableRow row) {
        Ban ban = facts.ban(row);
        if (ban == null) {
            return;
        }
        Organization government = organizations.get(ban.government());
        if (government != null && row.isSound("government")) {
            checkGovernment(row, ban, government);
        }
        if (row.isSound() && repeats.isNew(row, ban, Cells::of)) {
            bans.add(ban);
            replacements.add(ban.id(), ban.replaces(), row.place());
        }
    }

    private static void checkGovernment(TableRow row, Ban ban, Organization government) {
        if (government.kind() != OrganizationKind.GOVERNMENT) {
            row.refuse(
                    "government",
                    "must be a government, is of kind %s"
                            .formatted(government.kind().text()));
        } else if (row.isSound("country")
                && government.country() != null
                && !government.country().equals(ban.country())) {
            row.refuse("country", "must be the country of %s, %s".formatted(government.id(), government.country()));
        }
    }

    private void takeMembership(TableRow row) {
        Membership membership = facts.membership(row);
        if (membership != null && row.isSound() && repeats.isNew(row, membership, Cells::of)) {
            memberships.add(membership, row.place());
        }
    }

    private void takeIdentifier(TableRow row) {
        Identifier identifier = facts.identifier(row);
        if (identifier != null && row.isSound() && repeats.isNew(row, identifier, Cells::of)) {
            identifiers.add(identifier, row.place());
        }
    }

    private void takeSubscribers(TableRow row) {
        SubscriberCount count = facts.subscribers(row);
        if (count != null && row.isSound() && repeats.isNew(row, count, Cells::of)) {
            subscribers.add(count);
        }
    }
}
