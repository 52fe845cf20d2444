package org.tieline.question.scenarios;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.Segment;
import org.tieline.model.Tie;
import org.tieline.model.TieBuilder;
import org.tieline.model.TieType;
import org.tieline.naming.Nearest;
import org.tieline.question.Snapshot;

/** The changes of a scenario to ties; each returns what it was understood to be, or null if something is wrong with it. */
final class TieChanges {
    private final Snapshot snapshot;
    private final TieOverlay ties;
    private final ScenarioReader reader;

    TieChanges(Snapshot snapshot, TieOverlay ties, ScenarioReader reader) {
        this.snapshot = snapshot;
        this.ties = ties;
        this.reader = reader;
    }

    @Nullable
    String end(int place, ScenarioFields fields) {
        Tie tie = named(fields);
        LocalDate on = fields.day("on");
        fields.refuseOthers();
        requireGoingOn(fields, tie, on);
        if (tie == null || !fields.sound()) {
            return null;
        }
        ties.end(place, tie, on);
        return on == null
                ? "The tie %s is taken away.".formatted(tie.id())
                : "The tie %s ends on %s.".formatted(tie.id(), on);
    }

    @Nullable
    String resize(int place, ScenarioFields fields) {
        Tie tie = named(fields);
        fields.required("percent");
        BigDecimal percent = fields.percent("percent");
        LocalDate on = fields.day("on");
        fields.refuseOthers();
        requireGoingOn(fields, tie, on);
        if (tie != null && tie.type() != TieType.OWNS) {
            fields.refuse(
                    "tie",
                    "%s is no stake but of the type %s"
                            .formatted(tie.id(), tie.type().text()),
                    List.of());
        } else if (tie != null && on != null && ties.isTaken(TieOverlay.restOf(tie, on))) {
            fields.refuse("on", "there is a tie %s already".formatted(TieOverlay.restOf(tie, on)), List.of());
        }
        if (tie == null || percent == null || !fields.sound()) {
            return null;
        }
        try {
            ties.resize(place, tie, percent, on);
        } catch (InvalidValue e) {
            fields.refuse(e);
            return null;
        }
        String from = on == null ? "" : " from %s on".formatted(on);
        return "The stake %s is %s %%%s.".formatted(tie.id(), percent.toPlainString(), from);
    }

    /** The tie that the field {@code tie} names; null, and noted, if it is not there. */
    private @Nullable Tie named(ScenarioFields fields) {
        String id = fields.required("tie");
        if (id == null) {
            return null;
        }
        Tie tie = ties.now(id).orElse(null);
        if (tie == null && ties.onRecord(id).isPresent()) {
            fields.refuse("tie", "%s was taken away by changes%s".formatted(id, ties.changesOf(id)), List.of());
        } else if (tie == null) {
            fields.refuse("tie", "there is no tie with the id " + id, ties.nearest(id));
        }
        return tie;
    }

    private static void requireGoingOn(ScenarioFields fields, @Nullable Tie tie, @Nullable LocalDate on) {
        if (tie != null && on != null && TieOverlay.isOver(tie, on)) {
            fields.refuse(
                    "on",
                    "on must be before the tie %s ends (%s), was %s".formatted(tie.id(), tie.until(), on),
                    List.of());
        }
    }

    @Nullable
    String change(int place, ScenarioFields fields) {
        Tie tie = named(fields);
        SupposedColumns<TieBuilder> columns = columns(fields, fields.texts("without"));
        fields.refuseOthers();
        columns.requireSome();
        if (tie == null || !fields.sound()) {
            return null;
        }
        try {
            ties.set(place, tie.id(), tie.with(columns::into));
            return "The tie %s is changed: %s.".formatted(tie.id(), columns.said());
        } catch (InvalidValue e) {
            fields.refuse(e);
            return null;
        }
    }

    @Nullable
    String add(int place, ScenarioFields fields) {
        String given = fields.text("id");
        String id = given == null ? "supposed-tie-" + place : given;
        String start = fields.required("from");
        TieType type = fields.required("type") == null ? null : fields.term("type", TieType.class);
        String end = fields.required("to");
        SupposedColumns<TieBuilder> columns = columns(fields, List.of());
        List<String> sources = sources(fields);
        fields.refuseOthers();
        Organization first = reader.organization(fields, "from", start);
        Organization second = reader.organization(fields, "to", end);
        if (ties.isTaken(id)) {
            fields.refuse("id", "there is a tie %s already; end it first, or leave id out".formatted(id), List.of());
        }
        if (first == null || second == null || type == null || !fields.sound()) {
            return null;
        }
        String from = first.id();
        String to = second.id();
        try {
            Tie bare = new Tie(
                    id,
                    from,
                    type,
                    to,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    Evidence.CONFIRMED,
                    sources.isEmpty() ? TieOverlay.NO_SOURCE : sources,
                    null);
            ties.set(place, id, asOnRecord(bare.with(columns::into)));
            String said = columns.said().isEmpty() ? "" : " " + columns.said();
            return "The tie %s is added: %s %s %s%s.".formatted(id, from, type.text(), to, said);
        } catch (InvalidValue e) {
            fields.refuse(e);
            return null;
        }
    }

    /** @param without names of those that become empty */
    private static SupposedColumns<TieBuilder> columns(ScenarioFields fields, List<String> without) {
        return new SupposedColumns<TieBuilder>(fields, without)
                .with("percent", fields.percent("percent"), TieBuilder::percent)
                .with("since", fields.date("since"), TieBuilder::since)
                .with("removing", fields.date("removing"), TieBuilder::removing)
                .with("verified", fields.date("verified"), TieBuilder::verified)
                .with("until", fields.date("until"), TieBuilder::until)
                .with("share", fields.percent("share"), TieBuilder::share)
                .with("shareOn", fields.date("shareOn"), TieBuilder::shareOn)
                .withList("segment", fields.terms("segment", Segment.class), TieBuilder::segment)
                .withList("generation", fields.terms("generation", Generation.class), TieBuilder::generation)
                .withList("countries", List.copyOf(fields.countries("countries")), TieBuilder::countries)
                .filled("evidence", fields.term("evidence", Evidence.class), TieBuilder::evidence);
    }

    private List<String> sources(ScenarioFields fields) {
        List<String> sources = fields.texts("sources");
        Set<String> known = snapshot.sources().keySet();
        for (String source : sources) {
            if (!known.contains(source)) {
                fields.refuse("sources", "there is no source with the id " + source, Nearest.among(known, source));
            }
        }
        return sources;
    }

    /** A tie of a record that says the same, but for sources, which a change need not repeat, and its summary; else the tie. */
    private Tie asOnRecord(Tie tie) {
        boolean anySources = tie.sources().equals(TieOverlay.NO_SOURCE);
        return ties.onRecord(tie.id())
                .filter(before -> before.equals(tie.withSources(anySources ? before.sources() : tie.sources())
                        .withSummary(before.summary())))
                .orElse(tie);
    }

    /** Takes all ties of an organization away and tells how many. */
    int remove(int place, String organization) {
        return ties.remove(place, organization);
    }
}
