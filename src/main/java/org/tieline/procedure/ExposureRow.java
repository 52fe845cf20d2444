package org.tieline.procedure;

import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.procedure.Description;
import org.tieline.exposure.path.Exposure;
import org.tieline.question.exposures.ExposureAnswer.Found;

/** One exposure. */
public record ExposureRow(
        @Description("The exposed carrier.") Node carrier,
        @Description("The number of ties on the path.") long hops,

        @Description("How the path reads: direct, parent, group and so on.")
        String relation,

        @Description("The weakest grade on the path.") String evidence,

        @Description("The shortest path from the vendor to the carrier; ties may be walked against their direction.")
        Path path,

        @Description("The vendor.") Node vendor,

        @Description("certain if every tie certainly holds on the day, else possible.")
        String certainty,

        @Description("What to know before relying on it.") List<String> flags,

        @Description("The ties of the path in walking order as they were known, in the words of the API.")
        List<Map<String, Object>> ties,

        @Description(
                "The bans on the vendor on the day, of every nature, as they were known, and what each is to the carrier; ban is the node.")
        List<Map<String, Object>> bans) {
    static ExposureRow of(Found found, ElementLookup stored) {
        Exposure exposure = found.exposure();
        Path path = stored.path(exposure.path());
        return new ExposureRow(
                path.endNode(),
                exposure.hops(),
                exposure.relation().text(),
                exposure.evidence().text(),
                path,
                path.startNode(),
                exposure.certainty().text(),
                CypherValues.of(exposure.flags()),
                exposure.path().stream().map(CypherValues::of).toList(),
                found.bans().stream().map(stored::against).toList());
    }
}
