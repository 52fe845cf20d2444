package org.tieline.exchange.drawing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.nio.ExportException;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.graph.FactRows;
import org.tieline.graph.LoadedDataset;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.Organization;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/**
 * The graph for programs that draw and measure networks: organizations and bans are nodes, ties are edges, and a ban hangs
 * between its government ({@code IMPOSES}) and those it is aimed at ({@code TARGETS}); {@code SUCCEEDED_BY} leads to who went
 * on with an organization, {@code REPLACES} from a ban to the one before it. Identifiers are texts like {@code lei:5493…}
 * without the days from and to which they hold, and of the counts of subscribers the newest is told. Sources are ids. Lists are separated
 * by bars, dates are texts as the source gave them.
 *
 * <p>JGraphT writes from a graph that it holds: some hundreds of bytes an edge beside the facts.
 */
abstract class DrawingExport implements ExportWriter {
    /** Attributes of nodes that are texts, as they are called in the graph. */
    static final List<String> NODE_TEXTS = List.of(
            "name",
            "kind",
            "country",
            "aliases",
            "formerIds",
            "since",
            "until",
            "possibleFrom",
            "possibleTo",
            "identifiers",
            "subscribersOn",
            "nature",
            "carriers",
            "scope",
            "status",
            "reported",
            "announced",
            "effective",
            "deadline",
            "ended",
            "sources",
            "ownershipRule",
            "summary");

    /** Attributes of edges that are texts. */
    static final List<String> EDGE_TEXTS = List.of(
            "kind",
            "since",
            "removing",
            "verified",
            "until",
            "possibleFrom",
            "possibleTo",
            "shareOn",
            "segment",
            "generation",
            "countries",
            "evidence",
            "sources",
            "summary");

    /** The attribute of nodes that is true or false: whether a ban names its targets itself. */
    static final String NAMED = "named";

    /** The attribute of nodes that is a number: mobile subscribers in millions. */
    static final String SUBSCRIBERS = "subscribers";

    /** The attributes of edges that are numbers: the stake, and the share of a segment that a vendor has. */
    static final List<String> EDGE_NUMBERS = List.of("percent", "share");

    static final String LABEL = "label";

    private static final String KIND = "kind";

    private final DirectedMultigraph<DrawnElement, DrawnElement> graph = new DirectedMultigraph<>(null, null, false);
    private final Map<String, DrawnElement> organizations = new HashMap<>();
    private final Map<String, DrawnElement> bans = new HashMap<>();
    private final Map<String, List<String>> identifiers = new HashMap<>();
    private final Map<String, SubscriberCount> subscribers = new HashMap<>();
    private final List<Runnable> later = new ArrayList<>();
    private final OutputStream out;
    private LoadedDataset info;

    DrawingExport(OutputStream out) {
        this.out = out;
    }

    @Override
    public final void dataset(LoadedDataset loaded) {
        info = loaded;
    }

    @Override
    public final void organization(Organization organization) {
        DrawnElement node = new DrawnElement(organization.id(), () -> {
            Map<String, Object> values =
                    values(organization.name(), organization.kind().text(), FactRows.of(organization));
            values.put("name", organization.name());
            values.put("identifiers", identifiers.get(organization.id()));
            SubscriberCount count = subscribers.get(organization.id());
            values.put(SUBSCRIBERS, count == null ? null : count.millions().doubleValue());
            values.put("subscribersOn", count == null ? null : count.on());
            return values;
        });
        organizations.put(organization.id(), node);
        graph.addVertex(node);
        if (organization.successor() != null) {
            later.add(() -> join(
                    node,
                    organizations.get(organization.successor()),
                    "succeeded-by:" + organization.id(),
                    "SUCCEEDED_BY"));
        }
    }

    @Override
    public final void identifier(Identifier identifier) {
        identifiers
                .computeIfAbsent(identifier.organization(), none -> new ArrayList<>(1))
                .add(identifier.text());
    }

    @Override
    public final void subscribers(SubscriberCount count) {
        subscribers.merge(
                count.organization(),
                count,
                (one, other) -> other.on().lastDay().isBefore(one.on().lastDay()) ? one : other);
    }

    /** No id of an organization has a colon. */
    @Override
    public final void ban(Ban ban) {
        String id = "ban:" + ban.id();
        DrawnElement node = new DrawnElement(id, () -> {
            Map<String, Object> values = values(ban.id(), "ban", FactRows.of(ban));
            values.put("country", ban.country());
            values.put("sources", ban.sources());
            return values;
        });
        graph.addVertex(node);
        bans.put(ban.id(), node);
        ban.replaces()
                .forEach(former ->
                        later.add(() -> join(node, bans.get(former), id + ":replaces:" + former, "REPLACES")));
        join(organizations.get(ban.government()), node, id + ":imposes", "IMPOSES");
        ban.targets().forEach(target -> join(node, organizations.get(target), id + ":targets:" + target, "TARGETS"));
    }

    private void join(DrawnElement from, DrawnElement to, String id, String kind) {
        graph.addEdge(from, to, new DrawnElement(id, () -> Map.of(LABEL, kind, KIND, kind)));
    }

    @Override
    public final void tie(Tie tie) {
        graph.addEdge(
                organizations.get(tie.from()),
                organizations.get(tie.to()),
                new DrawnElement(
                        tie.id(), () -> values(tie.type().text(), tie.type().text(), FactRows.of(tie))));
    }

    /** What a load stores, but for what it stores for itself. */
    private static Map<String, Object> values(String label, String kind, Map<String, Object> row) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(LABEL, label);
        values.put(KIND, kind);
        values.putAll(FactRows.properties(row));
        values.remove("id");
        values.remove("fingerprint");
        return values;
    }

    /** Which data these are and how to read them. */
    final String description() {
        return info == null
                ? Tie.NOTICE
                : "Tieline data set %s, sha256 %s. %s"
                        .formatted(DrawnElement.legible(info.version()), info.sha256(), Tie.NOTICE);
    }

    @Override
    public final void finish() throws IOException {
        later.forEach(Runnable::run);
        later.clear();
        Told told = new Told(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        try {
            write(graph, told);
        } catch (ExportException e) {
            told.check();
            throw new IOException("the graph cannot be written: " + e.getCause(), e);
        }
        told.flush();
        told.check();
    }

    /** Writes the graph; may hide that the writer failed. */
    abstract void write(DirectedMultigraph<DrawnElement, DrawnElement> drawing, Writer writer);

    /** Remembers a failure, which the exporters lose in a {@link java.io.PrintWriter}. */
    private static final class Told extends Writer {
        private final Writer writer;
        private IOException failure;

        Told(Writer writer) {
            this.writer = writer;
        }

        void check() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            check();
            try {
                writer.write(characters, from, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            check();
            try {
                writer.flush();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        /** Leaves the stream open. */
        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
