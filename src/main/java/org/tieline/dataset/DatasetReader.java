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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.OwnershipRule;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Segment;
import org.tieline.model.Source;
import org.tieline.model.Term;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.model.TielineException;

/**
 * Reads a folder with {@code organizations.csv}, {@code ties.csv}, {@code bans.csv}, {@code sources.csv} and, if they are
 * there, {@code memberships.csv} and {@code datapackage.json}.
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

    private DatasetReader(List<DatasetFolder> folders) {
        this.folders = folders;
        this.problems = new DataErrors(folders);
        this.repeats = new Repeats(folders.size() > 1);
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
        return new DatasetReader(DatasetFolder.of(folders)).read();
    }

    private Dataset read() {
        String version = folders.stream()
                .map(folder -> DataPackage.version(folder, problems))
                .distinct()
                .collect(Collectors.joining("+"));
        // Ties and bans refer to organizations and sources, so these come first.
        readTable(DatasetTable.ORGANIZATIONS, organizationIds, this::takeOrganization);
        readTable(DatasetTable.SOURCES, sourceIds, this::takeSource);
        readTable(DatasetTable.TIES, new Ids(DatasetTable.TIES), this::takeTie);
        readTable(DatasetTable.BANS, new Ids(DatasetTable.BANS), this::takeBan);
        readTable(DatasetTable.MEMBERSHIPS, new Ids(DatasetTable.MEMBERSHIPS), this::takeMembership);
        formerIds.check(organizationIds, problems);
        stakes.check(problems);
        memberships.check(problems);
        if (!problems.isEmpty()) {
            throw new TielineException.InvalidData(problems.inOrder());
        }
        return Datasets.of(version, organizations.values(), ties, bans, sources.values(), memberships.all());
    }

    private void readTable(DatasetTable table, Ids ids, Consumer<TableRow> take) {
        for (DatasetFolder folder : folders) {
            new TableFile(folder, table, ids, problems).read(take);
        }
    }

    private void takeOrganization(TableRow row) {
        Organization organization = row.build(cells -> new Organization(
                cells.text("id"),
                cells.text("name"),
                cells.term("kind", OrganizationKind.class, OrganizationKind.COMPANY),
                cells.country("country"),
                cells.list("aliases", List.of(), Function.identity()),
                cells.list("formerIds", List.of(), Function.identity())));
        if (row.isSound() && repeats.isNew(row, organization)) {
            organizations.put(organization.id(), organization);
            formerIds.add(organization, row.place());
        }
    }

    private void takeSource(TableRow row) {
        Source source = row.build(cells -> new Source(
                cells.text("id"),
                cells.text("publisher"),
                cells.text("title"),
                cells.date("published"),
                cells.textOrNull("url")));
        if (row.isSound() && repeats.isNew(row, source)) {
            sources.put(source.id(), source);
        }
    }

    private void takeTie(TableRow row) {
        // OWNS stands in for an unknown type, as it alone allows a percentage.
        Tie tie = row.build(cells -> new Tie(
                        cells.text("id"),
                        cells.reference("from", organizationIds),
                        cells.term("type", TieType.class, TieType.OWNS),
                        cells.reference("to", organizationIds),
                        cells.date("since"),
                        cells.date("until"),
                        cells.number("percent"),
                        cells.list("segment", List.of(), text -> Term.parse(Segment.class, text)),
                        cells.list("generation", List.of(), text -> Term.parse(Generation.class, text)),
                        cells.term("evidence", Evidence.class, Evidence.REPORTED),
                        cells.references("sources", sourceIds),
                        cells.text("summary"))
                .complete());
        if (tie != null && row.isSound("type")) {
            checkEnds(row, tie);
        }
        if (!row.isSound() || !repeats.isNew(row, tie)) {
            return;
        }
        ties.add(tie);
        boolean stake = tie.type() == TieType.OWNS && tie.evidence() != Evidence.DENIED;
        if (stake && sources.keySet().containsAll(tie.sources())) {
            stakes.add(tie, row.place(), earliestPublication(tie));
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
            TableRow row, TieType type, String column, Organization end, Set<OrganizationKind> allowed) {
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

    private LocalDate earliestPublication(Tie tie) {
        return tie.sources().stream()
                .map(id -> sources.get(id).published())
                .filter(Objects::nonNull)
                .map(PartialDate::lastDay)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void takeBan(TableRow row) {
        Ban ban = row.build(cells -> new Ban(
                        cells.text("id"),
                        cells.reference("government", organizationIds),
                        cells.country("country"),
                        cells.references("targets", organizationIds),
                        cells.yes("named"),
                        cells.references("carriers", organizationIds),
                        cells.term("nature", BanNature.class, BanNature.ORDER),
                        cells.list("scope", List.of(new Scope(Scope.KINDS.getFirst())), Scope::new),
                        cells.term("status", BanStatus.class, BanStatus.REPORTED),
                        cells.date("reported"),
                        cells.date("announced"),
                        cells.date("effective"),
                        cells.date("deadline"),
                        cells.date("ended"),
                        cells.references("sources", sourceIds),
                        cells.termOrNull("ownershipRule", OwnershipRule.class),
                        cells.text("summary"))
                .complete());
        Organization government = ban == null ? null : organizations.get(ban.government());
        if (government != null && row.isSound("government")) {
            checkGovernment(row, ban, government);
        }
        if (row.isSound() && repeats.isNew(row, ban)) {
            bans.add(ban);
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
        Membership membership = row.build(cells -> new Membership(
                        cells.country("bloc"),
                        cells.country("country"),
                        cells.day("since"),
                        cells.day("until"),
                        cells.references("sources", sourceIds))
                .complete());
        if (row.isSound() && repeats.isNew(row, membership)) {
            memberships.add(membership, row.place());
        }
    }
}
