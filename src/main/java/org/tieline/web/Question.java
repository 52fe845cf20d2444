package org.tieline.web;



import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tieline.question.GivenParameters;
import org.tieline.question.Snapshot;


/**
 * The questions that are asked over HTTP and on the command line, each with its address. How one is read, answered and put
 * into rows and lines is said once, by the routes; this is the way to it for those who have a snapshot and no server.
 */
public enum Question {
    /** Which carriers are tied to which vendors. */
    EXPOSURES("/v1/exposures"),
    /** To which vendors one carrier is tied. */
    CARRIER_EXPOSURES("/v1/carriers/{id}/exposures"),
    /** All pairs of a day. */
    MATRIX("/v1/matrix"),
    /** What changed between two days; with {@code step}, how many there were day after day. */
    CHANGES("/v1/changes"),
    /** Through which ties two organizations are connected. */
    PATHS("/v1/paths"),
    /** Which exposures are in conflict with a ban. */
    CONFLICTS("/v1/conflicts"),
    /** Whether one organization counts as owned by listed ones. */
    OWNERSHIP("/v1/organizations/{id}/ownership"),
    /** Who counts as owned by listed organizations. */
    OWNED("/v1/ownership"),
    /** What would differ if something were so; asked by POST. */
    SCENARIO("/v1/scenarios");

    private final String path;

    Question(String path) {
        this.path = path;
    }

    /**
     * What is asked of a question.
     *
     * @param id what stands for {@code {id}} in the path; null if the path has none
     * @param parameters those of the query, by name
     * @param body what is posted; null if nothing is
     * @param today the day that {@code asOf} means when it is absent
     */
    public record Asked(String id, Map<String, List<String>> parameters, byte[] body, LocalDate today) {}

    /** A question that was understood. It can be asked of any snapshot. */
    interface Understood {
        ListAnswer<?> in(Snapshot snapshot);
    }

    /** The question with this address. */
    public static Question at(String path) {
        return Arrays.stream(values())
                .filter(question -> question.path.equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** Whether {@code {id}} is in its address. */
    public boolean hasId() {
        return path.contains("{id}");
    }

    /** Its address; may have {@code {id}} in it. */
    public String path() {
        return path;
    }

    /**
     * Reads what is asked, without an answer.
     *
     * @throws org.tieline.model.TielineException.BadQuestion if it cannot be understood
     * @throws org.tieline.model.TielineException.BadParts if parts of it cannot
     */
    public void check(Asked asked) {
        read(asked, UnaryOperator.identity());
    }

    /**
     * Answers as the address does, byte for byte.
     *
     * @param format as the parameter {@code format} has it
     * @param out is neither flushed nor closed
     * @throws org.tieline.model.TielineException as {@link #check}, or if an id is not there
     */
    public void answer(Asked asked, Snapshot snapshot, String format, OutputStream out) throws IOException {
        read(asked, snapshot::living).in(snapshot).write(out, Form.of(format).orElseThrow());
    }

    private Understood read(Asked asked, UnaryOperator<String> living) {
        GivenParameters parameters = new GivenParameters(asked.parameters(), living);
        LocalDate today = asked.today();
        return switch (this) {
            case EXPOSURES -> ExposureRoutes.ofVendors(parameters, today);
            case CARRIER_EXPOSURES -> ExposureRoutes.ofCarrier(living.apply(asked.id()), parameters, today);
            case MATRIX -> MatrixRoutes.matrix(parameters, today);
            case CHANGES -> ChangeRoutes.between(parameters);
            case PATHS -> PathRoutes.between(parameters, today);
            case CONFLICTS -> ConflictRoutes.list(parameters, today);
            case OWNERSHIP -> OwnershipRoutes.one(living.apply(asked.id()), parameters, today);
            case OWNED -> OwnershipRoutes.all(parameters, today);
            case SCENARIO -> ScenarioRoutes.supposed(Json.read(asked.body(), ScenarioBody.class), parameters, today);
        };
    }
}
