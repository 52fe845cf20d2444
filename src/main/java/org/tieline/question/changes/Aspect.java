package org.tieline.question.changes;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Hop;
import org.tieline.model.Term;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.BanOnDay;

/** What of an exposure may differ between two answers. */
public enum Aspect implements Term {
    /** Other ties lie on the path, or in another order. */
    PATH,

    /** The number of ties. */
    HOPS,

    /** How the path reads. */
    RELATION,

    /** The weakest grade on the path. */
    EVIDENCE,

    /** Whether every tie of the path certainly holds. */
    CERTAINTY,

    /** What to know before relying on it. */
    FLAGS,

    /** What is shown of a tie that lies on both paths: dates, stake, places, grade, certainty, sources. */
    FACTS,

    /** The bans on the vendor that are listed, or the state or flags of one. */
    BAN;

    /** All that differs; empty if the two are written the same. */
    static Set<Aspect> between(Found before, Found after) {
        Set<Aspect> aspects = between(before.exposure(), after.exposure());
        add(aspects, BAN, before, after, Aspect::bans);
        return aspects;
    }

    /** All that differs but for the bans. */
    static Set<Aspect> between(Exposure a, Exposure b) {
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        add(aspects, PATH, a, b, exposure -> exposure.path().stream()
                .map(Hop::tie)
                .toList());
        add(aspects, HOPS, a, b, Exposure::hops);
        add(aspects, RELATION, a, b, Exposure::relation);
        add(aspects, EVIDENCE, a, b, Exposure::evidence);
        add(aspects, CERTAINTY, a, b, Exposure::certainty);
        add(aspects, FLAGS, a, b, Exposure::flags);
        Map<String, Hop> hops = byTie(b);
        boolean facts = a.path().stream()
                .anyMatch(hop -> hops.containsKey(hop.tie()) && !facts(hop).equals(facts(hops.get(hop.tie()))));
        if (facts) {
            aspects.add(FACTS);
        }
        return aspects;
    }

    private static <T> void add(Set<Aspect> aspects, Aspect aspect, T a, T b, Function<T, Object> value) {
        if (!value.apply(a).equals(value.apply(b))) {
            aspects.add(aspect);
        }
    }

    /** A hop for each tie of the path; one that is walked twice, on both sides of a contact, shows the same facts twice. */
    static Map<String, Hop> byTie(Exposure exposure) {
        return exposure.path().stream()
                .collect(Collectors.toMap(Hop::tie, Function.identity(), (first, second) -> first));
    }

    /** What a hop shows of its tie, whichever way it was walked. */
    static List<Object> facts(Hop hop) {
        return Arrays.asList(
                hop.since(),
                hop.removing(),
                hop.verified(),
                hop.until(),
                hop.percent(),
                hop.share(),
                hop.shareOn(),
                hop.segment(),
                hop.generation(),
                hop.countries(),
                hop.evidence(),
                hop.certainty(),
                hop.state(),
                hop.lastEvidenced(),
                hop.flags(),
                hop.sources());
    }

    /** By id, what of each listed ban may change. */
    static Map<String, Object> bans(Found found) {
        return found.bans().stream()
                .map(BanAgainst::onDay)
                .collect(Collectors.toMap(onDay -> onDay.ban().id(), Aspect::standing));
    }

    static List<Object> standing(BanOnDay onDay) {
        return List.of(onDay.state(), onDay.flags());
    }
}
