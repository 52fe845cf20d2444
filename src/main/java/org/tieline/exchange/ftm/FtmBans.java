package org.tieline.exchange.ftm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.imports.ForeignIds;
import org.tieline.exchange.imports.ForeignText;
import org.tieline.exchange.imports.ImportedFacts;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.OwnershipRule;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;

/**
 * Makes bans of sanctions. A designation binds from its start and names whom it means, so a foreign one is an order; what it
 * forbids must be said in words of ours, or by whoever imports it.
 */
final class FtmBans {
    private static final Set<String> OVER =
            Set.of("inactive", "expired", "lifted", "removed", "delisted", "revoked", "terminated");

    private final @Nullable Scope scope;
    private final FtmThings things;
    private final FtmSources sources;
    private final ImportedFacts facts;
    private final LocalDate day;
    private final ForeignIds ids = new ForeignIds("ban");

    /**
     * @param scope that of sanctions that say none; null to leave them
     * @param day when the file was so: an end after it lies ahead
     */
    FtmBans(@Nullable Scope scope, LocalDate day, FtmThings things, FtmSources sources, ImportedFacts facts) {
        this.scope = scope;
        this.day = day;
        this.things = things;
        this.sources = sources;
        this.facts = facts;
    }

    /**
     * @throws FtmEntity.Left with the reason
     * @throws InvalidValue if the model refuses the ban
     */
    void take(FtmEntity entity) {
        List<String> entities = entity.all("entity");
        if (entities.isEmpty()) {
            throw new FtmEntity.Left("entity: none is given");
        }
        List<String> targets = entities.stream()
                .map(id -> things.organization("entity", id).id())
                .distinct()
                .toList();
        Optional<String> own = entity.own(FtmWords.BAN);
        Ban ban = own.isPresent() ? own(entity, own.get(), targets) : foreign(entity, targets);
        Ban earlier = own.isPresent() ? facts.bans().get(ban.id()) : null;
        if (earlier == null) {
            facts.bans().take(entity.origin(), () -> ban);
        } else if (earlier.with(targets, earlier.ended()).equals(ban.with(targets, ban.ended()))) {
            List<String> all = Stream.concat(earlier.targets().stream(), targets.stream())
                    .distinct()
                    .toList();
            facts.bans().replace(earlier.with(all, earlier.ended()));
        } else {
            throw new FtmEntity.Left("another entity of the same ban says something else");
        }
    }

    /** A ban as {@link FtmExport} wrote it. */
    private Ban own(FtmEntity entity, String id, List<String> targets) {
        Organization government = things.organization(
                FtmWords.GOVERNMENT, entity.detail(FtmWords.GOVERNMENT).orElse(""));
        List<String> carriers = entity.details(FtmWords.CARRIER).stream()
                .map(carrier -> things.organization(FtmWords.CARRIER, carrier).id())
                .toList();
        BanStatus status = entity.first("status")
                .flatMap(text -> FtmThings.term(BanStatus.class, text))
                .orElseThrow(() -> new FtmEntity.Left("its status is none of a ban"));
        BanNature nature = entity.detail(FtmWords.NATURE)
                .flatMap(text -> FtmThings.term(BanNature.class, text))
                .orElseThrow(() -> new FtmEntity.Left("its nature is not given"));
        OwnershipRule rule = entity.detail(FtmWords.OWNERSHIP_RULE)
                .flatMap(text -> FtmThings.term(OwnershipRule.class, text))
                .orElse(null);
        boolean named = entity.detail(FtmWords.NAMED).filter("yes"::equals).isPresent();
        return build(entity, id, government, targets, named, carriers, nature, status, rule);
    }

    private Ban foreign(FtmEntity entity, List<String> targets) {
        String authority = entity.first("authority").orElseThrow(() -> new FtmEntity.Left("no authority"));
        Organization government = things.authority(entity, authority, country(entity, null));
        return build(
                entity,
                ids.of(entity.id()),
                government,
                targets,
                true,
                List.of(),
                BanNature.ORDER,
                status(entity),
                null);
    }

    private static @Nullable String country(FtmEntity entity, @Nullable Organization government) {
        List<String> codes = entity.all("country");
        if (codes.size() > 1) {
            throw new FtmEntity.Left("country: several are given");
        }
        String country = codes.isEmpty() ? null : ForeignText.country(codes.getFirst());
        return country == null && government != null ? government.country() : country;
    }

    /** Over if it says so or its end is past; in force from a start; otherwise announced. An end to come ends nothing yet. */
    private BanStatus status(FtmEntity entity) {
        PartialDate end = entity.date("endDate");
        boolean over = entity.all("status").stream().anyMatch(status -> OVER.contains(status.toLowerCase(Locale.ROOT)));
        boolean past = end != null && !end.firstDay().isAfter(day);
        if (over && !past) {
            throw new FtmEntity.Left("it is over, and no date says since when");
        }
        if (past) {
            return BanStatus.LIFTED;
        }
        return entity.date("startDate") != null ? BanStatus.IN_FORCE : BanStatus.ANNOUNCED;
    }

    private Ban build(
            FtmEntity entity,
            String id,
            Organization government,
            List<String> targets,
            boolean named,
            List<String> carriers,
            BanNature nature,
            BanStatus status,
            @Nullable OwnershipRule rule) {
        String country = country(entity, government);
        if (country == null) {
            throw new FtmEntity.Left("no country in which it applies");
        }
        List<Scope> scopes = scopes(entity);
        PartialDate announced = entity.date("listingDate");
        PartialDate effective = entity.date("startDate");
        PartialDate ended = entity.date("endDate");
        PartialDate reported = entity.detailDate(FtmWords.REPORTED);
        if (announced == null && effective == null && reported == null) {
            throw new FtmEntity.Left("no date on which it began");
        }
        return new Ban(
                        id,
                        government.id(),
                        country,
                        targets,
                        named,
                        carriers,
                        nature,
                        scopes,
                        status,
                        reported,
                        announced,
                        effective,
                        entity.detailDate(FtmWords.DEADLINE),
                        ended,
                        entity.details(FtmWords.REPLACES),
                        sources.of(entity),
                        rule,
                        summary(entity))
                .complete();
    }

    private List<Scope> scopes(FtmEntity entity) {
        List<Scope> scopes = new ArrayList<>();
        for (String provision : entity.all("provisions")) {
            String word = provision.toLowerCase(Locale.ROOT).replace(' ', '-');
            try {
                scopes.add(new Scope(word));
            } catch (InvalidValue e) {
                if (scope == null) {
                    throw new FtmEntity.Left("its provisions are none of the scopes of a ban");
                }
            }
        }
        if (scopes.isEmpty()) {
            if (scope == null) {
                throw new FtmEntity.Left("no provisions, so what it forbids is not known");
            }
            facts.change(
                    "Sanction: its scope is the one that was given for all",
                    entity.origin().toString());
            scopes.add(scope);
        }
        return scopes.stream().distinct().toList();
    }

    private static String summary(FtmEntity entity) {
        if (entity.own(FtmWords.BAN).isPresent()) {
            return entity.first("summary").orElse("");
        }
        List<String> said = new ArrayList<>(entity.all("summary"));
        said.addAll(entity.all("reason"));
        entity.all("program").forEach(program -> said.add("Program: " + program));
        return said.isEmpty() ? "A designation, as a FollowTheMoney file has it." : String.join(" ", said);
    }
}
