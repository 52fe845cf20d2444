package org.tieline.question.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.BanStatus;
import org.tieline.question.Answer;
import org.tieline.question.Json;
import org.tieline.question.ListPart;
import org.tieline.question.Listing;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.BanParameters;
import org.tieline.question.parameter.KnownAt;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.BanClock;

/**
 * Which bans; an empty set stands for any.
 *
 * @param targets ids of organizations that a ban must target one of
 * @param governments ids
 * @param countries codes
 * @param natures how far they bind
 * @param statuses how far they have come by now
 * @param scopes items of scope of which a ban must have one
 * @param states how they stood on {@code asOf}
 * @param asOf the day on which they are seen
 * @param knownAt what was known by then counts; null for everything on record
 * @param page which part of the list
 */
public record BansQuestion(
        Set<String> targets,
        Set<String> governments,
        Set<String> countries,
        Set<BanNature> natures,
        Set<BanStatus> statuses,
        Set<String> scopes,
        Set<BanState> states,
        LocalDate asOf,
        @Nullable KnownAt knownAt,
        Paging page) {

    private static final Parameter<Set<String>> TARGET =
            Parameter.of("target", Types.IDS, "Only bans that target one of these organizations; any if absent.");

    private static final Parameter<Set<BanNature>> NATURE =
            Parameter.of("nature", Types.words(BanNature.class), "How far they bind; any if absent.");

    private static final Parameter<Set<BanStatus>> STATUS =
            Parameter.of("status", Types.words(BanStatus.class), "How far they have come by now; any if absent.");

    private static final Parameter<Set<BanState>> STATE =
            Parameter.of("state", Types.words(BanState.class), "How they stood on the day; any if absent.");

    private static final Parameters PARAMETERS = Parameters.of(
                    TARGET,
                    BanParameters.GOVERNMENT,
                    BanParameters.COUNTRY,
                    NATURE,
                    STATUS,
                    BanParameters.SCOPE,
                    STATE,
                    SearchParameters.AS_OF,
                    SearchParameters.KNOWN_AT)
            .and(PageParameters.ALL);

    public static final Question DECLARED = Question.of(
                    "bans",
                    "Which bans there are and how they stood on a day, or what is on record of one.",
                    PARAMETERS,
                    values -> snapshot -> of(values).answer(snapshot, values),
                    "/v1/bans")
            .answering(Json.type(Listing.class, BanView.class), Json.type(BanView.class), BanView.COLUMNS)
            .offering();

    private static BansQuestion of(Values values) {
        return new BansQuestion(
                values.get(TARGET),
                values.get(BanParameters.GOVERNMENT),
                values.get(BanParameters.COUNTRY),
                values.get(NATURE),
                values.get(STATUS),
                values.get(BanParameters.SCOPE),
                values.get(STATE),
                values.get(SearchParameters.AS_OF),
                values.get(SearchParameters.KNOWN_AT),
                PageParameters.page(values));
    }

    /** By id. */
    private Answer<BanView> answer(Snapshot snapshot, Values values) {
        targets.forEach(snapshot::organization);
        governments.forEach(snapshot::organization);
        BanClock clock = snapshot.clock(asOf, KnownAt.day(knownAt));
        List<BanSeen> wanted = snapshot.bans().values().stream()
                .flatMap(ban -> BanSeen.of(ban, clock).stream())
                .filter(this::wants)
                .toList();
        return Listing.of(values, snapshot, ListPart.of(wanted, page), seen -> BanView.of(seen, snapshot))
                .answer(BanView.COLUMNS);
    }

    private boolean wants(BanSeen seen) {
        Ban ban = seen.ban();
        return (targets.isEmpty() || ban.targets().stream().anyMatch(targets::contains))
                && (governments.isEmpty() || governments.contains(ban.government()))
                && (countries.isEmpty() || countries.contains(ban.country()))
                && (natures.isEmpty() || natures.contains(ban.nature()))
                && (statuses.isEmpty() || statuses.contains(ban.status()))
                && (scopes.isEmpty() || ban.scope().stream().anyMatch(scope -> scopes.contains(scope.text())))
                && (states.isEmpty() || seen.state().filter(states::contains).isPresent());
    }
}
