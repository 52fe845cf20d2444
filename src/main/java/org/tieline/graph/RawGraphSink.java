package org.tieline.graph;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.InvalidValue;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * Takes nodes and relationships as a database has them, and hands facts and problems on to a {@link GraphSink}. An id that is used
 * twice is a problem too, but for ties: whether ids and ends of ties are right is for their taker to see, who looks them up
 * anyway. For one thread and one reading.
 */
public final class RawGraphSink {
    /** The properties of a tie that are read. */
    public static final List<String> TIE_PROPERTIES = List.of(
            "id",
            "since",
            "removing",
            "verified",
            "until",
            "percent",
            "share",
            "shareOn",
            "segment",
            "generation",
            "countries",
            "evidence",
            "sources",
            "summary");

    /**
     * What a tie may end at.
     *
     * @param id null if it is no organization with an id
     * @param place its place among the organizations that were handed over, from 0; -1 if it was not, or nobody knows
     */
    public record End(@Nullable String id, int place) {
        /** No organization with an id. */
        public static final End NOWHERE = new End(null, -1);
    }

    private final GraphSink sink;
    private final PropertyReader values = new PropertyReader();
    private final LoadedDatasetReader datasetReader = new LoadedDatasetReader(values);
    private final OrganizationReader organizationReader = new OrganizationReader(values);
    private final SourceReader sourceReader = new SourceReader(values);
    private final BanReader banReader = new BanReader(values);
    private final MembershipReader membershipReader = new MembershipReader(values);
    private final IdentifierReader identifierReader = new IdentifierReader(values);
    private final SubscriberCountReader countReader = new SubscriberCountReader(values);
    private final TieReader tieReader = new TieReader(values);

    /** The organizations that were handed over, with their countries, which may be null. */
    private final Map<String, String> organizations = new HashMap<>();

    /** Those that are known beside them. */
    private final Function<String, @Nullable Organization> others;

    private final Set<String> sources = new HashSet<>();
    private final Set<String> bans = new HashSet<>();
    private final Set<String> identifiers = new HashSet<>();
    private final Set<String> counts = new HashSet<>();

    public RawGraphSink(GraphSink sink) {
        this(sink, id -> null);
    }

    /**
     * For a reading of a part of the graph.
     *
     * @param others organizations that are not handed over here, by id; null where there is none
     */
    public RawGraphSink(GraphSink sink, Function<String, @Nullable Organization> others) {
        this.sink = sink;
        this.others = others;
    }

    private boolean isKnown(@Nullable String organization) {
        return organizations.containsKey(organization) || organization != null && others.apply(organization) != null;
    }

    /** Null if it has none, or is not known. */
    private @Nullable String country(String organization) {
        if (organizations.containsKey(organization)) {
            return organizations.get(organization);
        }
        Organization other = others.apply(organization);
        return other == null ? null : other.country();
    }

    /** The properties of the node that speaks of the data set. */
    public void dataset(Map<String, Object> properties) {
        attempt("dataset", () -> "current", () -> sink.dataset(datasetReader.read(properties)));
    }

    /** The properties of a node with the label {@code Release}. */
    public void release(Map<String, Object> properties) {
        attempt("release", () -> String.valueOf(properties.get("version")), () -> {
            LoadedDataset release = datasetReader.read(properties);
            if (!release.version().isBlank()) {
                sink.release(release);
            }
        });
    }

    /**
     * A node with the label {@code Organization}. Returns its place among the organizations that were handed over, from 0;
     * -1 if it was not.
     *
     * @param labels all its labels
     * @param successors the ids of the organizations that succeed it
     * @param element what the database calls it, for a problem of a node without id
     */
    public int organization(
            Collection<String> labels,
            Map<String, Object> properties,
            Collection<String> successors,
            Supplier<String> element) {
        int before = organizations.size();
        attempt("organization", () -> where(properties, element), () -> {
            Organization organization = organizationReader.read(labels, properties, successors);
            if (organizations.containsKey(organization.id())) {
                throw usedTwice(organization.id());
            }
            organizations.put(organization.id(), organization.country());
            sink.organization(organization);
        });
        return organizations.size() > before ? before : -1;
    }

    /** A node with the label {@code Source}. */
    public void source(Map<String, Object> properties, Supplier<String> element) {
        attempt("source", () -> where(properties, element), () -> {
            Source source = sourceReader.read(properties);
            requireNew(sources, source.id());
            sink.source(source);
        });
    }

    /** A node with the label {@code Country}, of which only bans and memberships speak. */
    public void country(Map<String, Object> properties, Supplier<String> element) {
        attempt("country", element, () -> {
            values.begin();
            Membership.requireCode("code", PropertyReader.text(properties, "code"));
        });
    }

    /**
     * A node with the label {@code Ban}, with the ids and codes of the nodes that it is joined to. What it is joined to and
     * was left out is left out of it.
     */
    public void ban(
            Map<String, Object> properties,
            Collection<String> governments,
            Collection<String> countries,
            Collection<String> targets,
            Collection<String> replaced,
            Collection<String> cited,
            Supplier<String> element) {
        Supplier<String> where = () -> where(properties, element);
        attempt("ban", where, () -> {
            List<String> known = known("government", governments, where);
            Ban ban = banReader.read(
                    properties,
                    known,
                    countries,
                    known.isEmpty() ? null : country(known.getFirst()),
                    known("targets", targets, where),
                    replaced,
                    cited);
            requireNew(bans, ban.id());
            sink.ban(ban);
        });
    }

    /**
     * A relationship {@code IDENTIFIED_BY} from an organization to an identifier.
     *
     * @param organization the id of the organization
     * @param node the properties of the identifier
     * @param properties those of the relationship
     */
    public void identifier(@Nullable String organization, Map<String, Object> node, Map<String, Object> properties) {
        Supplier<String> where =
                () -> "%s -IDENTIFIED_BY-> %s:%s".formatted(organization, node.get("scheme"), node.get("value"));
        attempt("identifier", where, () -> {
            Identifier identifier = identifierReader.read(organization, node, properties);
            requireKnown(organization);
            requireOnce(identifiers, identifier.key(), "its organization from the same day on");
            sink.identifier(identifier);
        });
    }

    /**
     * A relationship {@code HAS_SUBSCRIBERS} from an organization to a count.
     *
     * @param organization the id of the organization
     * @param node the properties of the count
     * @param properties those of the relationship
     */
    public void subscribers(@Nullable String organization, Map<String, Object> node, Map<String, Object> properties) {
        Supplier<String> where = () -> "%s -HAS_SUBSCRIBERS-> %s".formatted(organization, node.get("on"));
        attempt("subscribers", where, () -> {
            SubscriberCount count = countReader.read(organization, node, properties);
            requireKnown(organization);
            requireOnce(counts, count.key(), "its organization on the same date");
            sink.subscribers(count);
        });
    }

    private void requireKnown(@Nullable String organization) {
        if (!isKnown(organization)) {
            throw new InvalidValue("organization", organization, "must be an organization of the graph");
        }
    }

    private static void requireOnce(Set<String> seen, String key, String alike) {
        if (!seen.add(key)) {
            throw new InvalidValue("", null, "must be the only one of " + alike);
        }
    }

    /**
     * A relationship {@code BELONGS_TO} between two countries.
     *
     * @param country the code of the country that it starts at
     * @param bloc the code of the one that it ends at
     */
    public void membership(@Nullable String country, @Nullable String bloc, Map<String, Object> properties) {
        attempt(
                "membership",
                () -> "%s -BELONGS_TO-> %s".formatted(country, bloc),
                () -> sink.membership(membershipReader.read(country, bloc, properties)));
    }

    /** A node with the label {@code Movement}. */
    public void movement(Map<String, Object> properties) {
        attempt("movement", () -> String.valueOf(properties.get("number")), () -> {
            values.begin();
            if (properties.get("number") instanceof Long number
                    && properties.get("at") instanceof ZonedDateTime at
                    && properties.get("changes") instanceof byte[] changes) {
                sink.movement(new Movement(number, at.toInstant(), changes));
            } else {
                throw new InvalidValue("number, at, changes", null, "must be a whole number, a time and bytes");
            }
        });
    }

    /**
     * A relationship of one of the types of ties.
     *
     * @param from the id of the organization it starts at
     * @param to the id of the organization it ends at
     */
    public void tie(TieType type, @Nullable String from, @Nullable String to, Map<String, Object> properties) {
        tie(type, new End(from, -1), new End(to, -1), properties);
    }

    /**
     * The same from a reader that may know the places of the ends.
     *
     * @param from where it starts
     * @param to where it ends
     */
    public void tie(TieType type, End from, End to, Map<String, Object> properties) {
        try {
            Tie tie = tieReader.read(type, from.id, to.id, properties);
            if (from.place < 0 || to.place < 0) {
                sink.tie(tie);
            } else {
                sink.tie(tie, from.place, to.place);
            }
        } catch (InvalidValue e) {
            sink.problem(GraphProblem.ofWhole("tie", where(type, from, to, properties), e));
            return;
        }
        // Millions come by here; what follows is for the few that are badly made.
        if (!values.leftOut().isEmpty()) {
            tellWhatIsLeftOut("tie", where(type, from, to, properties));
        }
    }

    private static String where(TieType type, End from, End to, Map<String, Object> properties) {
        return where(properties, () -> "%s -%s-> %s".formatted(from.id, type, to.id));
    }

    private void attempt(String what, Supplier<String> where, Runnable handing) {
        try {
            handing.run();
        } catch (InvalidValue e) {
            sink.problem(GraphProblem.ofWhole(what, where.get(), e));
            return;
        }
        if (!values.leftOut().isEmpty()) {
            tellWhatIsLeftOut(what, where.get());
        }
    }

    private void tellWhatIsLeftOut(String what, String where) {
        for (PropertyReader.LeftOut left : values.leftOut()) {
            sink.problem(GraphProblem.of(what, where, left.refusal(), left.instead()));
        }
    }

    private static String where(Map<String, Object> properties, Supplier<String> otherwise) {
        return properties.get("id") instanceof String id && !id.isBlank() ? id : otherwise.get();
    }

    private static void requireNew(Set<String> seen, String id) {
        if (!seen.add(id)) {
            throw usedTwice(id);
        }
    }

    private static InvalidValue usedTwice(String id) {
        return new InvalidValue("id", null, "must be used once, was used before: " + id);
    }

    /** Those that were handed over. */
    private List<String> known(String field, Collection<String> ids, Supplier<String> where) {
        List<String> known = new ArrayList<>(ids.size());
        for (String id : ids) {
            if (isKnown(id)) {
                known.add(id);
            } else {
                InvalidValue refusal = new InvalidValue(field, id, "must be an organization of the graph");
                sink.problem(GraphProblem.of("ban", where.get(), refusal, "it is left out"));
            }
        }
        return known;
    }
}
