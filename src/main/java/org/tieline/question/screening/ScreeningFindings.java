package org.tieline.question.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.FoundExposures;
import org.tieline.exposure.LeftOutCount;
import org.tieline.exposure.path.Exposure;
import org.tieline.model.Ban;
import org.tieline.model.BanState;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.question.Cores;
import org.tieline.question.Links;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.KnownAt;
import org.tieline.question.screening.ScreeningFinding.Addresses;
import org.tieline.question.screening.ScreeningFinding.ExposedTo;
import org.tieline.question.screening.ScreeningFinding.Restriction;
import org.tieline.question.screening.ScreeningFinding.Status;
import org.tieline.restriction.BanOnDay;
import org.tieline.restriction.Restrictions;

/**
 * What is on record of any organization on one day. The searches, one from each restricted vendor, are done once, when this is
 * made, on all cores; of each the paths that it found are kept, and spelled out only for those that are asked about.
 */
public final class ScreeningFindings {
    private final Snapshot snapshot;
    private final ScreeningQuestion question;
    private final Restrictions restrictions;
    private final List<String> vendors;
    private final LeftOutCount leftOut = new LeftOutCount();
    private final Map<String, List<Hit>> byCarrier = new HashMap<>();

    /** Carrier {@code i} of a search. */
    private record Hit(FoundExposures reach, int i) {}

    /** @throws org.tieline.model.TielineException.NotFound if the question names a government that is not there */
    public ScreeningFindings(Snapshot snapshot, ScreeningQuestion question) {
        question.bans().governments().forEach(snapshot::organization);
        this.snapshot = snapshot;
        this.question = question;
        restrictions = snapshot.restrictions(
                question.search().asOf(), question.search().knownAt());
        vendors = List.copyOf(restrictions.restricted(question.bans(), snapshot::isVendor));
        Cores.inOrder(vendors, this::paths, reach -> {
            for (int i = 0; i < reach.size(); i++) {
                byCarrier
                        .computeIfAbsent(reach.carrier(i), none -> new ArrayList<>(1))
                        .add(new Hit(reach, i));
            }
        });
    }

    private FoundExposures paths(String vendor) {
        try (FoundExposures whole = snapshot.search().reach(vendor, question.search())) {
            leftOut.add(whole);
            return whole.paths();
        }
    }

    public ExposureAnswer.Searched searched() {
        return ExposureAnswer.Searched.of(snapshot, question.exposures(), vendors, leftOut.total(), null);
    }

    public ScreeningFinding of(Organization organization) {
        String id = organization.id();
        LocalDate asOf = question.search().asOf();
        ExposureQuestion asked = question.exposures();
        List<BanOnDay> bans = restrictions.on(id, BanState.REPORTED);
        List<Restriction> restrictedBy = bans.stream()
                .filter(question.bans()::accepts)
                .map(onDay -> Restriction.of(onDay, asOf))
                .toList();
        List<ExposedTo> exposures = exposures(id, ScreeningFinding.MOST_EXPOSURES).stream()
                .map(each ->
                        ExposedTo.of(snapshot.organization(each.vendor()), each, asked.addressOf(each.vendor(), id)))
                .toList();
        int total = countExposures(id);
        int others = bans.size() - restrictedBy.size();
        boolean carrier = organization.kind() == OrganizationKind.CARRIER;
        return new ScreeningFinding(
                Status.of(!restrictedBy.isEmpty(), total > 0),
                text(organization, restrictedBy, others, exposures, total),
                restrictedBy,
                others,
                total,
                exposures,
                new Addresses(
                        Links.bansOn(
                                id,
                                asOf,
                                KnownAt.of(
                                        question.search().knownAt(),
                                        question.search().release())),
                        carrier ? asked.addressOf(id) : null));
    }

    /** Exposures of an organization to restricted vendors, nearest first, then by vendor; none unless it is a carrier. */
    public List<Exposure> exposures(String organization, int most) {
        return byCarrier.getOrDefault(organization, List.of()).stream()
                .sorted(Comparator.<Hit>comparingInt(hit -> hit.reach.hops(hit.i))
                        .thenComparing(hit -> hit.reach.vendor()))
                .limit(most)
                .map(hit -> hit.reach.exposure(hit.i))
                .toList();
    }

    /** To how many restricted vendors an organization is exposed. */
    public int countExposures(String organization) {
        return byCarrier.getOrDefault(organization, List.of()).size();
    }

    /** The date that put a ban in its state; only known dates are left in it. */
    public static @Nullable PartialDate since(BanOnDay onDay, LocalDate asOf) {
        Ban ban = onDay.ban();
        boolean begun =
                ban.effective() != null && !asOf.isBefore(ban.effective().firstDay());
        if (onDay.state() == BanState.IN_FORCE && begun) {
            return ban.effective();
        }
        return onDay.state() == BanState.REPORTED || ban.announced() == null ? ban.reported() : ban.announced();
    }

    private String text(
            Organization organization,
            List<Restriction> restrictedBy,
            int otherBans,
            List<ExposedTo> exposures,
            int exposuresTotal) {
        List<String> sentences = new ArrayList<>();
        String day = question.search().asOf().toString();
        if (!restrictedBy.isEmpty()) {
            sentences.add("On %s %s: %s."
                    .formatted(
                            day,
                            restrictedBy.size() == 1
                                    ? "a ban is against it"
                                    : restrictedBy.size() + " bans are against it",
                            restrictedBy.stream()
                                    .map(each -> "%s (%s, %s since %s)"
                                            .formatted(
                                                    each.id(),
                                                    each.country(),
                                                    each.state().text(),
                                                    each.since()))
                                    .collect(Collectors.joining(", "))));
        }
        if (!exposures.isEmpty()) {
            sentences.add("On %s ties lead to it from %s%s."
                    .formatted(
                            day,
                            exposures.stream()
                                    .map(each -> "%s (%s, %d %s, %s)"
                                            .formatted(
                                                    each.vendor().id(),
                                                    each.relation().text(),
                                                    each.hops(),
                                                    each.hops() == 1 ? "tie" : "ties",
                                                    each.evidence().text()))
                                    .collect(Collectors.joining(", ")),
                            exposuresTotal > exposures.size()
                                    ? " and %d others".formatted(exposuresTotal - exposures.size())
                                    : ""));
        }
        if (sentences.isEmpty()) {
            sentences.add("Nothing on record on this day, %s: no ban that was searched is against it%s."
                    .formatted(
                            day,
                            organization.kind() == OrganizationKind.CARRIER
                                    ? ", and no tie that was searched leads to it from a vendor restricted then"
                                    : ""));
        }
        if (organization.kind() != OrganizationKind.CARRIER) {
            sentences.add("Exposures are searched for carriers alone; its kind is %s."
                    .formatted(organization.kind().text()));
        }
        if (otherBans > 0) {
            sentences.add("%d other %s on it not searched: of another nature, in a weaker state or narrowed out."
                    .formatted(otherBans, otherBans == 1 ? "ban was" : "bans were"));
        }
        return String.join(" ", sentences);
    }
}
