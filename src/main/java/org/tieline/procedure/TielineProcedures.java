package org.tieline.procedure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;
import org.tieline.model.Tie;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.question.exposures.ExposureInquiry;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.ownership.OwnershipInquiry;
import org.tieline.question.ownership.OwnershipQuestion;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Values;
import org.tieline.question.paths.PathAnswer;
import org.tieline.question.paths.PathInquiry;
import org.tieline.question.paths.PathQuestion;
import org.tieline.question.records.RestrictionInquiry;
import org.tieline.question.records.RestrictionQuestion;

/** The procedures. A call answers from a snapshot that holds every commit made before it, and streams its rows. */
public final class TielineProcedures {
    private static final Parameters EXPOSURES = ExposureQuestion.COMMON.and(PageParameters.ALL);

    /** What every description ends with. */
    static final String COMMON =
            " Options have the names and words of the API's parameters; dates may be given as DATE or text. What this "
                    + "transaction has changed and not committed does not count. " + Tie.NOTICE;

    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction tx;

    @Context
    public TerminationGuard termination;

    @Procedure(name = "tieline.exposures", mode = Mode.READ)
    @Description(
            "Which carriers are tied to a vendor on a day, through whom? Nearest first. vendor is an id, a list of ids, "
                    + "or null for every vendor that is restricted on the day. Example: "
                    + "CALL tieline.exposures('huawei', {asOf: date('2018-12-08')}) YIELD carrier, hops, relation, evidence, path."
                    + COMMON)
    public Stream<ExposureRow> exposures(
            @Name(value = "vendor", defaultValue = "null") Object vendor,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        return Failure.telling(() -> {
            Given given = new Options(options).argument("vendor", vendor).given();
            Snapshot snapshot = snapshot();
            Values values = ofGraph(given.read(EXPOSURES, snapshot.reading(today())));
            ExposureQuestion question = ExposureQuestion.of(values, PageParameters.page(values));
            Stream<Found> found = given.has("limit")
                    ? ExposureInquiry.ask(snapshot, question).results().stream()
                    : ExposureInquiry.stream(snapshot, question)
                            .skip(question.page().offset());
            ElementLookup stored = new ElementLookup(tx);
            return found.map(each -> row(() -> ExposureRow.of(each, stored)));
        });
    }

    @Procedure(name = "tieline.restricted", mode = Mode.READ)
    @Description("Which vendors are restricted on a day, by which bans, since when? Example: "
            + "CALL tieline.restricted({asOf: date('2018-12-08'), country: 'US'}) YIELD vendor, bans, since." + COMMON)
    public Stream<RestrictedRow> restricted(@Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        return Failure.telling(() -> {
            Snapshot snapshot = snapshot();
            RestrictionQuestion question = RestrictionQuestion.of(
                    ofGraph(Given.of(options).read(RestrictionQuestion.PARAMETERS, snapshot.reading(today()))));
            ElementLookup stored = new ElementLookup(tx);
            return RestrictionInquiry.ask(snapshot, question).stream()
                    .map(each -> row(() -> RestrictedRow.of(each, stored)));
        });
    }

    @Procedure(name = "tieline.paths", mode = Mode.READ)
    @Description(
            "Through which ties are two organizations connected on a day? All paths of the exposure rule up to the "
                    + "option limit, shortest first. from and to are ids. Example: "
                    + "CALL tieline.paths('huawei', 'sprint', {asOf: date('2018-12-08')}) YIELD path, hops, relation."
                    + COMMON)
    public Stream<PathRow> paths(
            @Name("from") Object from,
            @Name("to") Object to,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        return Failure.telling(() -> {
            Given given = new Options(options)
                    .argument("from", from)
                    .argument("to", to)
                    .given();
            Snapshot snapshot = snapshot();
            PathAnswer answer = PathInquiry.ask(
                    snapshot, PathQuestion.of(ofGraph(given.read(PathQuestion.PARAMETERS, snapshot.reading(today())))));
            if (answer.results().isEmpty() && answer.cut() != null) {
                throw new BadQuestion(
                        "maxHops",
                        "no path was found before the search had to end, and not everything was looked at; narrow it by maxHops, ties or minStake");
            }
            ElementLookup stored = new ElementLookup(tx);
            return answer.results().stream().map(each -> row(() -> PathRow.of(each, answer.cut(), stored)));
        });
    }

    @Procedure(name = "tieline.ownership", mode = Mode.READ)
    @Description(
            "Does an organization count as owned by listed ones under a rule on a day? organization is an id, rule one "
                    + "of named-only, ofac-50, bis-affiliates, eu-50, uk-50. Listed are those of the option listed, or all that are "
                    + "restricted on the day by a ban that carries the rule. Example: CALL tieline.ownership('hmn-tech', 'ofac-50', {listed: 'huawei', "
                    + "asOf: date('2018-12-08')}) YIELD verdict, explanation, steps." + COMMON)
    public Stream<OwnershipRow> ownership(
            @Name("organization") String organization,
            @Name("rule") String rule,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        return Failure.telling(() -> {
            Given given = new Options(options)
                    .argument("rule", rule)
                    .argument("organization", organization)
                    .given();
            Snapshot snapshot = snapshot();
            OwnershipQuestion question =
                    OwnershipQuestion.of(ofGraph(given.read(OwnershipQuestion.PARAMETERS, snapshot.reading(today()))));
            return Stream.of(OwnershipRow.of(OwnershipInquiry.ask(snapshot, question), new ElementLookup(tx)));
        });
    }

    private Snapshot snapshot() {
        return SharedSnapshots.of(database).fresh();
    }

    /** The same day that the API means. */
    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** Nodes and relationships are of the graph as it is. */
    private static Values ofGraph(Values values) {
        if (values.release() != null) {
            throw new BadQuestion(
                    "knownAt",
                    "knownAt must be a day here, as a release has no nodes in the graph; tieline.ask answers of the release %s in maps"
                            .formatted(values.release()));
        }
        return values;
    }

    /** Rows are made one by one while they are read, so a call that was ended ends at the next one. */
    private <T> T row(Supplier<T> row) {
        termination.check();
        return Failure.telling(row);
    }
}
