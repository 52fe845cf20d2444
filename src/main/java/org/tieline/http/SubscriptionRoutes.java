package org.tieline.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.http.message.HttpRefusal;
import org.tieline.http.message.ProblemType;
import org.tieline.http.message.RequestMarks;
import org.tieline.http.message.Requests;
import org.tieline.question.Json;
import org.tieline.question.Snapshots;
import org.tieline.standing.Subscription;
import org.tieline.standing.Subscriptions;

/** Subscriptions of who has a key: added, told of, ended. Nobody is told of those of another key. */
final class SubscriptionRoutes {
    static final String PATH = "/v1/subscriptions";
    static final String ONE = PATH + "/{id}";

    private final @Nullable Subscriptions subscriptions;
    private final Snapshots snapshots;

    /** @param subscriptions null if the server keeps none */
    SubscriptionRoutes(@Nullable Subscriptions subscriptions, Snapshots snapshots) {
        this.subscriptions = subscriptions;
        this.snapshots = snapshots;
    }

    /** A method and a path. */
    record Endpoint(HandlerType method, String path) {}

    Map<Endpoint, Handler> routes() {
        Map<Endpoint, Handler> routes = new LinkedHashMap<>();
        routes.put(new Endpoint(HandlerType.POST, PATH), this::add);
        for (HandlerType read : List.of(HandlerType.GET, HandlerType.HEAD)) {
            routes.put(new Endpoint(read, PATH), this::all);
            routes.put(new Endpoint(read, ONE), this::one);
        }
        routes.put(new Endpoint(HandlerType.DELETE, ONE), this::remove);
        return routes;
    }

    record Owned(int total, List<Subscription> results) {}

    /** Adds one; the only time that its secret is told. */
    private void add(Context context) {
        String owner = owner(context);
        byte[] body = Requests.jsonBody(context);
        try {
            Subscription made =
                    subscriptions(context).add(owner, Json.read(body, Subscriptions.Wish.class), snapshots.current());
            context.status(HttpStatus.CREATED).header("Location", PATH + "/" + made.id());
            Requests.answer(context, made);
        } catch (Subscriptions.TooMany e) {
            throw new HttpRefusal(ProblemType.TOO_MANY_SUBSCRIPTIONS, String.valueOf(e.getMessage()));
        }
    }

    private void all(Context context) {
        List<Subscription> owned = subscriptions(context).of(owner(context));
        Requests.answer(context, new Owned(owned.size(), owned));
    }

    private void one(Context context) {
        Requests.answer(context, subscriptions(context).of(owner(context), Requests.id(context)));
    }

    private void remove(Context context) {
        subscriptions(context).remove(owner(context), Requests.id(context));
        context.status(HttpStatus.NO_CONTENT);
        context.res().setContentType(null);
    }

    private Subscriptions subscriptions(Context context) {
        owner(context);
        Requests.refuseParameters(context);
        return Objects.requireNonNull(subscriptions, "no key is known where there are none");
    }

    /** The name of the key that asks. Without keys nobody could be told from another. */
    private String owner(Context context) {
        String name = context.attribute(RequestMarks.CLIENT);
        if (name == null || subscriptions == null) {
            throw new HttpRefusal(
                    ProblemType.NO_SUBSCRIPTIONS,
                    "this server knows no keys, and subscriptions belong to one; TIELINE_API_KEYS_FILE names a file with some");
        }
        return name;
    }
}
