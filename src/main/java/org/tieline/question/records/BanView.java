package org.tieline.question.records;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.BanStatus;
import org.tieline.model.OwnershipRule;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.question.Columns;
import org.tieline.question.FirstResults;
import org.tieline.question.Links;
import org.tieline.question.ListPart;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Paging;
import org.tieline.question.words.BanName;
import org.tieline.restriction.BanClock;
import org.tieline.restriction.BanFlag;

/**
 * A ban as far as it was known, with the ids of its sources.
 *
 * @param name what a person would call it, made of its fields
 * @param named whether the measure names its targets
 * @param carriers ids of the only carriers that it binds; empty for all
 * @param state how it stood on the day that was asked about; null if it did not exist yet
 * @param status how far it has come, as its sources last had it, whatever the day
 * @param replaces ids of the bans that have ended once it is in force
 * @param replacedBy the id of the ban that was in force in its place on the day; null if there was none
 * @param ownershipRule null where the law says nothing of organizations that its targets own
 * @param reported null if not known
 * @param announced null if not known
 * @param effective null if not known
 * @param deadline null if not known
 * @param ended null if not known
 * @param summary what the sources say; null if it is not told
 * @param links null if a scenario supposes it: what is supposed has no address
 */
public record BanView(
        String id,
        String name,
        String government,
        String country,
        List<String> targets,
        boolean named,
        List<String> carriers,
        BanNature nature,
        List<Scope> scope,
        @Nullable BanState state,
        List<BanFlag> flags,
        BanStatus status,
        @Nullable PartialDate reported,
        @Nullable PartialDate announced,
        @Nullable PartialDate effective,
        @Nullable PartialDate deadline,
        @Nullable PartialDate ended,
        List<String> replaces,
        @Nullable String replacedBy,
        List<String> sources,
        @Nullable OwnershipRule ownershipRule,
        @Nullable String summary,
        @Nullable Addresses links) {
    public static final Columns<BanView> COLUMNS = Columns.<BanView>none()
            .and("id", BanView::id)
            .and("name", BanView::name)
            .and("government", BanView::government)
            .and("country", BanView::country)
            .and("targets", BanView::targets)
            .and("named", BanView::named)
            .and("carriers", BanView::carriers)
            .and("nature", BanView::nature)
            .and("scope", BanView::scope)
            .and("state", BanView::state)
            .and("flags", BanView::flags)
            .and("status", BanView::status)
            .and("reported", BanView::reported)
            .and("announced", BanView::announced)
            .and("effective", BanView::effective)
            .and("deadline", BanView::deadline)
            .and("ended", BanView::ended)
            .and("replaces", BanView::replaces)
            .and("replacedBy", BanView::replacedBy)
            .and("sources", BanView::sources)
            .and("ownershipRule", BanView::ownershipRule)
            .and("summary", BanView::summary);

    /** Where to read on. */
    record Addresses(String self, String government, List<String> targets, List<String> sources) {}

    public static BanView of(BanSeen seen, Snapshot snapshot) {
        Ban ban = seen.ban();
        return new BanView(
                ban.id(),
                BanName.of(ban, snapshot).toString(),
                ban.government(),
                ban.country(),
                ban.targets(),
                ban.named(),
                ban.carriers(),
                ban.nature(),
                ban.scope(),
                seen.state().orElse(null),
                seen.flags().stream().sorted().toList(),
                ban.status(),
                ban.reported(),
                ban.announced(),
                ban.effective(),
                ban.deadline(),
                ban.ended(),
                ban.replaces(),
                seen.replacedBy(),
                ban.sources(),
                ban.ownershipRule(),
                ban.summary(),
                seen.flags().contains(BanFlag.SUPPOSED) ? null : addresses(ban));
    }

    /** The first of those bans that somebody had written of, as they stood on a day. */
    static FirstResults<BanView> first(Snapshot snapshot, LocalDate asOf, Predicate<Ban> wanted) {
        BanClock clock = snapshot.clock(asOf, null);
        List<BanSeen> seen = snapshot.bans().values().stream()
                .filter(wanted)
                .flatMap(ban -> BanSeen.of(ban, clock).stream())
                .toList();
        return FirstResults.of(ListPart.of(seen, Paging.FIRST), each -> of(each, snapshot));
    }

    private static Addresses addresses(Ban ban) {
        return new Addresses(
                Links.ban(ban.id()),
                Links.organization(ban.government()),
                ban.targets().stream().map(Links::organization).toList(),
                Links.sources(ban.sources()));
    }
}
