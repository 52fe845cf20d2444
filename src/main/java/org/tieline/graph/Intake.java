package org.tieline.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tieline.model.Ban;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * Stands between a reader of the graph and a sink: raw properties come in, facts and problems leave. An end that is
 * no good organization is a problem too, and so is an id that is used twice, but for ties: their taker sorts them by id
 * anyway. For one thread and one reading.
 */
public final class Intake {
    private final GraphSink sink;
    private final Set<String> organizations;
    private final Set<String> sources = new HashSet<>();
    private final Set<String> bans = new HashSet<>();

    public Intake(GraphSink sink) {
        this(sink, new HashSet<>());
    }

    private Intake(GraphSink sink, Set<String> organizations) {
        this.sink = sink;
        this.organizations = organizations;
    }

    /** An intake that knows the organizations that this one took, for ties that another thread reads. */
    public Intake forTies(GraphSink other) {
        return new Intake(other, Collections.unmodifiableSet(organizations));
    }

    /** The properties of the node that speaks of the data set. */
    public void dataset(Map<String, Object> properties) {
        attempt("dataset", "current", () -> sink.dataset(Facts.dataset(properties)));
    }

    /**
     * A node with the label {@code Organization}.
     *
     * @param labels all its labels
     * @param element what the database calls it, for a problem of a node without id
     */
    public void organization(Collection<String> labels, Map<String, Object> properties, String element) {
        attempt("organization", where(properties, element), () -> {
            Organization organization = Facts.organization(labels, properties);
            requireNew(organizations, organization.id());
            sink.organization(organization);
        });
    }

    /** A node with the label {@code Source}. */
    public void source(Map<String, Object> properties, String element) {
        attempt("source", where(properties, element), () -> {
            Source source = Facts.source(properties);
            requireNew(sources, source.id());
            sink.source(source);
        });
    }

    /** A node with the label {@code Ban}, with the ids and codes of the nodes that it is joined to. */
    public void ban(
            Map<String, Object> properties,
            Collection<String> governments,
            Collection<String> countries,
            Collection<String> targets,
            Collection<String> cited,
            String element) {
        attempt("ban", where(properties, element), () -> {
            Ban ban = Facts.ban(properties, governments, countries, targets, cited);
            requireKnown("government", ban.government());
            ban.targets().forEach(target -> requireKnown("target", target));
            requireNew(bans, ban.id());
            sink.ban(ban);
        });
    }

    /**
     * A relationship of one of the types of ties.
     *
     * @param from the id of the organization it starts at; null if that has none
     * @param to the id of the organization it ends at; null if that has none
     */
    public void tie(TieType type, String from, String to, Map<String, Object> properties) {
        try {
            Tie tie = Facts.tie(type, from, to, properties);
            requireKnown("from", from);
            requireKnown("to", to);
            sink.tie(tie);
        } catch (IllegalArgumentException e) {
            String where = where(properties, "%s -%s-> %s".formatted(from, type, to));
            sink.problem(new Problem("tie", where, e.getMessage()));
        }
    }

    private void attempt(String what, String where, Runnable handing) {
        try {
            handing.run();
        } catch (IllegalArgumentException e) {
            sink.problem(new Problem(what, where, e.getMessage()));
        }
    }

    private static String where(Map<String, Object> properties, String otherwise) {
        return properties.get("id") instanceof String id && !id.isBlank() ? id : otherwise;
    }

    private static void requireNew(Set<String> seen, String id) {
        if (!seen.add(id)) {
            throw new IllegalArgumentException("id must be used once, was used before: " + id);
        }
    }

    private void requireKnown(String field, String id) {
        if (!organizations.contains(id)) {
            throw new IllegalArgumentException(
                    "%s must be an organization of the graph without problems, was %s".formatted(field, id));
        }
    }
}
