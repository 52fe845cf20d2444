package org.tieline.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.http.message.BodyRoom;
import org.tieline.http.message.EntityTag;
import org.tieline.http.message.HttpRefusal;
import org.tieline.http.message.KeptAnswers;
import org.tieline.http.message.Problems;
import org.tieline.http.message.RequestMarks;
import org.tieline.http.message.Requests;
import org.tieline.http.message.WorkPlaces;
import org.tieline.http.pages.ExplorerRoutes;
import org.tieline.http.pages.GuideRoutes;
import org.tieline.http.pages.PreviewRoutes;
import org.tieline.model.TielineException;
import org.tieline.question.Json;
import org.tieline.question.registry.Inquiries;

/** The API, listening. */
public final class Api implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);

    /** In bytes: ten thousand names of organizations, and more changes than a scenario may have. */
    private static final long MOST_BODY = 4 * 1024 * 1024;

    /** In bytes: the line of the request with its query, and all headers. */
    private static final int MOST_HEADERS = 32 * 1024;

    /** In bytes a second: how fast a body must come where no deadline ends the waiting for it. */
    private static final long LEAST_RATE = 64;

    private static final int MEGABYTE = 1024 * 1024;

    /** In milliseconds: how long requests under way may take when the server stops. */
    private static final long STOP_TIMEOUT = 5_000;

    private final Javalin javalin;
    private final Metrics metrics;

    private Api(Javalin javalin, Metrics metrics) {
        this.javalin = javalin;
        this.metrics = metrics;
    }

    /**
     * Starts to listen. The graph need not have been read yet, nor the database be there.
     *
     * @param port 0 for a free one
     * @param inquiries what the routes ask; stay open when the API is closed
     * @throws TielineException.BadSettings if host and port cannot be listened on
     */
    public static Api start(String host, int port, Inquiries inquiries, ApiOptions options) {
        return start(host, port, inquiries, options, Subscribing.NONE);
    }

    /**
     * The same, where people may subscribe to events.
     *
     * @throws TielineException.BadSettings as above
     */
    public static Api start(String host, int port, Inquiries inquiries, ApiOptions options, Subscribing subscribing) {
        Metrics metrics = new Metrics(inquiries.snapshots());
        metrics.bind(subscribing);
        Javalin javalin =
                Javalin.create(config -> configure(config, host, port, inquiries, options, subscribing, metrics));
        try {
            javalin.start(host, port);
        } catch (RuntimeException e) {
            javalin.stop();
            metrics.close();
            LOG.debug("the API does not start", e);
            throw new TielineException.BadSettings(List.of(
                    "the API cannot listen on port %d of %s: another program uses the port, or this is no address of this machine"
                            .formatted(port, host)));
        }
        LOG.info("the API has port {} of {}; it answers when the graph was read", javalin.port(), host);
        return new Api(javalin, metrics);
    }

    /** Starts to listen, with everything as it is by default. */
    public static Api start(String host, int port, Inquiries inquiries) {
        return start(host, port, inquiries, ApiOptions.DEFAULT);
    }

    private static void configure(
            JavalinConfig config,
            String host,
            int port,
            Inquiries inquiries,
            ApiOptions options,
            Subscribing subscribing,
            Metrics metrics) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = MOST_BODY;
        config.http.defaultContentType = Json.CONTENT;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(MOST_HEADERS);
            http.setSendServerVersion(false);
            options.gate().guard(http);
        });
        config.jetty.addConnector((server, http) -> PatientConnections.connector(server, http, host, port, metrics));
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new ErrorPages(metrics));
            if (options.requestTimeout().isZero()) {
                server.insertHandler(new MinimumDataRateHandler(LEAST_RATE, 0));
            }
            server.insertHandler(new SlowReaders());
            server.setStopTimeout(STOP_TIMEOUT);
        });
        config.jetty.modifyServletContextHandler(RequestMarks::install);
        config.appData(Readiness.GRACE, options.readyGrace());
        config.appData(WorkPlaces.SEARCHES, WorkPlaces.forSearches());
        config.appData(WorkPlaces.LARGE, WorkPlaces.forLarge());
        config.appData(BodyRoom.ROOM, BodyRoom.ofHeap());
        KeptAnswers kept = new KeptAnswers((long) options.keptAnswers() * MEGABYTE);
        metrics.bind(kept);
        config.appData(KeptAnswers.KEPT, kept);
        config.requestLogger.http(AccessLog.of(options.accessLog()));
        config.requestLogger.http(metrics::answered);
        config.routes.before(context -> context.header("Cache-Control", Requests.CACHE_CONTROL));
        config.routes.before(Requests::refuseBadPath);
        config.http.compressionStrategy = EntityTag.COMPRESSION;
        options.origins().allow(config);
        Guard.install(config, options);
        AtLeast.install(config, inquiries.snapshots());
        FormerIdRedirect.install(config, inquiries.snapshots());
        Methods.tell(config);
        read(config, Metrics.ROUTE, metrics::show);
        Routes.read(inquiries)
                .forEach((path, handler) ->
                        read(config, path, AnswerDeadline.within(options.requestTimeout(), handler)));
        ExplorerRoutes explorer = new ExplorerRoutes(inquiries.snapshots(), options.pages());
        explorer.routes().forEach((path, handler) -> read(config, path, handler));
        new PreviewRoutes(inquiries.snapshots())
                .routes()
                .forEach((path, handler) ->
                        read(config, path, AnswerDeadline.within(options.requestTimeout(), handler)));
        Routes.posted(inquiries)
                .forEach((path, handler) -> config.routes.addHttpHandler(
                        HandlerType.POST, path, AnswerDeadline.within(options.requestTimeout(), handler)));
        new SubscriptionRoutes(subscribing.subscriptions(), inquiries.snapshots())
                .routes()
                .forEach((endpoint, handler) -> config.routes.addHttpHandler(
                        endpoint.method(), endpoint.path(), AnswerDeadline.within(options.requestTimeout(), handler)));
        McpRoute assistants = new McpRoute(inquiries, options);
        config.routes.addHttpHandler(
                HandlerType.POST, McpRoute.PATH, AnswerDeadline.within(assistants.patience(), assistants));
        GuideRoutes.preflight(config);
        config.routes.exception(HttpRefusal.class, (refusal, context) -> Problems.answer(context, refusal));
        config.routes.exception(TielineException.class, (failure, context) -> Problems.answer(context, failure));
        config.routes.exception(HttpResponseException.class, (refusal, context) -> {
            if (refusal.getStatus() != HttpStatus.NOT_FOUND.getCode() || !explorer.answersMissing(context)) {
                Problems.answer(context, refusal);
            }
        });
        config.routes.exception(Exception.class, (failure, context) -> Problems.answer(context, failure));
    }

    /** HEAD runs the same as GET, so that it has the same status; Jetty leaves out the body. */
    private static void read(JavalinConfig config, String path, Handler handler) {
        config.routes.addHttpHandler(HandlerType.GET, path, handler);
        config.routes.addHttpHandler(HandlerType.HEAD, path, handler);
    }

    /** The path of the guide that Neo4j Browser plays. */
    public static String guide() {
        return GuideRoutes.GUIDE;
    }

    /** The port that is listened on. */
    public int port() {
        return javalin.port();
    }

    /** Every address with its methods, like {@code GET /v1}. */
    Set<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(handler -> handler.endpoint.method.isHttpMethod())
                .map(handler -> handler.endpoint.method.name() + " " + handler.endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Stops listening and lets requests under way end for some seconds. */
    @Override
    public void close() {
        javalin.stop();
        metrics.close();
    }
}
