package org.tieline.question.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Sha256;
import org.tieline.question.Links;
import org.tieline.question.OrganizationRef;
import org.tieline.question.Snapshot;
import org.tieline.question.changes.Aspect;
import org.tieline.question.changes.Change;
import org.tieline.question.changes.ChangeKind;
import org.tieline.question.changes.Reason;
import org.tieline.question.conflicts.ConflictAnswer;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.words.FactNames;

/** Tells one question its part of what moved. */
final class EventTelling {
    private static final int ID_BYTES = 15;

    private final EventQuestion question;
    private final EventInquiry.Span span;
    private final PastStates states;

    EventTelling(EventQuestion question, EventInquiry.Span span, PastStates states) {
        this.question = question;
        this.span = span;
        this.states = states;
    }

    /** The events of a step, by vendor, then carrier; exposures first. */
    List<Event> of(Step step) {
        List<Event> events = new ArrayList<>();
        if (step.at() != null && !span.holds(step.state(), step.at())) {
            return events;
        }
        Homes then = new Homes(step.before(), step.at() == null ? 1 : 0, step);
        Homes now = new Homes(step.after(), 0, step);
        if (question.subjects().contains(EventSubject.EXPOSURE)) {
            step.exposures().forEach(change -> addExposure(step, change, then, now, events));
        }
        if (question.subjects().contains(EventSubject.CONFLICT)) {
            step.conflicts().forEach(moved -> addConflict(step, moved, then, now, events));
        }
        return events;
    }

    /** The countries of the carriers of interest on the day of one of the answers; empty for all. */
    private final class Homes {
        private final Set<String> countries;

        Homes(Snapshot snapshot, int daysBefore, Step step) {
            countries = EventQuestion.on(question.exposures(), step.day().minusDays(daysBefore))
                    .homes(snapshot);
        }

        boolean want(@Nullable Found found) {
            ExposureQuestion asked = question.exposures();
            return found != null
                    && (asked.vendors().isEmpty()
                            || asked.vendors().contains(found.vendor().id()))
                    && (asked.carriers().isEmpty()
                            || asked.carriers().contains(found.carrier().id()))
                    && (asked.relations().isEmpty()
                            || asked.relations().contains(found.exposure().relation()))
                    && found.exposure().hops() >= asked.minHops()
                    && (countries.isEmpty()
                            || countries.contains(String.valueOf(found.carrier().country())));
        }
    }

    /** Null if neither answer has it. */
    private static @Nullable ChangeKind kind(boolean before, boolean after) {
        return before ? after ? ChangeKind.CHANGED : ChangeKind.DISAPPEARED : after ? ChangeKind.APPEARED : null;
    }

    private boolean isWanted(ChangeKind kind) {
        return question.kinds().isEmpty() || question.kinds().contains(kind);
    }

    private void addExposure(Step step, Change change, Homes then, Homes now, List<Event> events) {
        ChangeKind kind = kind(then.want(change.before()), now.want(change.after()));
        if (kind == null
                || !isWanted(kind)
                || !isTold(step, change.reasons())
                || kind == ChangeKind.CHANGED
                        && !question.aspects().isEmpty()
                        && change.aspects().stream().noneMatch(question.aspects()::contains)) {
            return;
        }
        List<Aspect> aspects =
                kind == ChangeKind.CHANGED ? change.aspects().stream().sorted().toList() : List.of();
        OrganizationRef vendor = OrganizationRef.of(change.vendor());
        OrganizationRef carrier = OrganizationRef.of(change.carrier());
        Event.@Nullable Standing before =
                kind == ChangeKind.APPEARED ? null : standing(Objects.requireNonNull(change.before()), null);
        Event.@Nullable Standing after =
                kind == ChangeKind.DISAPPEARED ? null : standing(Objects.requireNonNull(change.after()), null);
        events.add(event(
                step,
                EventSubject.EXPOSURE,
                kind,
                change.reasons(),
                new Told(
                        EventText.ofExposure(kind, vendor, carrier, aspects, before, after, change.reasons()),
                        vendor,
                        carrier,
                        null,
                        null,
                        aspects,
                        before,
                        after)));
    }

    private void addConflict(Step step, Step.MovedConflict moved, Homes then, Homes now, List<Event> events) {
        ConflictAnswer.Conflict before = moved.before();
        ConflictAnswer.Conflict after = moved.after();
        Event.@Nullable Standing stood =
                before != null && then.want(before.exposure()) ? standing(before.exposure(), before) : null;
        Event.@Nullable Standing stands =
                after != null && now.want(after.exposure()) ? standing(after.exposure(), after) : null;
        ChangeKind kind = kind(stood != null, stands != null);
        if (kind == null || !isWanted(kind) || !isTold(step, moved.reasons())) {
            return;
        }
        ConflictAnswer.Conflict any = moved.any();
        OrganizationRef carrier = OrganizationRef.of(any.exposure().carrier());
        String ban = Step.ban(any);
        events.add(event(
                step,
                EventSubject.CONFLICT,
                kind,
                moved.reasons(),
                new Told(
                        EventText.ofConflict(
                                kind,
                                carrier,
                                ban,
                                any.tie(),
                                stands,
                                moved.reasons(),
                                new FactNames(after == null ? step.before() : step.after())),
                        OrganizationRef.of(any.exposure().vendor()),
                        carrier,
                        ban,
                        any.tie().tie(),
                        List.of(),
                        stood,
                        stands)));
    }

    private static Event.Standing standing(Found found, ConflictAnswer.@Nullable Conflict conflict) {
        return new Event.Standing(
                found.exposure().relation(),
                found.exposure().hops(),
                found.exposure().certainty(),
                conflict == null ? null : conflict.ban().conflict(),
                conflict == null ? null : conflict.ban().pastDeadline());
    }

    /** Whether a midnight lies in the time that is asked about, and the facts of the step were those on record then. */
    private boolean isTold(Step step, List<Reason> reasons) {
        if (step.at() != null) {
            return true;
        }
        Instant at = step.at(reasons);
        Instant since = states.since(step.state());
        Instant until = states.until(step.state());
        return span.holds(at) && (since == null || !at.isBefore(since)) && (until == null || at.isBefore(until));
    }

    /** What an event tells of its subject, as {@link Event} has it. */
    private record Told(
            String title,
            OrganizationRef vendor,
            OrganizationRef carrier,
            @Nullable String ban,
            @Nullable String tie,
            List<Aspect> aspects,
            Event.@Nullable Standing before,
            Event.@Nullable Standing after) {}

    private Event event(Step step, EventSubject subject, ChangeKind kind, List<Reason> reasons, Told told) {
        Instant at = step.at(reasons);
        ExposureQuestion asked = EventQuestion.on(question.exposures(), step.day());
        return new Event(
                id(step, subject, kind, told),
                subject,
                kind,
                EventCause.of(reasons),
                at,
                step.zone(reasons).getId(),
                step.day(),
                new Timepoint(at, step.state()),
                told.title(),
                told.vendor(),
                told.carrier(),
                told.ban(),
                told.tie(),
                told.aspects(),
                told.before(),
                told.after(),
                reasons,
                new Event.Addresses(
                        asked.addressOf(told.vendor().id(), told.carrier().id()),
                        Links.organization(told.carrier().id()),
                        Links.organization(told.vendor().id()),
                        told.ban() == null ? null : Links.ban(told.ban()),
                        question.standing()));
    }

    /** Of what happened to whom when, and of the question that it is told to. */
    private String id(Step step, EventSubject subject, ChangeKind kind, Told told) {
        String when = step.at() == null ? step.day().toString() : "state " + step.state();
        String named = String.join(
                "\n",
                question.standing(),
                when,
                subject.text(),
                kind.text(),
                told.vendor().id(),
                told.carrier().id(),
                String.valueOf(told.ban()));
        return "ev_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(named), ID_BYTES));
    }
}
