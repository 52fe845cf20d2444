package org.tieline.question.ownership;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.tieline.model.OwnershipRule;
import org.tieline.question.Columns;
import org.tieline.restriction.RuleForce;
import org.tieline.restriction.RuleProfile;

/**
 * An ownership rule as it stood on a day.
 *
 * @param asked what it asked for then
 * @param force whether it held then
 * @param forceFrom the first day on which it stood so; null for ever
 * @param forceTo the last day; null if none is on record
 */
public record RuleView(
        OwnershipRule id,
        String title,
        String law,
        String url,
        Asked asked,
        RuleForce force,
        LocalDate forceFrom,
        LocalDate forceTo,
        String forceReason,
        String forceUrl,
        List<String> notes) {
    public static final Columns<RuleView> COLUMNS = Columns.<RuleView>none()
            .and("id", RuleView::id)
            .and("title", RuleView::title)
            .and("law", RuleView::law)
            .and("url", RuleView::url)
            .and("version", rule -> rule.asked().version())
            .and("from", rule -> rule.asked().from())
            .and("threshold", rule -> rule.asked().threshold())
            .and("comparison", rule -> rule.asked().comparison())
            .and("aggregates", rule -> rule.asked().aggregates())
            .and("flagsMinority", rule -> rule.asked().flagsMinority())
            .and("force", RuleView::force)
            .and("forceFrom", RuleView::forceFrom)
            .and("forceTo", RuleView::forceTo)
            .and("forceReason", RuleView::forceReason)
            .and("forceUrl", RuleView::forceUrl)
            .and("notes", RuleView::notes);

    /**
     * What a version of the rule asks for.
     *
     * @param from the first day of the version; null for ever
     * @param threshold in percent; null if no stake catches anybody
     * @param comparison between the stakes and the threshold; null without one
     */
    record Asked(
            String version,
            LocalDate from,
            BigDecimal threshold,
            String comparison,
            boolean aggregates,
            boolean flagsMinority) {
        public static Asked of(RuleProfile.Version version) {
            return new Asked(
                    version.version(),
                    version.from(),
                    version.threshold(),
                    version.comparison(),
                    version.aggregates(),
                    version.flagsMinority());
        }
    }

    public static RuleView of(RuleProfile profile, LocalDate day) {
        RuleProfile.Period period = profile.periodOn(day);
        return new RuleView(
                profile.rule(),
                profile.title(),
                profile.law(),
                profile.url(),
                Asked.of(profile.versionOn(day)),
                period.force(),
                period.from(),
                profile.lastDay(period),
                period.reason(),
                period.url(),
                profile.notes());
    }
}
