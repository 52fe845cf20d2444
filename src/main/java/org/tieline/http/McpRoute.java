package org.tieline.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.http.message.HttpRefusal;
import org.tieline.http.message.ProblemDocument;
import org.tieline.http.message.Requests;
import org.tieline.http.message.WorkPlaces;
import org.tieline.mcp.McpDoor;
import org.tieline.mcp.McpDoor.Reply;
import org.tieline.question.Cores;
import org.tieline.question.registry.Inquiries;

/**
 * The port of assistants: the streamable HTTP of the Model Context Protocol, without sessions and without streams, as it has nothing to say
 * that nobody asked. Each message is a request, which is let in, counted and logged like any other of the API.
 */
final class McpRoute implements Handler {
    static final String PATH = "/mcp";

    /** The header that names the version of the protocol which was agreed on. */
    private static final String VERSION = "MCP-Protocol-Version";

    private final Inquiries inquiries;
    private final Origins origins;
    private final Duration timeout;
    private @Nullable McpDoor door;

    McpRoute(Inquiries inquiries, ApiOptions options) {
        this.inquiries = inquiries;
        origins = options.origins();
        timeout = options.requestTimeout();
    }

    /** How long a message may take with what is waited for: twice as long as its answer, which tells of its own lateness. */
    Duration patience() {
        return timeout.multipliedBy(2);
    }

    /** Made for the first message: what speaks the protocol is long to make, and most servers are asked by no assistant. */
    private synchronized McpDoor door() {
        if (door == null) {
            door = new McpDoor(
                    inquiries.questions(), () -> inquiries.snapshots().current(), timeout);
        }
        return door;
    }

    @Override
    public void handle(Context context) throws Exception {
        String base = Requests.base(context);
        refuseForeignPage(context, base);
        refuseUnknownVersion(context);
        // Read before a place for searches is taken, which slow clients would hold otherwise.
        String message = new String(Requests.jsonBody(context), StandardCharsets.UTF_8);
        Reply reply = context.appData(WorkPlaces.SEARCHES)
                .within(() -> Cores.answering(() -> door().answer(message, () -> base)));
        switch (reply.outcome()) {
            case ANSWERED ->
                Requests.answer(context, Objects.requireNonNull(reply.json()).getBytes(StandardCharsets.UTF_8));
            case TAKEN -> {
                context.status(HttpStatus.ACCEPTED);
                context.res().setContentType(null);
            }
            case REFUSED -> {
                context.status(HttpStatus.BAD_REQUEST);
                Requests.answer(context, Objects.requireNonNull(reply.json()).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** A page of another site asks with the rights of whoever visits it. */
    private void refuseForeignPage(Context context, String base) {
        String origin = context.header("Origin");
        if (!origins.admits(origin, base)) {
            throw new HttpRefusal(ProblemDocument.ofStatus(
                    HttpStatus.FORBIDDEN.getCode(),
                    "Pages of this origin may not ask here",
                    "Origin must be absent, %s, or one of those in TIELINE_CORS_ORIGINS, was %s"
                            .formatted(base, origin)));
        }
    }

    private static void refuseUnknownVersion(Context context) {
        String version = context.header(VERSION);
        if (version != null && !McpDoor.VERSIONS.contains(version)) {
            throw new HttpRefusal(ProblemDocument.ofStatus(
                    HttpStatus.BAD_REQUEST.getCode(),
                    "This version of the protocol is not spoken here",
                    "%s must be one of %s, was %s".formatted(VERSION, McpDoor.VERSIONS, version)));
        }
    }
}
