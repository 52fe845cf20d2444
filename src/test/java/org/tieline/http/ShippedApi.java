package org.tieline.http;

import java.nio.file.Path;
import java.time.Clock;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.pages.Neo4jBrowser;
import org.tieline.http.pages.PageOptions;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;

/** The API over the data that is shipped, loaded into a real Neo4j. */
public final class ShippedApi implements AutoCloseable {
    /** Null until somebody wants it. */
    private static ShippedApi shared;

    private final Neo4j neo4j;
    private final Snapshots snapshots;
    private final Api api;
    private final ApiClient client;

    /** Null until it is asked for. */
    private KeyedApi keyed;

    public ShippedApi(Neo4j neo4j) {
        this(neo4j, null);
    }

    /**
     * The one that the test classes of this process share, which answers from what is in the graph now and serves until the
     * process ends.
     *
     * @param neo4j that of classes which are a {@link org.tieline.testing.ShippedGraph}
     */
    public static synchronized ShippedApi shared(Neo4j neo4j) {
        if (shared == null) {
            shared = new ShippedApi(neo4j);
        }
        shared.snapshots.refresh();
        return shared;
    }

    /** @param browser what the explorer links to; null for nothing */
    public ShippedApi(Neo4j neo4j, Neo4jBrowser browser) {
        this.neo4j = neo4j;
        new DatasetLoader(neo4j, Clock.systemUTC()).load(DatasetReader.read(Path.of("seed-data")), Progress.NONE);
        snapshots = new Snapshots(new DriverGraphReader(neo4j));
        snapshots.refresh();
        api = Api.start(
                "127.0.0.1",
                0,
                Inquiries.over(neo4j, snapshots),
                PatientApi.OPTIONS.withPages(PageOptions.DEFAULT.opening(browser)));
        client = new ApiClient(api.port());
    }

    /** Without a slash at its end. */
    public String address() {
        return "http://127.0.0.1:" + api.port();
    }

    public ApiClient client() {
        return client;
    }

    /** The same data for those who have a key. */
    KeyedApi keyed() {
        if (keyed == null) {
            keyed = new KeyedApi(neo4j, snapshots);
        }
        return keyed;
    }

    int port() {
        return api.port();
    }

    Snapshots snapshots() {
        return snapshots;
    }

    /** Ends what one class asked for; the rest too if no others share it. */
    @Override
    public void close() {
        if (keyed != null) {
            keyed.close();
            keyed = null;
        }
        if (this == shared) {
            return;
        }
        client.close();
        api.close();
        snapshots.close();
    }
}
