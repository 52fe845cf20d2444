package org.tieline.question.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Relation;
import org.tieline.question.Columns;
import org.tieline.question.FeedEntry;
import org.tieline.question.OrganizationRef;
import org.tieline.question.changes.Aspect;
import org.tieline.question.changes.ChangeKind;
import org.tieline.question.changes.Reason;
import org.tieline.restriction.Conflict;
import org.tieline.restriction.PastDeadline;

/**
 * That an exposure or a conflict came, went, or became another one.
 *
 * @param id the same for everybody who asks the same question of the same graph
 * @param kind what happened to it
 * @param at since when it is so: midnight where a day turned, else when the facts that are on record became others
 * @param zone the time zone of that midnight; UTC if the facts became others
 * @param day the day in the world that the answer is about
 * @param timepoint to be given as {@code after} by who has read all events of this time
 * @param title what happened, for people
 * @param ban the id of the ban of a conflict; null for exposures
 * @param tie the id of the tie that a conflict stands on; null for exposures
 * @param aspects what differs of an exposure that is there before and after; else empty
 * @param before how it stood; null if it came
 * @param after how it stands; null if it went
 * @param reasons at least one
 */
public record Event(
        String id,
        EventSubject subject,
        ChangeKind kind,
        EventCause cause,
        Instant at,
        String zone,
        LocalDate day,
        Timepoint timepoint,
        @JsonProperty String title,
        OrganizationRef vendor,
        OrganizationRef carrier,
        @Nullable String ban,
        @Nullable String tie,
        List<Aspect> aspects,
        @Nullable Standing before,
        @Nullable Standing after,
        List<Reason> reasons,
        Addresses links)
        implements FeedEntry {
    static final Columns<Event> COLUMNS = Columns.<Event>none()
            .and("at", Event::at)
            .and("zone", Event::zone)
            .and("day", Event::day)
            .and("subject", Event::subject)
            .and("kind", Event::kind)
            .and("cause", Event::cause)
            .andOrganization("vendor", Event::vendor)
            .andOrganization("carrier", Event::carrier)
            .and("ban", Event::ban)
            .and("tie", Event::tie)
            .and("reasons", event -> event.reasons().stream().map(Reason::text).toList())
            .and("id", Event::id)
            .and("timepoint", Event::timepoint)
            .and("self", event -> event.links().self());

    /**
     * How an exposure or a conflict stands.
     *
     * @param conflict how well a conflict stands; null for exposures
     * @param pastDeadline of a conflict whether its tie was there when the deadline had come; null for exposures
     */
    record Standing(
            Relation relation,
            int hops,
            Certainty certainty,
            @Nullable Conflict conflict,
            @Nullable PastDeadline pastDeadline) {}

    /**
     * Where to read on.
     *
     * @param self the exposure on the day, with all bans on its vendor
     * @param ban the ban of a conflict; null for exposures
     * @param question the question that the event is told to, without a time
     */
    record Addresses(
            String self,
            String carrier,
            String vendor,
            @Nullable String ban,
            String question) {}

    @Override
    @JsonIgnore
    public String address() {
        return links.self();
    }
}
