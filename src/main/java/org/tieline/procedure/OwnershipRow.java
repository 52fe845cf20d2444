package org.tieline.procedure;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.procedure.Description;
import org.tieline.exposure.path.Stake;
import org.tieline.question.FirstResults;
import org.tieline.question.OrganizationRef;
import org.tieline.question.ownership.OwnershipAnswer;
import org.tieline.question.ownership.OwnershipAnswer.Addition;
import org.tieline.question.ownership.OwnershipAnswer.Holding;
import org.tieline.question.ownership.OwnershipAnswer.Interval;
import org.tieline.question.ownership.OwnershipAnswer.LinkedStake;
import org.tieline.question.ownership.OwnershipAnswer.Open;
import org.tieline.question.ownership.OwnershipAnswer.Warning;
import org.tieline.question.ownership.OwnershipSearched;
import org.tieline.question.ownership.RuleOnDay;
import org.tieline.question.parameter.KnownAt;

/** The verdict on one organization, with the working as the API spells it out; organizations in it stand as their ids. */
public record OwnershipRow(
        @Description("The organization.") Node organization,

        @Description("yes, no, unknown or red-flag on the day.")
        String verdict,

        @Description("What the verdict would be if the rule were in force.")
        String ifInForce,

        @Description("The same in words.") String explanation,

        @Description("The stakes that were added up or compared.")
        List<Relationship> stakes,

        @Description("Whom the rule caught on its way to the organization, by step, and the organization itself.")
        Map<String, Object> steps,

        @Description("What leaves the verdict open, and what it would have to be.")
        Map<String, Object> open,

        @Description("What to know before relying on it.") Map<String, Object> warnings,
        @Description("Whether it is listed itself.") boolean listed,

        @Description("What was asked by: the rule as it stood on the day, and who was listed.")
        Map<String, Object> searched) {

    static OwnershipRow of(OwnershipAnswer answer, ElementLookup stored) {
        Set<Stake> stakes = new LinkedHashSet<>();
        answer.steps().results().forEach(step -> step.added().results().forEach(holding -> holding.stakes()
                .forEach(held -> stakes.add(held.stake()))));
        return new OwnershipRow(
                stored.organization(answer.organization().id()),
                answer.verdict().text(),
                answer.ifInForce().text(),
                answer.explanation(),
                stakes.stream().map(stored::stake).toList(),
                part(answer.steps(), OwnershipRow::step),
                part(answer.open(), OwnershipRow::open),
                part(answer.warnings(), OwnershipRow::warning),
                answer.listed(),
                searched(answer.searched()));
    }

    /** The beginning of a list. */
    private static <T> Map<String, Object> part(FirstResults<T> listed, Function<T, Map<String, Object>> map) {
        return Map.of(
                "total",
                listed.total(),
                "limit",
                (long) listed.limit(),
                "truncated",
                listed.truncated(),
                "results",
                listed.results().stream().map(map).toList());
    }

    private static Map<String, Object> step(Addition step) {
        Map<String, Object> map = new HashMap<>();
        map.put("organization", step.organization().id());
        map.put("step", whole(step.step()));
        map.put("ifInForce", step.ifInForce().text());
        map.put("sum", interval(step.sum()));
        map.put("added", part(step.added(), OwnershipRow::owner));
        map.put("others", part(step.others(), OwnershipRow::owner));
        return map;
    }

    private static Map<String, Object> owner(Holding holding) {
        Map<String, Object> map = new HashMap<>();
        map.put("owner", holding.owner().id());
        map.put("counts", holding.counts().text());
        map.put("step", whole(holding.step()));
        map.put("share", interval(holding.share()));
        map.put("stakes", holding.stakes().stream().map(OwnershipRow::stake).toList());
        return map;
    }

    private static Map<String, Object> stake(LinkedStake held) {
        Stake stake = held.stake();
        Map<String, Object> map = new HashMap<>();
        map.put("tie", stake.tie());
        map.put("percent", CypherValues.number(stake.percent()));
        map.put("since", CypherValues.text(stake.since()));
        map.put("until", CypherValues.text(stake.until()));
        map.put("evidence", stake.evidence().text());
        map.put("certainty", stake.certainty().text());
        map.put("lastEvidenced", CypherValues.text(stake.lastEvidenced()));
        map.put("sources", stake.sources());
        return map;
    }

    private static Map<String, Object> open(Open open) {
        return Map.of(
                "organization", open.organization(),
                "owner", open.owner(),
                "counts", open.counts().text(),
                "share", interval(open.share()),
                "comparison", open.comparison(),
                "needed", CypherValues.number(open.needed()),
                "enough", open.enough(),
                "text", open.text());
    }

    private static Map<String, Object> warning(Warning warning) {
        return Map.of(
                "warning", warning.warning().text(),
                "organization", warning.organization(),
                "text", warning.text());
    }

    private static Map<String, Object> searched(OwnershipSearched searched) {
        RuleOnDay rule = searched.rule();
        Map<String, Object> map = new HashMap<>();
        map.put("rule", rule.id().text());
        map.put("law", rule.law());
        map.put("version", rule.asked().version());
        map.put("threshold", CypherValues.number(rule.asked().threshold()));
        map.put("comparison", rule.asked().comparison());
        map.put("aggregates", rule.asked().aggregates());
        map.put("force", rule.force().text());
        map.put("forceReason", rule.forceReason());
        map.put("asOf", searched.asOf());
        map.put("knownAt", KnownAt.day(searched.knownAt()));
        map.put("minEvidence", searched.minEvidence().text());
        map.put("listed", searched.listed().stream().map(OrganizationRef::id).toList());
        map.put("carriedBy", searched.carriedBy());
        return map;
    }

    private static Map<String, Object> interval(Interval interval) {
        return Map.of(
                "lowest", CypherValues.number(interval.lowest()), "highest", CypherValues.number(interval.highest()));
    }

    private static @Nullable Long whole(@Nullable Integer step) {
        return step == null ? null : step.longValue();
    }
}
