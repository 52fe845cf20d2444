package org.tieline.question.scenarios;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;

/** The changes of a scenario to bans; each returns what it was understood to be, or null if something is wrong with it. */
final class BanChanges {
    private final BanOverlay bans;
    private final LocalDate asOf;
    private final ScenarioReader reader;

    /** @param asOf the day that is asked about, on which a ban without dates takes effect */
    BanChanges(BanOverlay bans, LocalDate asOf, ScenarioReader reader) {
        this.bans = bans;
        this.asOf = asOf;
        this.reader = reader;
    }

    @Nullable
    String lift(int place, ScenarioFields fields) {
        String id = fields.required("ban");
        LocalDate on = fields.day("on");
        fields.refuseOthers();
        Ban ban = id == null ? null : named(fields, "ban", id);
        if (ban != null
                && on != null
                && ban.ended() != null
                && !ban.ended().firstDay().isAfter(on)) {
            fields.refuse(
                    "on", "on must be before the ban %s ended (%s), was %s".formatted(id, ban.ended(), on), List.of());
        }
        if (ban == null || !fields.sound()) {
            return null;
        }
        bans.lift(place, ban, on);
        return on == null ? "The ban %s is taken away.".formatted(id) : "The ban %s is lifted on %s.".formatted(id, on);
    }

    /** The ban that a field names; null, and noted, if it is not there. */
    private @Nullable Ban named(ScenarioFields fields, String field, String id) {
        Ban ban = bans.now(id).orElse(null);
        if (ban == null && bans.onRecord(id).isPresent()) {
            fields.refuse(field, "%s was taken away by changes%s".formatted(id, bans.changesOf(id)), List.of());
        } else if (ban == null) {
            fields.refuse(field, "there is no ban with the id " + id, bans.nearest(id));
        }
        return ban;
    }

    @Nullable
    String add(int place, ScenarioFields fields) {
        String given = fields.text("id");
        String id = given == null ? "supposed-ban-" + place : given;
        Organization government = reader.organization(fields, "government", fields.required("government"));
        String country = country(fields, government);
        List<String> targets = organizations(fields, "targets");
        List<String> carriers = organizations(fields, "carriers");
        boolean named = fields.flag("named", true);
        BanNature nature = fields.term("nature", BanNature.class, BanNature.ORDER);
        List<Scope> scope = fields.scopes("scope");
        BanStatus status = fields.term("status", BanStatus.class, BanStatus.IN_FORCE);
        PartialDate reported = fields.date("reported");
        PartialDate announced = fields.date("announced");
        PartialDate effective = fields.date("effective");
        PartialDate deadline = fields.date("deadline");
        PartialDate ended = fields.date("ended");
        List<String> replaces = fields.texts("replaces");
        replaces.forEach(other -> named(fields, "replaces", other));
        fields.refuseOthers();
        if (government != null && government.kind() != OrganizationKind.GOVERNMENT) {
            fields.refuse("government", "%s is no government".formatted(government.id()), List.of());
        }
        if (bans.now(id).isPresent()) {
            fields.refuse("id", "there is a ban %s already; lift it first, or leave id out".formatted(id), List.of());
        }
        if (government == null || country == null || !fields.sound()) {
            return null;
        }
        boolean undated = Stream.of(reported, announced, effective).allMatch(date -> date == null);
        try {
            bans.set(
                    place,
                    id,
                    new Ban(
                                    id,
                                    government.id(),
                                    country,
                                    targets,
                                    named,
                                    carriers,
                                    nature,
                                    scope,
                                    status,
                                    reported,
                                    announced,
                                    undated ? PartialDate.of(asOf) : effective,
                                    deadline,
                                    ended,
                                    replaces,
                                    TieOverlay.NO_SOURCE,
                                    null,
                                    null)
                            .complete());
        } catch (InvalidValue e) {
            fields.refuse(e);
            return null;
        }
        String others = replaces.isEmpty() ? "" : " in the place of " + String.join(", ", replaces);
        return "The ban %s of %s on %s is added%s.".formatted(id, government.id(), String.join(", ", targets), others);
    }

    /** The country that is given, else that of the government. */
    private static @Nullable String country(ScenarioFields fields, @Nullable Organization government) {
        Set<String> given = fields.countries("country");
        if (given.size() > 1) {
            fields.refuse("country", "country may be given once", List.of());
        }
        String home = government == null ? null : government.country();
        if (given.isEmpty() && government != null && home == null) {
            fields.refuse("country", "country must be given: %s has none".formatted(government.id()), List.of());
        }
        return given.isEmpty() ? home : given.iterator().next();
    }

    private List<String> organizations(ScenarioFields fields, String field) {
        return fields.texts(field).stream()
                .map(id -> reader.organization(fields, field, id))
                .filter(Objects::nonNull)
                .map(Organization::id)
                .distinct()
                .toList();
    }

    /** Takes an organization out of all bans and tells how many change. */
    int remove(int place, String organization) {
        return bans.remove(place, organization);
    }
}
