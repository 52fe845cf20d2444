package org.tieline.question.events;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.question.Answer;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.changes.Aspect;
import org.tieline.question.changes.ChangeKind;
import org.tieline.question.changes.ChangeQuestion;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Reading;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;

/**
 * What has happened to an answer since a point in time.
 *
 * @param after events that come later are told; null for those of the last {@link EventInquiry#USUAL_DAYS} days
 * @param until no event is later; null for now
 * @param subjects what events happen to
 * @param kinds the only kinds of changes of interest; empty for all
 * @param aspects of changed exposures, only those of which one of these changed
 * @param exposures whose answer it is; its day is of no meaning
 * @param standing the address of the question, whatever time it is asked about
 */
public record EventQuestion(
        @Nullable Timepoint after,
        @Nullable Instant until,
        Set<EventSubject> subjects,
        Set<ChangeKind> kinds,
        Set<Aspect> aspects,
        ExposureQuestion exposures,
        String standing) {
    static final String ADDRESS = "/v1/events";

    /** In place of a day, where it is of no meaning. */
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    public static final Parameter<Timepoint> AFTER = Parameter.of(
            "after",
            Timepoint.TYPE,
            "What came later is told: a timepoint of an earlier answer, a time, or a day; of the last 30 days if absent.");

    public static final Parameter<Timepoint> UNTIL = Parameter.of(
            "until", Timepoint.TYPE, "What came later is not told, given likewise; all until now if absent.");

    private static final Parameter<Set<EventSubject>> SUBJECT = Parameter.of(
                    "subject", Types.words(EventSubject.class), "Events of exposures, of conflicts, or of both.")
            .orElse(EnumSet.allOf(EventSubject.class));

    private static final Parameter<Set<Aspect>> ASPECT = Parameter.of(
                    "aspect",
                    Types.words(Aspect.class),
                    "Of exposures that are there before and after, only those of which this changed.")
            .orElse(EnumSet.of(Aspect.CERTAINTY));

    /** What makes a question that can be asked again and again. */
    public static final Parameters STANDING = Parameters.of(SUBJECT, ChangeQuestion.KIND, ASPECT)
            .and(ExposureQuestion.COMMON)
            .refusing(SearchParameters.AS_OF, "after and until take its place")
            .refusing(ExposureQuestion.AFFILIATES, "exposures take it, about one day");

    public static final Parameters PARAMETERS =
            Parameters.of(AFTER, UNTIL).and(STANDING).and(PageParameters.ALL);

    public static final Question DECLARED = Question.of(
                    "events",
                    "What has happened to an answer since a point in time, and why.",
                    PARAMETERS,
                    values -> {
                        EventQuestion question = of(values);
                        return snapshot -> question.answer(snapshot, values);
                    },
                    ADDRESS)
            .answering(EventList.class, Event.class, Event.COLUMNS)
            .remarking(
                    "A day turns at midnight of the country of the ban that changes with it, if that has one time zone, else "
                            + "of UTC. Former facts are told of as far as a server has followed the graph.")
            .shownAt("/events");

    /** Of the values of {@link #PARAMETERS}. */
    public static EventQuestion of(Values values) {
        Timepoint until = values.get(UNTIL);
        return standing(values.as(STANDING)).between(values.get(AFTER), until == null ? null : until.at());
    }

    /** Of the values of {@link #STANDING}. */
    public static EventQuestion standing(Values values) {
        ExposureQuestion exposures = ExposureQuestion.of(
                values.as(ExposureQuestion.COMMON).with(SearchParameters.AS_OF, ANY_DAY), Paging.FIRST);
        return new EventQuestion(
                null,
                null,
                values.get(SUBJECT),
                values.get(ChangeQuestion.KIND),
                values.get(ASPECT),
                exposures,
                values.address(ADDRESS));
    }

    /** Of what {@link #standing} once said. */
    public static EventQuestion standing(String address, Reading reading) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        int query = address.indexOf('?');
        for (String part :
                query < 0 ? new String[0] : address.substring(query + 1).split("&")) {
            String[] sides = part.split("=", 2);
            texts.put(sides[0], List.of(URLDecoder.decode(sides[1], StandardCharsets.UTF_8)));
        }
        return standing(new Given(texts).read(STANDING, reading));
    }

    /**
     * The same about another time.
     *
     * @param from null for the usual
     * @param to null for now
     */
    public EventQuestion between(@Nullable Timepoint from, @Nullable Instant to) {
        return new EventQuestion(from, to, subjects, kinds, aspects, exposures, standing);
    }

    /** What is asked on a day. */
    static ExposureQuestion on(ExposureQuestion exposures, LocalDate day) {
        return exposures.withSearch(exposures.search().withAsOf(day));
    }

    private Answer<Event> answer(Snapshot snapshot, Values values) {
        EventAnswer answer =
                EventInquiry.ask(snapshot, List.of(this), Instant.now()).getFirst();
        EventList list = EventList.of(snapshot, answer, PageParameters.page(values), values);
        return Answer.of(list, list.results(), Event.COLUMNS, (long) list.total(), PageParameters.page(values))
                .told(() -> EventText.table(list));
    }
}
