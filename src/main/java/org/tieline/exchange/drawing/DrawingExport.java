package org.tieline.exchange.drawing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.graph.FactRows;
import org.tieline.graph.LoadedDataset;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.xml.sax.SAXException;

/**
 * The graph for programs that draw and measure networks: organizations and bans are nodes, ties are edges, and a ban hangs
 * between its government ({@code IMPOSES}) and those it is aimed at ({@code TARGETS}); {@code SUCCEEDED_BY} leads to who went
 * on with an organization, {@code REPLACES} from a ban to the one before it. Identifiers are texts like {@code lei:5493…}
 * without the days from and to which they hold, and of the counts of subscribers the newest is told. Sources are ids. Lists are separated
 * by bars as in tables, dates are texts as the source gave them.
 *
 * <p>Nodes and edges wait until all are known: some hundred bytes an edge beside the facts.
 */
abstract class DrawingExport implements ExportWriter {
    static final String LABEL = "label";

    private static final String KIND = "kind";

    /** The attributes of nodes, as they are called in the graph: texts, but for what is said. */
    static final List<DrawnAttribute> OF_NODES = DrawnAttribute.list(
            "name kind country aliases formerIds since until possibleFrom possibleTo identifiers subscribers:double "
                    + "subscribersOn nature named:boolean carriers scope status reported announced effective deadline ended "
                    + "sources ownershipRule summary");

    /** The attributes of edges. */
    static final List<DrawnAttribute> OF_EDGES = DrawnAttribute.list(
            "kind since removing verified until possibleFrom possibleTo percent:double share:double shareOn segment generation "
                    + "countries evidence sources summary");

    private final List<DrawnElement> nodes = new ArrayList<>();
    private final List<DrawnEdge> edges = new ArrayList<>();
    private final Map<String, List<String>> identifiers = new HashMap<>();
    private final Map<String, SubscriberCount> subscribers = new HashMap<>();
    private final OutputStream out;

    @SuppressWarnings("NullAway.Init") // The first that an export is told.
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
        String id = organization.id();
        nodes.add(new DrawnElement(id, DrawnSpan.of(organization.since(), organization.until()), () -> {
            Map<String, Object> values =
                    values(organization.name(), organization.kind().text(), FactRows.of(organization));
            values.put("name", organization.name());
            values.put("identifiers", identifiers.get(id));
            SubscriberCount count = subscribers.get(id);
            values.put("subscribers", count == null ? null : count.millions().doubleValue());
            values.put("subscribersOn", count == null ? null : count.on());
            return values;
        }));
        if (organization.successor() != null) {
            join("succeeded-by:" + id, id, organization.successor(), "SUCCEEDED_BY", DrawnSpan.ALWAYS);
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
        DrawnSpan span = span(ban);
        nodes.add(new DrawnElement(id, span, () -> {
            Map<String, Object> values = values(ban.id(), "ban", FactRows.of(ban));
            values.put("country", ban.country());
            values.put("sources", ban.sources());
            return values;
        }));
        ban.replaces()
                .forEach(former -> join(id + ":replaces:" + former, id, "ban:" + former, "REPLACES", DrawnSpan.ALWAYS));
        join(id + ":imposes", ban.government(), id, "IMPOSES", span);
        ban.targets().forEach(target -> join(id + ":targets:" + target, id, target, "TARGETS", span));
    }

    /** From the first that is said of it; a date of reduced precision counts from its first day, as in answers. */
    private static DrawnSpan span(Ban ban) {
        LocalDate from = Stream.of(ban.reported(), ban.announced(), ban.effective())
                .filter(Objects::nonNull)
                .map(PartialDate::firstDay)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return DrawnSpan.between(from, ban.ended() == null ? null : ban.ended().firstDay());
    }

    private void join(String id, String from, String to, String kind, DrawnSpan span) {
        DrawnElement element = new DrawnElement(id, span, () -> Map.of(LABEL, kind, KIND, kind));
        edges.add(new DrawnEdge(element, from, to, kind));
    }

    @Override
    public final void tie(Tie tie) {
        String kind = tie.type().text();
        DrawnElement element = new DrawnElement(
                tie.id(), DrawnSpan.of(tie.since(), tie.until()), () -> values(kind, kind, FactRows.of(tie)));
        edges.add(new DrawnEdge(element, tie.from(), tie.to(), kind));
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
        Told told = new Told(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        try {
            XmlFile xml = new XmlFile(told);
            write(nodes, edges, xml);
            xml.end();
        } catch (SAXException e) {
            told.check();
            throw new IOException("the graph cannot be written: " + e.getMessage(), e);
        }
        told.flush();
        told.check();
    }

    /** Writes the graph; may hide that the writer failed. */
    abstract void write(List<DrawnElement> all, List<DrawnEdge> joined, XmlFile xml) throws SAXException;

    /** Remembers a failure, which the serializer wraps or loses. */
    private static final class Told extends Writer {
        private final Writer writer;
        private @Nullable IOException failure;

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
