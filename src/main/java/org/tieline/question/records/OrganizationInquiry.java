package org.tieline.question.records;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.tieline.graph.bolt.Organizations;
import org.tieline.graph.bolt.RecordPage;
import org.tieline.graph.bolt.Ties;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.ListPart;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.BanClock;

/** Lists organizations, and tells what is on record of one. */
public final class OrganizationInquiry {
    private final Snapshots snapshots;
    private final Organizations organizations;
    private final Ties ties;

    public OrganizationInquiry(Snapshots snapshots, Organizations organizations, Ties ties) {
        this.snapshots = snapshots;
        this.organizations = organizations;
        this.ties = ties;
    }

    /**
     * Which organizations.
     *
     * @param kind null for any
     * @param country code; a bloc for itself and its members; null for any
     */
    public record Question(OrganizationKind kind, String country, Paging page) {
        private static final Parameter<OrganizationKind> KIND =
                Parameter.of("kind", Types.word(OrganizationKind.class), "Only organizations of this kind.");

        private static final Parameter<String> COUNTRY = Parameter.of(
                "country", Types.COUNTRY, "Only organizations of this country; EU for its members of today too.");

        /** What it may be told. */
        public static final Parameters PARAMETERS = Parameters.of(KIND, COUNTRY).and(PageParameters.ALL);

        /** Of the values of {@link #PARAMETERS}. */
        public static Question of(Values values) {
            return new Question(values.get(KIND), values.get(COUNTRY), PageParameters.page(values));
        }
    }

    /**
     * One organization.
     *
     * @param asOf the day on which the bans are seen
     * @param ties all its ties by id, the first of them, whichever end it is; denied ones and those of other days too
     * @param owners the ties by which others own it
     * @param owned the ties by which it owns others
     * @param bans the bans on it, by id
     */
    public record Answer(
            Organization organization,
            LocalDate asOf,
            ListPart<TieBetween> ties,
            ListPart<TieBetween> owners,
            ListPart<TieBetween> owned,
            ListPart<BanSeen> bans) {}

    /** By id. */
    public ListPart<Organization> list(Question question) {
        snapshots.requireDatabase();
        Paging page = question.page();
        RecordPage<Organization> found =
                organizations.page(question.kind(), countries(question), page.limit(), page.offset());
        return new ListPart<>(found.results(), found.total(), page);
    }

    /** With the members that a bloc has today. */
    private Set<String> countries(Question question) {
        return question.country() == null
                ? Set.of()
                : snapshots.current().withMembers(Set.of(question.country()), LocalDate.now(ZoneOffset.UTC), null);
    }

    /** @throws NotFound if there is none with this id */
    public Answer about(String id, LocalDate asOf) {
        snapshots.requireDatabase();
        Organization organization = organizations
                .find(id)
                .orElseThrow(() -> new NotFound("organization", id, snapshots.nearest(id, Snapshot::organizations)));
        return new Answer(
                organization,
                asOf,
                ties(id, Ties.Side.ANY),
                ties(id, Ties.Side.OWNERS),
                ties(id, Ties.Side.OWNED),
                bans(id, asOf));
    }

    private ListPart<TieBetween> ties(String id, Ties.Side side) {
        RecordPage<Ties.Between> part = ties.of(id, side, Paging.FIRST.limit());
        return new ListPart<>(part.results().stream().map(TieInquiry::between).toList(), part.total(), Paging.FIRST);
    }

    private ListPart<BanSeen> bans(String id, LocalDate asOf) {
        Snapshot snapshot = snapshots.current();
        BanClock clock = snapshot.clock(asOf, null);
        return ListPart.of(
                snapshot.bans().values().stream()
                        .filter(ban -> ban.targets().contains(id))
                        .flatMap(ban -> BanSeen.of(ban, clock).stream())
                        .toList(),
                Paging.FIRST);
    }
}
