package org.tieline.question.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tieline.exposure.StakesOnDay;
import org.tieline.exposure.path.Stake;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.question.Snapshot;
import org.tieline.question.reconciliation.ExtensionAnswer.Values;
import org.tieline.question.reconciliation.ExtensionQuestion.Wanted;
import org.tieline.question.records.RestrictionInquiry;
import org.tieline.question.screening.ScreeningFinding;
import org.tieline.question.screening.ScreeningFindings;
import org.tieline.question.screening.ScreeningQuestion;
import org.tieline.restriction.BanOnDay;
import org.tieline.restriction.Restrictions;

/** Works out properties. What several of them need on the same day is worked out once. */
final class PropertyValues {
    private final Snapshot snapshot;
    private final Map<ScreeningQuestion, Restrictions> restrictions = new HashMap<>();
    private final Map<ScreeningQuestion, ScreeningFindings> findings = new HashMap<>();
    private final Map<ScreeningQuestion, StakesOnDay> stakes = new HashMap<>();

    PropertyValues(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    Values of(Organization of, Wanted wanted) {
        int limit = wanted.limit();
        return switch (wanted.property()) {
            case ID -> Values.of(List.of(text(of.id())), limit);
            case NAME -> Values.of(List.of(text(of.name())), limit);
            case KIND -> Values.of(List.of(text(of.kind().text())), limit);
            case COUNTRY -> Values.of(of.country() == null ? List.of() : List.of(text(of.country())), limit);
            case ALIAS ->
                Values.of(of.aliases().stream().map(PropertyValues::text).toList(), limit);
            case RESTRICTED_SINCE -> Values.of(restrictedSince(of, wanted.on()), limit);
            case RESTRICTED_BY ->
                Values.of(
                        restricting(of.id(), wanted.on()).stream()
                                .map(ban -> text(PropertyEvidence.ban(
                                        ban, wanted.on().search().asOf())))
                                .toList(),
                        limit);
            case EXPOSED_TO, EXPOSURE_PATH -> exposures(of, wanted);
            case OWNER, OWNER_PERCENT, OWNER_TIE -> Values.of(owners(of, wanted), limit);
        };
    }

    private static PropertyValue.Text text(String text) {
        return new PropertyValue.Text(text);
    }

    private List<BanOnDay> restricting(String organization, ScreeningQuestion on) {
        return restrictions
                .computeIfAbsent(
                        on,
                        none -> snapshot.restrictions(
                                on.search().asOf(), on.search().knownAt()))
                .restricting(organization, on.bans());
    }

    private record Begun(PartialDate since, BanOnDay ban) {}

    private List<PropertyValue> restrictedSince(Organization of, ScreeningQuestion on) {
        return restricting(of.id(), on).stream()
                .map(ban -> new Begun(
                        RestrictionInquiry.since(
                                snapshot, on.search().knownAt(), on.bans().minBan(), ban),
                        ban))
                .min(Comparator.comparing((Begun each) -> each.since.firstDay())
                        .thenComparing(each -> each.ban.ban().id()))
                .<PropertyValue>map(first -> new PropertyValue.Dated(
                        first.since, PropertyEvidence.ban(first.ban, on.search().asOf())))
                .map(List::of)
                .orElse(List.of());
    }

    private Values exposures(Organization of, Wanted wanted) {
        if (!wanted.property().isOf(of.kind())) {
            return Values.NONE;
        }
        ScreeningFinding finding = findings.computeIfAbsent(
                        wanted.on(), none -> new ScreeningFindings(snapshot, wanted.on()))
                .of(of, wanted.limit());
        List<PropertyValue> first = new ArrayList<>();
        finding.exposures().forEach(each -> {
            String evidence = PropertyEvidence.exposure(
                    each.exposure(), restricting(each.vendor().id(), wanted.on()));
            first.add(
                    wanted.property() == OrganizationProperty.EXPOSED_TO
                            ? new PropertyValue.Another(each.vendor(), evidence)
                            : text(evidence));
        });
        return new Values(List.copyOf(first), finding.exposuresTotal());
    }

    private List<PropertyValue> owners(Organization of, Wanted wanted) {
        StakesOnDay onDay = stakes.computeIfAbsent(
                wanted.on(),
                on -> new StakesOnDay(
                        snapshot.search().graph(),
                        on.search().asOf(),
                        on.search().knownAt(),
                        on.search().minEvidence()));
        List<PropertyValue> owners = new ArrayList<>();
        for (Stake stake : onDay.in(onDay.number(of.id()))) {
            String evidence = PropertyEvidence.stake(stake);
            owners.add(
                    switch (wanted.property()) {
                        case OWNER -> new PropertyValue.Another(snapshot.organization(stake.owner()), evidence);
                        case OWNER_PERCENT -> new PropertyValue.Share(stake.percent(), evidence);
                        default -> text(evidence);
                    });
        }
        return owners;
    }
}
