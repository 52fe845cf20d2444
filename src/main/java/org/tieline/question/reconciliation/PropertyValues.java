package org.tieline.question.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.StakesOnDay;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Stake;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.question.Snapshot;
import org.tieline.question.reconciliation.ExtensionQuestion.Wanted;
import org.tieline.question.records.RestrictionInquiry;
import org.tieline.question.screening.ScreeningFindings;
import org.tieline.question.screening.ScreeningQuestion;
import org.tieline.restriction.BanOnDay;
import org.tieline.restriction.Restrictions;

/** Works out properties. What several of them need on the same day is worked out once. */
final class PropertyValues {
    static final Found NONE = new Found(List.of(), 0);

    private final Snapshot snapshot;
    private final Map<ScreeningQuestion, Restrictions> restrictions = new HashMap<>();
    private final Map<ScreeningQuestion, ScreeningFindings> findings = new HashMap<>();
    private final Map<ScreeningQuestion, StakesOnDay> stakes = new HashMap<>();

    /**
     * The values of a property.
     *
     * @param first as many as were wanted
     * @param total how many there are
     */
    record Found(List<PropertyValue> first, int total) {
        static Found of(List<PropertyValue> all, int limit) {
            return new Found(all.stream().limit(limit).toList(), all.size());
        }
    }

    PropertyValues(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    Found of(Organization of, Wanted wanted) {
        int limit = wanted.limit();
        return switch (wanted.property()) {
            case ID -> Found.of(List.of(PropertyValue.text(of.id())), limit);
            case NAME -> Found.of(List.of(PropertyValue.text(of.name())), limit);
            case KIND -> Found.of(List.of(PropertyValue.text(of.kind().text())), limit);
            case COUNTRY ->
                Found.of(of.country() == null ? List.of() : List.of(PropertyValue.text(of.country())), limit);
            case ALIAS ->
                Found.of(of.aliases().stream().map(PropertyValue::text).toList(), limit);
            case WIKIDATA, LEI, ISIN, MCC_MNC, ASN, REGISTER -> Found.of(identifiers(of, wanted), limit);
            case RESTRICTED_SINCE -> Found.of(restrictedSince(of, wanted.on()), limit);
            case RESTRICTED_BY ->
                Found.of(
                        restricting(of.id(), wanted.on()).stream()
                                .map(ban -> PropertyValue.text(PropertyEvidence.ban(
                                        ban, wanted.on().search().asOf())))
                                .toList(),
                        limit);
            case EXPOSED_TO, EXPOSURE_PATH -> exposures(of, wanted);
            case OWNER, OWNER_PERCENT, OWNER_TIE -> Found.of(owners(of, wanted), limit);
        };
    }

    private List<PropertyValue> identifiers(Organization of, Wanted wanted) {
        SearchOptions on = wanted.on().search();
        return snapshot.names().identifiers().of(of.id()).stream()
                .filter(each -> each.scheme() == wanted.property().scheme().orElseThrow())
                .filter(each -> each.holds(on.asOf(), on.knownAt()))
                .map(each -> new PropertyValue(Map.of("str", each.value()), PropertyEvidence.identifier(each)))
                .toList();
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
                .map(first -> PropertyValue.dated(
                        first.since, PropertyEvidence.ban(first.ban, on.search().asOf())))
                .map(List::of)
                .orElse(List.of());
    }

    private Found exposures(Organization of, Wanted wanted) {
        if (!wanted.property().isOf(of.kind())) {
            return NONE;
        }
        ScreeningFindings found =
                findings.computeIfAbsent(wanted.on(), none -> new ScreeningFindings(snapshot, wanted.on()));
        List<PropertyValue> first = new ArrayList<>();
        for (Exposure exposure : found.exposures(of.id(), wanted.limit())) {
            String evidence = PropertyEvidence.exposure(exposure, restricting(exposure.vendor(), wanted.on()));
            first.add(
                    wanted.property() == OrganizationProperty.EXPOSED_TO
                            ? PropertyValue.another(snapshot.organization(exposure.vendor()), evidence)
                            : PropertyValue.text(evidence));
        }
        return new Found(List.copyOf(first), found.countExposures(of.id()));
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
                        case OWNER -> PropertyValue.another(snapshot.organization(stake.owner()), evidence);
                        case OWNER_PERCENT -> PropertyValue.share(stake.percent(), evidence);
                        default -> PropertyValue.text(evidence);
                    });
        }
        return owners;
    }
}
