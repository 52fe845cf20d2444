package org.tieline.procedure;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Hop;
import org.tieline.model.Ban;
import org.tieline.model.Term;
import org.tieline.restriction.BanOnDay;

/** Parts of an answer as maps of Cypher, in the words of the API; what is not known is null. */
final class CypherValues {
    private CypherValues() {}

    /** A tie as it was walked and known. */
    static Map<String, @Nullable Object> of(Hop hop) {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put("tie", hop.tie());
        map.put("from", hop.from());
        map.put("type", hop.type().text());
        map.put("direction", hop.direction().text());
        map.put("to", hop.to());
        map.put("since", text(hop.since()));
        map.put("removing", text(hop.removing()));
        map.put("verified", text(hop.verified()));
        map.put("until", text(hop.until()));
        map.put("percent", number(hop.percent()));
        map.put("share", number(hop.share()));
        map.put("shareOn", text(hop.shareOn()));
        map.put("segment", hop.segment().stream().map(Term::text).toList());
        map.put("generation", hop.generation().stream().map(Term::text).toList());
        map.put("countries", hop.countries());
        map.put("evidence", hop.evidence().text());
        map.put("certainty", hop.certainty().text());
        map.put("state", hop.state().text());
        map.put("lastEvidenced", text(hop.lastEvidenced()));
        map.put("flags", of(hop.flags()));
        map.put("sources", hop.sources());
        return map;
    }

    /** A ban as it stood and was known. */
    static Map<String, @Nullable Object> of(BanOnDay onDay) {
        Ban ban = onDay.ban();
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put("id", ban.id());
        map.put("government", ban.government());
        map.put("country", ban.country());
        map.put("named", ban.named());
        map.put("carriers", ban.carriers());
        map.put("nature", ban.nature().text());
        map.put("scope", ban.scope().stream().map(scope -> scope.text()).toList());
        map.put("state", onDay.state().text());
        map.put("status", ban.status().text());
        map.put("reported", text(ban.reported()));
        map.put("announced", text(ban.announced()));
        map.put("effective", text(ban.effective()));
        map.put("deadline", text(ban.deadline()));
        map.put("ended", text(ban.ended()));
        map.put("replaces", ban.replaces());
        map.put("replacedBy", onDay.replacedBy());
        map.put("sources", ban.sources());
        map.put("flags", of(onDay.flags()));
        return map;
    }

    /** In the order of their vocabulary. */
    static <T extends Enum<T> & Term> List<String> of(Collection<T> terms) {
        return terms.stream().sorted().map(Term::text).toList();
    }

    static @Nullable String of(@Nullable Term term) {
        return term == null ? null : term.text();
    }

    /** A date as the source gave it. */
    static @Nullable String text(@Nullable Object date) {
        return date == null ? null : date.toString();
    }

    static @Nullable Double number(@Nullable BigDecimal number) {
        return number == null ? null : (Double) number.doubleValue();
    }
}
