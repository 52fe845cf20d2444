package org.tieline.question.records;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.BanStatus;
import org.tieline.model.Scope;
import org.tieline.question.GivenParameters;
import org.tieline.question.Paging;

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
public record BanQuestion(
        Set<String> targets,
        Set<String> governments,
        Set<String> countries,
        Set<BanNature> natures,
        Set<BanStatus> statuses,
        Set<String> scopes,
        Set<BanState> states,
        LocalDate asOf,
        LocalDate knownAt,
        Paging page) {

    /**
     * @param today the day that {@code asOf} means when it is absent
     * @throws org.tieline.model.TielineException.BadQuestion if a parameter is unknown or its value is
     */
    public static BanQuestion read(GivenParameters parameters, LocalDate today) {
        BanQuestion question = new BanQuestion(
                parameters.ids("target"),
                parameters.ids("government"),
                parameters.countries("country"),
                parameters.terms("nature", BanNature.class),
                parameters.terms("status", BanStatus.class),
                parameters.each("scope", Scope::new).stream().map(Scope::text).collect(Collectors.toSet()),
                parameters.terms("state", BanState.class),
                parameters.day("asOf").orElse(today),
                parameters.day("knownAt").orElse(null),
                Paging.read(parameters));
        parameters.refuseOthers();
        return question;
    }

    boolean wants(BanSeen seen) {
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
