package org.tieline.question.ownership;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.OwnershipRule;
import org.tieline.question.Columns;
import org.tieline.restriction.RuleForce;
import org.tieline.restriction.RuleProfile;

/**
 * An ownership rule as it stood on a day.
 *
 * @param asked the version that held then
 * @param force whether it held then
 * @param forceFrom the first day on which it stood so; null for ever
 * @param forceTo the last day; null if none is on record
 * @param forceReason why, as a part of a sentence
 * @param forceUrl an address that says so; null if none is given
 */
public record RuleOnDay(
        OwnershipRule id,
        String title,
        String law,
        String url,
        @JsonIgnoreProperties("strict") RuleProfile.Version asked,
        RuleForce force,
        @Nullable LocalDate forceFrom,
        @Nullable LocalDate forceTo,
        String forceReason,
        @Nullable String forceUrl,
        List<String> notes) {
    public static final Columns<RuleOnDay> COLUMNS = Columns.<RuleOnDay>none()
            .and("id", RuleOnDay::id)
            .and("title", RuleOnDay::title)
            .and("law", RuleOnDay::law)
            .and("url", RuleOnDay::url)
            .and("version", rule -> rule.asked().version())
            .and("from", rule -> rule.asked().from())
            .and("thresholdPercent", rule -> rule.asked().threshold())
            .and("comparison", rule -> rule.asked().comparison())
            .and("aggregates", rule -> rule.asked().aggregates())
            .and("flagsMinority", rule -> rule.asked().flagsMinority())
            .and("force", RuleOnDay::force)
            .and("forceFrom", RuleOnDay::forceFrom)
            .and("forceTo", RuleOnDay::forceTo)
            .and("forceReason", RuleOnDay::forceReason)
            .and("forceUrl", RuleOnDay::forceUrl)
            .and("notes", RuleOnDay::notes);

    public static RuleOnDay of(RuleProfile profile, LocalDate day) {
        RuleProfile.Period period = profile.periodOn(day);
        return new RuleOnDay(
                profile.rule(),
                profile.title(),
                profile.law(),
                profile.url(),
                profile.versionOn(day),
                period.force(),
                period.from(),
                profile.lastDay(period),
                period.reason(),
                period.url(),
                profile.notes());
    }
}
