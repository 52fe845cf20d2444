package org.tieline.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.tieline.http.message.Problems;
import org.tieline.http.message.Requests;
import org.tieline.http.reconcile.ReconcileRoutes;
import org.tieline.question.screening.ScreeningBody;

/** Which methods an address answers, said to those who ask by OPTIONS and to those who try another. */
public final class Methods {
    /** What the addresses that are asked by POST take; as the header {@code Accept-Post} of the Linked Data Platform has it. */
    private static final Map<String, String> ACCEPTED = Map.of(
            "/v1/screenings",
            Arrays.stream(ScreeningBody.values()).map(ScreeningBody::type).collect(Collectors.joining(", ")),
            "/v1/scenarios",
            "application/json",
            McpRoute.PATH,
            "application/json",
            SubscriptionRoutes.PATH,
            "application/json",
            ReconcileRoutes.PATH,
            Requests.FORM);

    private Methods() {}

    static void tell(JavalinConfig config) {
        config.routes.exception(MethodNotAllowedResponse.class, (refusal, context) -> answer(context, refusal));
    }

    private static void answer(Context context, MethodNotAllowedResponse refusal) {
        // Its only detail, under a name that depends on whether the client wants HTML.
        String known = refusal.getDetails().values().iterator().next();
        context.header("Allow", known + ", " + HandlerType.OPTIONS.name());
        String accepted = ACCEPTED.get(context.path());
        if (accepted != null) {
            context.header("Accept-Post", accepted);
        }
        if (context.method() == HandlerType.OPTIONS) {
            context.status(HttpStatus.NO_CONTENT);
            context.res().setContentType(null);
        } else {
            Problems.answer(context, refusal);
        }
    }
}
