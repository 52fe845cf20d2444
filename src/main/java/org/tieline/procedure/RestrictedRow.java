package org.tieline.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.Node;
import org.neo4j.procedure.Description;
import org.tieline.question.records.RestrictionInquiry.Restricted;
import org.tieline.question.records.RestrictionInquiry.Restriction;

/** One restricted vendor. */
public record RestrictedRow(
        @Description("The restricted vendor.") Node vendor,

        @Description(
                "The bans that restrict it, as they were known; ban is the node, since the day from which it does.")
        List<Map<String, Object>> bans,

        @Description("The first day since which one of these bans restricts it.")
        LocalDate since) {
    static RestrictedRow of(Restricted restricted, ElementLookup stored) {
        return new RestrictedRow(
                stored.organization(restricted.vendor().id()),
                restricted.bans().stream().map(each -> ban(each, stored)).toList(),
                restricted.since());
    }

    private static Map<String, Object> ban(Restriction restriction, ElementLookup stored) {
        Map<String, Object> ban = stored.ban(restriction.ban());
        ban.put("since", restriction.since());
        return ban;
    }
}
