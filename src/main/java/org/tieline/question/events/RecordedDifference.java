package org.tieline.question.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.model.BanState;
import org.tieline.model.PartialDate;
import org.tieline.model.Tie;
import org.tieline.question.Snapshot;
import org.tieline.question.changes.AnswerDifference;
import org.tieline.question.changes.ChangeOrigin;
import org.tieline.question.changes.ComparedAnswer;
import org.tieline.question.changes.Reason;
import org.tieline.question.changes.ReasonKind;
import org.tieline.restriction.BanOnDay;

/** From one state of the facts to the next, on the same day. */
final class RecordedDifference extends AnswerDifference {
    private final Snapshot old;
    private final Snapshot now;
    private final Map<String, MovedFact> changes = new HashMap<>();

    /** @param changed what differs between the two snapshots that the answers are of */
    RecordedDifference(
            ComparedAnswer before, ComparedAnswer after, Snapshot old, Snapshot now, List<MovedFact> changed) {
        super(before, after);
        this.old = old;
        this.now = now;
        changed.forEach(change -> changes.put(change.key(), change));
    }

    @Override
    public ChangeOrigin origin() {
        return ChangeOrigin.RECORD;
    }

    @Override
    public List<Reason> walked(String id) {
        List<Reason> reasons = shown(id);
        return reasons.isEmpty()
                ? List.of(reason(ReasonKind.RECORD_CHANGED, id, "The %s is read otherwise now.".formatted(name(id))))
                : reasons;
    }

    @Override
    public List<Reason> shown(String id) {
        MovedFact change = changes.get("tie " + id);
        if (change != null) {
            return List.of(
                    change.isAdded()
                            ? reason(ReasonKind.RECORD_ADDED, id, "The %s is on record now.".formatted(name(id)))
                            : !change.there()
                                    ? reason(
                                            ReasonKind.RECORD_WITHDRAWN,
                                            id,
                                            "The %s is no longer on record.".formatted(name(id)))
                                    : reason(
                                            change.isOfKnowledge()
                                                    ? ReasonKind.RECORD_EVIDENCE
                                                    : ReasonKind.RECORD_CHANGED,
                                            id,
                                            "The %s is on record otherwise: %s."
                                                    .formatted(name(id), String.join(", ", change.fields()))));
        }
        return tie(id).map(this::around).orElse(List.of());
    }

    /** What is other of the organizations and sources of a tie that is itself as before. */
    private List<Reason> around(Tie tie) {
        List<Reason> reasons = new ArrayList<>();
        for (String id : List.of(tie.from(), tie.to())) {
            MovedFact change = changes.get("organization " + id);
            if (change != null) {
                reasons.add(reason(
                        ReasonKind.RECORD_CHANGED,
                        tie.id(),
                        "%s, of the %s, is on record otherwise%s."
                                .formatted(
                                        names(after).organization(id),
                                        name(tie.id()),
                                        change.fields().isEmpty() ? "" : ": " + String.join(", ", change.fields()))));
            }
        }
        for (String id : tie.sources()) {
            if (changes.containsKey("source " + id)) {
                reasons.add(reason(
                        ReasonKind.RECORD_EVIDENCE,
                        tie.id(),
                        "The source of %s for the %s is on record otherwise."
                                .formatted(names(after).publishers(List.of(id)), name(tie.id()))));
            }
        }
        return reasons;
    }

    /** By its ends; one that neither side has by its id. */
    private String name(String id) {
        return tie(id).map(tie -> names(after).tie(tie.type(), tie.from(), tie.to()))
                .orElse("tie " + id);
    }

    private Optional<Tie> tie(String id) {
        Tie there = now.search().graph().ties(List.of(id)).get(id);
        return Optional.ofNullable(
                there == null ? old.search().graph().ties(List.of(id)).get(id) : there);
    }

    private Reason reason(ReasonKind kind, String tie, String text) {
        List<String> sources = tie(tie).map(Tie::sources).orElse(List.of());
        return new Reason(kind, origin(), tie, null, List.of(), null, null, null, null, sources, text);
    }

    @Override
    public Reason ban(String id) {
        MovedFact change = changes.get("ban " + id);
        Optional<BanOnDay> then = before.ban(id);
        Optional<BanOnDay> stands = after.ban(id);
        BanState stateBefore = then.map(BanOnDay::state).orElse(null);
        BanState stateAfter = stands.map(BanOnDay::state).orElse(null);
        String what = change == null
                ? "is read otherwise now"
                : change.isAdded()
                        ? "is on record now"
                        : !change.there()
                                ? "is no longer on record"
                                : "is on record otherwise: " + String.join(", ", change.fields());
        PartialDate date = stands.map(AnswerDifference::deciding).orElse(null);
        List<String> sources =
                stands.or(() -> then).map(onDay -> onDay.ban().sources()).orElse(List.of());
        return new Reason(
                ReasonKind.BAN_CHANGED,
                origin(),
                null,
                id,
                List.of(),
                stateBefore,
                stateAfter,
                date,
                date == null ? null : date.firstDay(),
                sources,
                "The %s %s; it stands as %s, before as %s."
                        .formatted(
                                names(stands.isPresent() ? after : before).ban(id),
                                what,
                                state(stateAfter),
                                state(stateBefore)));
    }
}
