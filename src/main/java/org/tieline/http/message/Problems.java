package org.tieline.http.message;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.model.DataError;
import org.tieline.model.TielineException;
import org.tieline.model.TielineException.BadParts;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.BadSettings;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.model.TielineException.InvalidData;
import org.tieline.model.TielineException.NotFound;
import org.tieline.model.TielineException.TooOld;
import org.tieline.question.Json;

/** Turns failures into problem documents. */
public final class Problems {
    public static final String CONTENT = "application/problem+json;charset=utf-8";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    public static final String RETRY_AFTER_SECONDS = "5";

    private Problems() {}

    /** The one table from failure to status. What the settings or the database's address are is for the log alone. */
    public static ProblemDocument of(TielineException failure, @Nullable String path) {
        return switch (failure) {
            case BadQuestion bad ->
                ProblemDocument.of(ProblemType.BAD_QUESTION, bad.getMessage(), Map.of("parameter", bad.parameter()));
            case BadParts bad ->
                ProblemDocument.of(
                        ProblemType.BAD_QUESTION,
                        bad.getMessage(),
                        Map.of("total", bad.total(), "problems", bad.parts()));
            case NotFound unknown ->
                ProblemDocument.of(ProblemType.UNKNOWN_ID, unknown.getMessage(), Map.of("nearest", unknown.nearest()));
            case TooOld old ->
                ProblemDocument.of(
                        ProblemType.TOO_OLD,
                        old.getMessage(),
                        Map.of("parameter", old.parameter(), "oldest", old.oldest()));
            case DatabaseUnavailable gone -> {
                LOG.warn("{} was not answered: {}", path, gone.getMessage());
                yield ProblemDocument.of(
                        ProblemType.DATABASE_UNAVAILABLE,
                        "the database cannot be reached, or did not answer in time; try again in some seconds");
            }
            case InvalidData invalid ->
                ProblemDocument.of(
                        ProblemType.INVALID_DATA,
                        "the data has %d errors".formatted(invalid.errors().size()),
                        Map.of(
                                "errors",
                                invalid.errors().stream()
                                        .map(DataError::toString)
                                        .toList()));
            case BadSettings settings -> {
                LOG.error("{} was not answered: {}", path, settings.getMessage());
                yield ProblemDocument.of(ProblemType.BAD_SETTINGS, "the log of the server says which settings");
            }
        };
    }

    /** What nobody foresaw: the log gets everything, the client a number to ask about. */
    public static ProblemDocument unexpected(Throwable failure, @Nullable String path) {
        String incident = UUID.randomUUID().toString();
        LOG.error("incident {} while answering {}", incident, path, failure);
        return ProblemDocument.of(
                ProblemType.UNEXPECTED,
                "the server failed; its log tells more under the incident",
                Map.of("incident", incident));
    }

    /** What the HTTP side refuses by a status alone. */
    public static ProblemDocument of(int status, @Nullable String path) {
        return switch (status) {
            case 400 -> ProblemDocument.of(ProblemType.BAD_REQUEST, "the path, the query or a header is malformed");
            case 404 ->
                ProblemDocument.of(
                        ProblemType.NOT_FOUND, "there is nothing at %s; /v1 lists what there is".formatted(path));
            case 405 ->
                ProblemDocument.of(ProblemType.METHOD_NOT_ALLOWED, "Allow lists the methods that this address answers");
            case 408 -> tooSlow();
            case 413 -> ProblemDocument.ofStatus(status, "The body is too large", "a body may have 4 MiB at most");
            case 414 ->
                ProblemDocument.ofStatus(
                        status, "The address is too long", "the line of a request may have 32 KiB at most");
            case 417 ->
                ProblemDocument.ofStatus(
                        status, "What is expected cannot be done", "Expect may be 100-continue and nothing else");
            case 421 ->
                ProblemDocument.ofStatus(
                        status,
                        "Another host is meant",
                        "the host that was asked is no name of this server; TIELINE_HOSTS tells it further ones");
            case 431 ->
                ProblemDocument.ofStatus(
                        status, "The headers are too large", "the headers of a request may have 32 KiB at most");
            default -> {
                String title = HttpStatus.forStatus(status).getMessage();
                yield ProblemDocument.ofStatus(status, title, title);
            }
        };
    }

    /** A request that does not come to its end in time. */
    public static ProblemDocument tooSlow() {
        return ProblemDocument.ofStatus(
                HttpStatus.REQUEST_TIMEOUT.getCode(),
                "The request comes too slowly",
                "the whole request must come within some seconds; send it again over a better connection, or in parts");
    }

    public static void answer(Context context, TielineException failure) {
        write(context, of(failure, context.path()));
    }

    public static void answer(Context context, HttpResponseException refusal) {
        int status = refusal.getStatus();
        boolean ofTypes =
                status == HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode() || status == HttpStatus.NOT_ACCEPTABLE.getCode();
        write(
                context,
                ofTypes
                        ? ProblemDocument.ofStatus(
                                status, HttpStatus.forStatus(status).getMessage(), String.valueOf(refusal.getMessage()))
                        : of(status, context.path()));
    }

    public static void answer(Context context, Exception failure) {
        write(context, unexpected(failure, context.path()));
    }

    public static void answer(Context context, HttpRefusal refusal) {
        write(context, refusal.problem());
    }

    /** Of what the server failed at, its log tells more under the id of the request. */
    public static ProblemDocument withRequest(ProblemDocument problem, @Nullable String request) {
        if (request == null || problem.status() < HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
            return problem;
        }
        return problem.with("request", request);
    }

    private static void write(Context context, ProblemDocument problem) {
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
            context.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        context.removeHeader("ETag").header("Cache-Control", Requests.CACHE_CONTROL);
        context.status(problem.status())
                .contentType(Problems.CONTENT)
                .result(Json.bytes(
                        withRequest(problem.at(context.path()), context.res().getHeader(RequestMarks.HEADER))));
    }
}
