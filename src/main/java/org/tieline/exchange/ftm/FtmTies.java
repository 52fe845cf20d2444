package org.tieline.exchange.ftm;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.imports.ForeignIds;
import org.tieline.exchange.imports.ForeignText;
import org.tieline.exchange.imports.ImportedFacts;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.Organization;
import org.tieline.model.Segment;
import org.tieline.model.Term;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** Makes ties of ownerships and links. */
final class FtmTies {
    private final FtmThings things;
    private final FtmSources sources;
    private final ImportedFacts facts;
    private final ForeignIds ids = new ForeignIds("tie");

    FtmTies(FtmThings things, FtmSources sources, ImportedFacts facts) {
        this.things = things;
        this.sources = sources;
        this.facts = facts;
    }

    /** @throws FtmEntity.Left with the reason */
    void takeStake(FtmEntity entity) {
        Organization owner = things.organization("owner", entity.only("owner"));
        Organization asset = things.organization("asset", entity.only("asset"));
        List<String> given = entity.all("percentage");
        Optional<BigDecimal> share = FtmPercentage.read(given);
        String unread = "";
        if (share.isEmpty() && !given.isEmpty()) {
            unread = " The share is given as \"%s\".".formatted(String.join("\", \"", given));
            facts.change(
                    "Ownership: its percentage is left, as it may mean several things",
                    "%s: %s".formatted(entity.origin(), String.join(", ", given)));
        }
        // Who said it, a foreign file does not tell.
        Evidence evidence = entity.first("status")
                .flatMap(status -> FtmThings.term(Evidence.class, status))
                .orElse(Evidence.REPORTED);
        take(entity, owner, TieType.OWNS, asset, share.orElse(null), evidence, unread);
    }

    /** @throws FtmEntity.Left with the reason */
    void takeLink(FtmEntity entity) {
        String role = entity.only("role");
        boolean denied = role.startsWith(FtmWords.DENIED);
        TieType type = FtmThings.term(TieType.class, denied ? role.substring(FtmWords.DENIED.length()) : role)
                .orElseThrow(() -> new FtmEntity.Left(
                        "its role is none of %s, so what it is, is not known".formatted(Term.words(TieType.class))));
        Organization subject = things.organization("subject", entity.only("subject"));
        Organization object = things.organization("object", entity.only("object"));
        Evidence evidence = denied
                ? Evidence.DENIED
                : entity.first("status")
                        .flatMap(status -> FtmThings.term(Evidence.class, status))
                        .orElse(Evidence.REPORTED);
        BigDecimal percent =
                FtmPercentage.read(entity.details(FtmWords.PERCENTAGE)).orElse(null);
        take(entity, subject, type, object, percent, evidence, "");
    }

    private void take(
            FtmEntity entity,
            Organization from,
            TieType type,
            Organization to,
            @Nullable BigDecimal percent,
            Evidence evidence,
            String more) {
        String said = entity.first("summary").orElse("");
        String summary = said.isEmpty() && entity.own(FtmWords.TIE).isEmpty()
                ? "%s %s %s, as a FollowTheMoney file has it."
                        .formatted(from.name(), type == TieType.OWNS ? "holds a part of" : type.text(), to.name())
                : said;
        var since = entity.date("startDate");
        var until = entity.date("endDate");
        var removing = entity.detailDate(FtmWords.REMOVING);
        var verified = entity.detailDate(FtmWords.VERIFIED);
        var share = FtmPercentage.read(entity.details(FtmWords.SHARE)).orElse(null);
        var shareOn = entity.detailDate(FtmWords.SHARE_ON);
        facts.ties()
                .take(
                        entity.origin(),
                        () -> new Tie(
                                entity.own(FtmWords.TIE).orElseGet(() -> ids.of(entity.id())),
                                from.id(),
                                type,
                                to.id(),
                                since,
                                removing,
                                verified,
                                until,
                                percent,
                                share,
                                shareOn,
                                terms(entity, FtmWords.SEGMENT, Segment.class),
                                terms(entity, FtmWords.GENERATION, Generation.class),
                                entity.details(FtmWords.PLACE),
                                evidence,
                                sources.of(entity),
                                ForeignText.trimmed(summary + more)));
    }

    private static <T extends Enum<T> & Term> List<T> terms(FtmEntity entity, String key, Class<T> vocabulary) {
        return entity.details(key).stream()
                .flatMap(text -> FtmThings.term(vocabulary, text).stream())
                .toList();
    }
}
