package org.tieline.exposure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Hop;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * Who is exposed to a vendor, computed as the rules read and with no regard to speed: the yardstick that the engine and
 * the Cypher query are held to.
 *
 * <pre>{@code
 * SortedMap<String, NaiveExposures.Exposure> byCarrier = new NaiveExposures(organizations, ties, sources)
 *         .of(NaiveExposures.Question.of("huawei", LocalDate.of(2018, 12, 8)));
 * }</pre>
 *
 * <p>It goes level by level. A level holds, for each place (an organization in a state) that was not reached before, the
 * walk whose sequence of tie ids comes first. That is enough to find the first of all shortest walks: two walks to one
 * place on one level are equally long, so whichever continues the earlier of them is the earlier.
 */
public final class NaiveExposures {
    static final Comparator<List<String>> IN_ORDER =
            (a, b) -> Arrays.compare(a.toArray(String[]::new), b.toArray(String[]::new));

    private final Map<String, Organization> organizations;
    private final List<Tie> ties;
    private final Map<String, Source> sources;

    /** @param sources at least those that the ties name */
    public NaiveExposures(List<Organization> organizations, List<Tie> ties, List<Source> sources) {
        this.organizations = organizations.stream().collect(Collectors.toMap(Organization::id, o -> o));
        this.ties = List.copyOf(ties);
        this.sources = sources.stream().collect(Collectors.toMap(Source::id, s -> s));
    }

    /**
     * What is asked.
     *
     * @param vendor the organization to start at, of any kind
     * @param asOf the day in the world
     * @param knownAt only what was published by then; null for everything on record
     * @param certain whether to walk only ties that certainly hold
     * @param evidencedSince drops ties that were last evidenced before, or that nothing dates; null drops none
     * @param maxAge for how long after it was last evidenced a tie without an end certainly holds
     * @param minStake percent; {@code OWNS} ties known to be smaller are not walked
     * @param maxHops most ties on a path
     * @param ties the types that may be walked
     * @param minEvidence the weakest grade that may be walked
     */
    public record Question(
            String vendor,
            LocalDate asOf,
            LocalDate knownAt,
            boolean certain,
            LocalDate evidencedSince,
            Period maxAge,
            BigDecimal minStake,
            int maxHops,
            Set<TieType> ties,
            Evidence minEvidence) {
        /** With evidence that carries for five years. */
        public Question(
                String vendor,
                LocalDate asOf,
                LocalDate knownAt,
                boolean certain,
                LocalDate evidencedSince,
                BigDecimal minStake,
                int maxHops,
                Set<TieType> ties,
                Evidence minEvidence) {
            this(
                    vendor,
                    asOf,
                    knownAt,
                    certain,
                    evidencedSince,
                    Period.ofYears(5),
                    minStake,
                    maxHops,
                    ties,
                    minEvidence);
        }

        /** With the defaults of everything that is not said. */
        public static Question of(String vendor, LocalDate asOf) {
            return new Question(
                    vendor,
                    asOf,
                    null,
                    false,
                    null,
                    BigDecimal.valueOf(20),
                    4,
                    Set.of(TieType.values()),
                    Evidence.REPORTED);
        }
    }

    /**
     * How a carrier is tied to the vendor.
     *
     * @param relation as it is written on the wire, {@code network-sharing}
     * @param ties the ids of the ties in walking order
     * @param certain whether each of them certainly holds
     * @param evidence the weakest grade among them
     * @param flags of any of them, as they are written on the wire
     */
    public record Exposure(
            String carrier,
            int hops,
            String relation,
            List<String> ties,
            boolean certain,
            Evidence evidence,
            Set<String> flags) {}

    /** The states of the automaton. */
    enum WalkState {
        VENDOR,
        AFFILIATE,
        CHAIN,
        EQUIPPED,
        HELD,
        SHARED,
        OWNER,
        GROUP;

        boolean in(WalkState... states) {
            return List.of(states).contains(this);
        }
    }

    record Place(String organization, WalkState state) {}

    /** A tie with what the question makes of it. */
    record Hop(Tie tie, boolean certain, Set<String> flags) {}

    record Walk(Place place, String relation, List<Hop> hops) {
        List<String> ids() {
            return hops.stream().map(hop -> hop.tie.id()).toList();
        }
    }

    /** The exposures by the id of the carrier. */
    public TreeMap<String, Exposure> of(Question question) {
        Map<String, List<Hop>> walkable = walkableByEnd(question);
        Place start = new Place(question.vendor, WalkState.VENDOR);
        Map<Place, Walk> reached = new HashMap<>(Map.of(start, new Walk(start, null, List.of())));
        Map<Place, Walk> level = Map.copyOf(reached);
        for (int hops = 1; hops <= question.maxHops; hops++) {
            Map<Place, Walk> next = new HashMap<>();
            for (Walk walk : level.values()) {
                for (Hop hop : walkable.getOrDefault(walk.place.organization, List.of())) {
                    step(walk, hop, question)
                            .filter(longer -> !reached.containsKey(longer.place))
                            .forEach(longer -> next.merge(longer.place, longer, NaiveExposures::earlier));
                }
            }
            reached.putAll(next);
            level = next;
        }
        return answers(reached.values());
    }

    /**
     * A contact on some shortest walk to a carrier.
     *
     * @param owners those that own the customer on such a walk
     */
    public record Contact(String tie, String customer, Set<String> owners) {}

    private record Trail(Walk walk, List<Place> places) {}

    /**
     * Every contact that lies on a shortest walk, by carrier, read off all walks there are. Only for graphs and limits so
     * small that all their walks can be written down.
     */
    public TreeMap<String, List<Contact>> contacts(Question question) {
        List<Hop> walkable =
                ties.stream().flatMap(tie -> walkable(tie, question)).toList();
        List<Trail> trails =
                List.of(new Trail(new Walk(new Place(question.vendor, WalkState.VENDOR), null, List.of()), List.of()));
        TreeMap<String, List<Contact>> found = new TreeMap<>();
        for (int hops = 1; hops <= question.maxHops; hops++) {
            List<Trail> longer = new ArrayList<>();
            for (Trail trail : trails) {
                for (Hop hop : walkable) {
                    step(trail.walk, hop, question).forEach(walk -> {
                        List<Place> places = new ArrayList<>(trail.places);
                        places.add(walk.place);
                        longer.add(new Trail(walk, places));
                    });
                }
            }
            TreeMap<String, TreeMap<String, Contact>> ofThisLength = new TreeMap<>();
            for (Trail trail : longer) {
                Place end = trail.walk.place;
                boolean exposed = kind(end.organization) == OrganizationKind.CARRIER
                        && !end.state.in(WalkState.VENDOR, WalkState.AFFILIATE, WalkState.CHAIN);
                if (exposed && !found.containsKey(end.organization)) {
                    Contact contact = contact(trail);
                    ofThisLength
                            .computeIfAbsent(end.organization, none -> new TreeMap<>())
                            .merge(contact.tie + " " + contact.customer, contact, NaiveExposures::together);
                }
            }
            ofThisLength.forEach((carrier, contacts) -> found.put(carrier, List.copyOf(contacts.values())));
            trails = longer;
        }
        return found;
    }

    private static Contact contact(Trail trail) {
        int at = 0;
        while (trail.places.get(at).state != WalkState.EQUIPPED) {
            at++;
        }
        Set<String> owners = trail.places.stream()
                .filter(place -> place.state == WalkState.OWNER)
                .map(Place::organization)
                .collect(Collectors.toSet());
        return new Contact(trail.walk.hops.get(at).tie.id(), trail.places.get(at).organization, owners);
    }

    private static Contact together(Contact a, Contact b) {
        return new Contact(
                a.tie,
                a.customer,
                Stream.concat(a.owners.stream(), b.owners.stream()).collect(Collectors.toSet()));
    }

    private TreeMap<String, Exposure> answers(Iterable<Walk> walks) {
        TreeMap<String, Walk> best = new TreeMap<>();
        for (Walk walk : walks) {
            boolean carrier = kind(walk.place.organization) == OrganizationKind.CARRIER;
            if (carrier && !walk.place.state.in(WalkState.VENDOR, WalkState.AFFILIATE, WalkState.CHAIN)) {
                best.merge(walk.place.organization, walk, NaiveExposures::earlier);
            }
        }
        TreeMap<String, Exposure> exposures = new TreeMap<>();
        best.forEach((carrier, walk) -> exposures.put(
                carrier,
                new Exposure(
                        carrier,
                        walk.hops.size(),
                        walk.relation,
                        walk.ids(),
                        walk.hops.stream().allMatch(Hop::certain),
                        walk.hops.stream()
                                .map(hop -> hop.tie.evidence())
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        walk.hops.stream().flatMap(hop -> hop.flags.stream()).collect(Collectors.toSet()))));
        return exposures;
    }

    private static Walk earlier(Walk a, Walk b) {
        Comparator<Walk> shortestFirst = Comparator.comparingInt(walk -> walk.hops.size());
        return shortestFirst.thenComparing(Walk::ids, IN_ORDER).compare(a, b) <= 0 ? a : b;
    }

    /** The walk with one tie more, or nothing if the automaton has no such step. */
    Stream<Walk> step(Walk walk, Hop hop, Question question) {
        String here = walk.place.organization;
        boolean forward = hop.tie.from().equals(here);
        if (!forward && !hop.tie.to().equals(here)) {
            return Stream.empty();
        }
        boolean start = walk.hops.isEmpty();
        if (!start && kind(here) == OrganizationKind.GOVERNMENT) {
            return Stream.empty();
        }
        String there = forward ? hop.tie.to() : hop.tie.from();
        WalkState state = next(walk.place.state, hop.tie.type(), forward, kind(there));
        if (state == null || there.equals(question.vendor)) {
            return Stream.empty();
        }
        List<Hop> hops = new ArrayList<>(walk.hops);
        hops.add(hop);
        String relation = relation(walk, hop.tie.type(), state);
        return Stream.of(new Walk(new Place(there, state), relation, hops));
    }

    /** The table of the automaton; null where it has no such step. */
    private static WalkState next(WalkState from, TieType type, boolean forward, OrganizationKind there) {
        return switch (type) {
            case OWNS -> forward ? down(from) : from.in(WalkState.EQUIPPED, WalkState.OWNER) ? WalkState.OWNER : null;
            case SUPPLIES -> {
                if (!forward || !from.in(WalkState.VENDOR, WalkState.AFFILIATE, WalkState.CHAIN)) {
                    yield null;
                }
                yield there == OrganizationKind.VENDOR ? WalkState.CHAIN : WalkState.EQUIPPED;
            }
            case PARTNERS_WITH -> from.in(WalkState.VENDOR, WalkState.AFFILIATE) ? WalkState.EQUIPPED : null;
            case SHARES_NETWORK_WITH -> from.in(WalkState.EQUIPPED, WalkState.HELD) ? WalkState.SHARED : null;
            case MEMBER_OF -> !forward && from == WalkState.EQUIPPED ? WalkState.SHARED : null;
        };
    }

    private static WalkState down(WalkState from) {
        return switch (from) {
            case VENDOR, AFFILIATE -> WalkState.AFFILIATE;
            case EQUIPPED, HELD -> WalkState.HELD;
            case OWNER, GROUP -> WalkState.GROUP;
            case CHAIN, SHARED -> null;
        };
    }

    /** What the last step makes of the walk; the contact itself says only what stood before it. */
    private static String relation(Walk before, TieType type, WalkState state) {
        return switch (state) {
            case EQUIPPED ->
                switch (before.place.state) {
                    case AFFILIATE -> "vendor-affiliate";
                    case CHAIN -> "supply-chain";
                    default -> "direct";
                };
            case SHARED -> type == TieType.MEMBER_OF ? "consortium" : "network-sharing";
            case HELD -> "parent";
            case OWNER -> "subsidiary";
            case GROUP -> "group";
            case VENDOR, AFFILIATE, CHAIN -> null;
        };
    }

    private OrganizationKind kind(String organization) {
        return organizations.get(organization).kind();
    }

    /** The ties that may be walked, each at both of its ends, so that a walk does not look at those that are far away. */
    private Map<String, List<Hop>> walkableByEnd(Question question) {
        Map<String, List<Hop>> byEnd = new HashMap<>();
        ties.stream().flatMap(tie -> walkable(tie, question)).forEach(hop -> {
            for (String end : Set.copyOf(List.of(hop.tie.from(), hop.tie.to()))) {
                byEnd.computeIfAbsent(end, none -> new ArrayList<>()).add(hop);
            }
        });
        return byEnd;
    }

    /** The tie if the question lets it be walked. */
    Stream<Hop> walkable(Tie tie, Question question) {
        boolean wanted = question.ties.contains(tie.type())
                && tie.evidence() != Evidence.DENIED
                && tie.evidence().compareTo(question.minEvidence) >= 0
                && (tie.percent() == null || tie.percent().compareTo(question.minStake) >= 0);
        List<Source> counting = tie.sources().stream()
                .map(sources::get)
                .filter(s -> counts(s, tie, question))
                .toList();
        if (!wanted || counting.isEmpty()) {
            return Stream.empty();
        }
        List<LocalDate> published = counting.stream()
                .filter(source -> source.published() != null)
                .map(source -> source.published().lastDay())
                .sorted()
                .toList();
        PartialDate verified = tie.verified();
        if (verified != null && isLater(verified.lastDay(), question)) {
            verified = null;
        }
        LocalDate lastEvidenced =
                verified != null ? verified.lastDay() : published.isEmpty() ? null : published.getLast();
        LocalDate evidencedSince = question.evidencedSince;
        if (evidencedSince != null && (lastEvidenced == null || lastEvidenced.isBefore(evidencedSince))) {
            return Stream.empty();
        }
        PartialDate since = known(tie.since(), question);
        PartialDate until = known(tie.until(), question);
        LocalDate firstEvidenced = Stream.concat(
                        published.stream(), Stream.ofNullable(verified).map(PartialDate::lastDay))
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        LocalDate presumedFrom = lastEvidenced == null
                ? LocalDate.MIN
                : lastEvidenced.plus(question.maxAge).plusDays(1);
        LocalDate possibleFrom = since == null ? LocalDate.MIN : since.firstDay();
        LocalDate certainFrom = since == null ? firstEvidenced : since.lastDay();
        LocalDate certainTo = until == null ? presumedFrom : until.firstDay();
        LocalDate possibleTo = until == null ? LocalDate.MAX : over(until);
        boolean possible = isWithin(question.asOf, possibleFrom, possibleTo);
        boolean certain = isWithin(question.asOf, certainFrom, certainTo);
        for (String end : List.of(tie.from(), tie.to())) {
            PartialDate begun = known(organizations.get(end).since(), question);
            PartialDate gone = known(organizations.get(end).until(), question);
            possible &= isWithin(
                    question.asOf,
                    begun == null ? LocalDate.MIN : begun.firstDay(),
                    gone == null ? LocalDate.MAX : over(gone));
            certain &= isWithin(
                    question.asOf,
                    begun == null ? LocalDate.MIN : begun.lastDay(),
                    gone == null ? LocalDate.MAX : gone.firstDay());
        }
        if (question.certain ? !certain : !possible) {
            return Stream.empty();
        }
        Set<String> flags = new TreeSet<>();
        if (tie.type() == TieType.OWNS && tie.percent() == null) {
            flags.add("unknownStake");
        }
        if (published.isEmpty()) {
            flags.add("undatedEvidence");
        }
        if (until == null && !question.asOf.isBefore(presumedFrom)) {
            flags.add("staleEvidence");
        }
        PartialDate removing = known(tie.removing(), question);
        if (removing != null && !question.asOf.isBefore(removing.firstDay())) {
            flags.add("removing");
        }
        return Stream.of(new Hop(tie, certain, flags));
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    /** The first day on which what ended then is no more, for certain. */
    private static LocalDate over(PartialDate until) {
        return until.isFullDate() ? until.firstDay() : until.dayAfter();
    }

    private static boolean counts(Source source, Tie tie, Question question) {
        if (question.knownAt == null) {
            return true;
        }
        if (source.published() != null) {
            return !source.published().lastDay().isAfter(question.knownAt);
        }
        return tie.since() == null || !tie.since().firstDay().isAfter(question.knownAt);
    }

    /** The date, or null if on {@code knownAt} it still lay ahead. */
    private static PartialDate known(PartialDate date, Question question) {
        return date == null || isLater(date.firstDay(), question) ? null : date;
    }

    private static boolean isLater(LocalDate day, Question question) {
        return question.knownAt != null && day.isAfter(question.knownAt);
    }
}
