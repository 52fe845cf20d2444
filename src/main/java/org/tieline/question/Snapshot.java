package org.tieline.question;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.ExposureSearch;
import org.tieline.exposure.TieGraph;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.LoadedDataset;
import org.tieline.graph.Movement;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.tieline.model.TielineException.NotFound;
import org.tieline.naming.NameCandidate;
import org.tieline.naming.NameIndex;
import org.tieline.naming.Nearest;
import org.tieline.question.parameter.Reading;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.BanClock;
import org.tieline.restriction.Blocs;
import org.tieline.restriction.Restrictions;

/**
 * The graph as it stood after one commit, ready to be asked. Immutable.
 *
 * @param version names this state of the graph: the version of the data set and the name of the commit
 * @param commit the last commit that it holds
 * @param takenAt when it was complete
 * @param took how long reading and packing took
 * @param dataset the data set that was loaded last; empty if none was
 * @param search the ties
 * @param organizations by id
 * @param bans by id
 * @param sources by id
 * @param problems what in the graph was badly made and left out
 * @param memberships which country belonged to which bloc when
 * @param identifiers what registers call organizations, sorted by organization, scheme, value and first day
 * @param subscribers how many mobile subscribers organizations had, sorted by organization and date
 * @param names of the organizations, for who looks for names
 * @param movements when the facts became others, as far as that is kept, by number
 * @param lastRestrictions those of the day that was asked about last
 * @param releases of which the graph keeps what they held
 */
public record Snapshot(
        String version,
        Commit commit,
        Instant takenAt,
        Duration took,
        Optional<LoadedDataset> dataset,
        ExposureSearch search,
        Map<String, Organization> organizations,
        TreeMap<String, Ban> bans,
        Map<String, Source> sources,
        List<GraphProblem> problems,
        List<Membership> memberships,
        List<Identifier> identifiers,
        List<SubscriberCount> subscribers,
        OrganizationNames names,
        List<Movement> movements,
        LastRestrictions lastRestrictions,
        Releases releases) {
    /** Of so many ties whose ids are around one that is not there, the nearest are told. */
    private static final int NEIGHBOURS = 200;

    /** @throws NotFound if there is none with this id */
    public Organization organization(String id) {
        Organization organization = organizations.get(id);
        if (organization == null) {
            throw new NotFound("organization", id, nearestOrganizations(id));
        }
        return organization;
    }

    /** The digest of the data set that was loaded last; empty if none was. */
    public String sha256() {
        return dataset.map(LoadedDataset::sha256).orElse("");
    }

    /** The version of the data set that was loaded last; empty if none was. */
    public String dataVersion() {
        return dataset.map(LoadedDataset::version).orElse("");
    }

    /** The id under which an organization is found today: another one if {@code id} is a former id, else the same. */
    public String currentId(String id) {
        return names.currentId(id);
    }

    /** What reading a question depends on that is asked of it on a day. */
    public Reading reading(LocalDate today) {
        return Reading.on(today, names::meant, releases);
    }

    /**
     * What is asked by some values: the release that they name, or else this.
     *
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database must be read for it and cannot
     */
    public Snapshot of(Values values) {
        return values.release() == null ? this : releases.of(values.release());
    }

    private List<String> nearestOrganizations(String id) {
        List<String> holders = names.identifiers().holdersEver(id);
        if (!holders.isEmpty()) {
            return holders;
        }
        String current = currentId(id);
        if (!current.equals(id)) {
            return List.of(current);
        }
        List<String> nearest = Nearest.among(organizations.keySet(), id);
        return nearest.isEmpty() && id.length() <= NameIndex.LONGEST ? called(id) : nearest;
    }

    /** The organizations that somebody may mean who gives a name in place of an id. */
    private List<String> called(String name) {
        return names.index().find(name, null).best().stream()
                .filter(found -> found.score() >= NameIndex.CANDIDATE)
                .limit(Nearest.MOST)
                .map(NameCandidate::id)
                .toList();
    }

    /** @throws NotFound if there is none with this id */
    public Ban ban(String id) {
        Ban ban = bans.get(id);
        if (ban == null) {
            throw new NotFound("ban", id, Nearest.among(bans.keySet(), id));
        }
        return ban;
    }

    /** @throws NotFound if there is none with this id */
    public Tie tie(String id) {
        Tie tie = search.graph().ties(List.of(id)).get(id);
        if (tie == null) {
            throw new NotFound("tie", id, Nearest.among(search.graph().tieIdsAround(id, NEIGHBOURS), id));
        }
        return tie;
    }

    /** @throws NotFound if there is none with this id */
    public Source source(String id) {
        Source source = sources.get(id);
        if (source == null) {
            throw new NotFound("source", id, Nearest.among(sources.keySet(), id));
        }
        return source;
    }

    /** Whether the organization with this id is there and is a vendor. */
    public boolean isVendor(String id) {
        Organization organization = organizations.get(id);
        return organization != null && organization.kind() == OrganizationKind.VENDOR;
    }

    /** Countries together with those that belonged on a day to the blocs among them. */
    public Set<String> withMembers(Set<String> countries, LocalDate asOf, @Nullable LocalDate knownAt) {
        return new Blocs(memberships, asOf, knownAt).withMembers(countries);
    }

    /** How bans stood on a day, as far as was known by another; null for everything on record. */
    public BanClock clock(LocalDate asOf, @Nullable LocalDate knownAt) {
        return clock(asOf, knownAt, Set.of());
    }

    /** The same, where some bans are supposed: those with these ids are known whatever {@code knownAt} is. */
    public BanClock clock(LocalDate asOf, @Nullable LocalDate knownAt, Set<String> supposed) {
        return new BanClock(asOf, knownAt, this::published, bans.values(), supposed);
    }

    public Restrictions restrictions(LocalDate asOf, @Nullable LocalDate knownAt) {
        return lastRestrictions.of(asOf, knownAt, () -> new Restrictions(bans.values(), clock(asOf, knownAt)));
    }

    /**
     * Makes what was made of another snapshot because somebody asked for it, or takes it where it is the same. Whoever puts
     * this in the place of the other does it before, or all who ask after that wait for the first of them.
     */
    void readyAs(Snapshot before) {
        boolean toBeMade = names.lacks(before.names);
        boolean same = toBeMade && organizations.equals(before.organizations);
        names.readyAs(before.names, same);
        before.lastRestrictions.repeat(this::restrictions);
    }

    /** Whether {@link #version} names this state as long as the database lives, so that others may keep it. */
    public boolean isLasting() {
        return commit.lasting();
    }

    /** The same state of the graph with other facts, for whoever supposes them; nobody else sees it. */
    public Snapshot supposing(
            TieGraph graph, Map<String, Organization> otherOrganizations, TreeMap<String, Ban> otherBans) {
        return recording(graph, otherOrganizations, otherBans, sources);
    }

    /** The same with other facts, as they were on record at another time. */
    public Snapshot recording(
            TieGraph graph,
            Map<String, Organization> otherOrganizations,
            TreeMap<String, Ban> otherBans,
            Map<String, Source> otherSources) {
        return new Snapshot(
                version,
                commit,
                takenAt,
                took,
                dataset,
                new ExposureSearch(graph),
                otherOrganizations,
                otherBans,
                otherSources,
                problems,
                memberships,
                identifiers,
                subscribers,
                names,
                movements,
                new LastRestrictions(),
                releases);
    }

    /** The date of a source; null if it has none, or is not on record. */
    public @Nullable PartialDate published(String source) {
        Source known = sources.get(source);
        return known == null ? null : known.published();
    }
}
