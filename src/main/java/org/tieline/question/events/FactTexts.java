package org.tieline.question.events;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tieline.graph.BanReader;
import org.tieline.graph.FactRows;
import org.tieline.graph.GraphSink;
import org.tieline.graph.OrganizationReader;
import org.tieline.graph.SourceReader;
import org.tieline.graph.TieReader;
import org.tieline.model.InvalidValue;
import org.tieline.model.TieType;
import org.tieline.question.Json;
import org.tieline.question.Snapshot;

/**
 * Facts as texts that can be kept, compared and read again: organizations, sources, bans and ties, as the graph has them. Each has
 * a key, its kind and its id, by which organizations and sources come before ties.
 */
final class FactTexts {
    /** Made for searches in the graph out of what stands beside them. */
    private static final List<String> DERIVED = List.of("fingerprint", "possibleFrom", "possibleTo");

    private final OrganizationReader organizations = new OrganizationReader();
    private final SourceReader sources = new SourceReader();
    private final BanReader bans = new BanReader();
    private final TieReader ties = new TieReader();

    /** All facts of a state, by key; ties without their summaries, which say nothing that they do not. */
    static SortedMap<String, String> of(Snapshot snapshot) {
        SortedMap<String, String> texts = new TreeMap<>();
        snapshot.organizations().forEach((id, fact) -> texts.put("organization " + id, text(FactRows.of(fact))));
        snapshot.sources().forEach((id, fact) -> texts.put("source " + id, text(FactRows.of(fact))));
        snapshot.bans().forEach((id, fact) -> texts.put("ban " + id, text(FactRows.of(fact))));
        snapshot.search()
                .graph()
                .tiesOf(snapshot.organizations().keySet())
                .forEach((id, fact) -> texts.put("tie " + id, text(FactRows.of(fact.withSummary(null)))));
        return texts;
    }

    private static String text(Map<String, Object> row) {
        Map<String, Object> properties = new LinkedHashMap<>(FactRows.properties(row));
        DERIVED.forEach(properties::remove);
        Map<String, Object> kept = new LinkedHashMap<>(row);
        kept.put("properties", properties);
        return new String(Json.bytes(kept), StandardCharsets.UTF_8);
    }

    /** The names of what two texts of one fact say otherwise. */
    static List<String> differing(String text, String other) {
        Map<String, Object> a = flat(text);
        Map<String, Object> b = flat(other);
        SortedSet<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        names.removeIf(name -> Objects.equals(a.get(name), b.get(name)));
        return new ArrayList<>(names);
    }

    private static Map<String, Object> flat(String text) {
        Map<String, Object> row = row(text);
        Map<String, Object> flat = new LinkedHashMap<>(row);
        flat.remove("properties");
        flat.putAll(FactRows.properties(row));
        return flat;
    }

    @SuppressWarnings("unchecked") // What is an object in JSON has names.
    private static Map<String, Object> row(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8), Map.class);
    }

    /** Reads facts; what cannot be read any more, as a later program has it, is left out. */
    void read(SortedMap<String, String> texts, GraphSink sink) {
        texts.forEach((key, text) -> {
            try {
                read(key, row(text), sink);
            } catch (InvalidValue e) {
                // As a reading of the graph itself leaves it out.
                return;
            }
        });
    }

    private void read(String key, Map<String, Object> row, GraphSink sink) {
        Map<String, Object> properties = FactRows.properties(row);
        switch (key.substring(0, key.indexOf(' '))) {
            case "organization" ->
                sink.organization(organizations.read(List.of(text(row, "kind")), properties, texts(row, "successor")));
            case "source" -> sink.source(sources.read(properties));
            case "ban" ->
                sink.ban(bans.read(
                        properties,
                        texts(row, "government"),
                        texts(row, "country"),
                        null,
                        texts(row, "targets"),
                        texts(row, "replaces"),
                        texts(row, "sources")));
            case "tie" ->
                sink.tie(ties.read(TieType.valueOf(text(row, "type")), text(row, "from"), text(row, "to"), properties));
            default -> throw new InvalidValue("key", key, "must be the kind of a fact and its id");
        }
    }

    private static String text(Map<String, Object> row, String name) {
        return String.valueOf(row.get(name));
    }

    /** The texts of a list, of a single text, or of nothing. */
    private static List<String> texts(Map<String, Object> row, String name) {
        return switch (row.get(name)) {
            case null -> List.of();
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            case Object one -> List.of(one.toString());
        };
    }
}
