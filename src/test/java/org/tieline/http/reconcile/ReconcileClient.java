package org.tieline.http.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.tieline.http.Api;
import org.tieline.http.ApiClient;
import org.tieline.model.Dataset;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;

/** The reconciliation service over facts in memory, and a client of it. */
public final class ReconcileClient implements AutoCloseable {
    public static final String FORM = "application/x-www-form-urlencoded";

    private final Snapshots snapshots;
    private final Api server;
    private final ApiClient api;

    ReconcileClient(Dataset facts) {
        snapshots = new Snapshots(new InMemory(facts));
        snapshots.refresh();
        server = Api.start("127.0.0.1", 0, new Inquiries(snapshots));
        api = new ApiClient(server.port());
    }

    ApiClient api() {
        return api;
    }

    int port() {
        return server.port();
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    ApiClient.Reply post(String field, String json) {
        return api.post("/reconcile", FORM, field + "=" + encoded(json));
    }

    /** The answer to a batch, which must keep the rules, as the batch must. */
    JsonNode queries(String json) {
        assertThat(ReconcileRules.QUERIES.broken(json)).isEmpty();
        return kept(ReconcileRules.RESULTS, post("queries", json));
    }

    /** The answer to one query, given by its fields. */
    JsonNode query(String fields) {
        return queries("{\"q0\":{%s}}".formatted(fields)).get("q0");
    }

    JsonNode extend(String json) {
        assertThat(ReconcileRules.EXTEND.broken(json)).isEmpty();
        return kept(ReconcileRules.EXTENSION, post("extend", json));
    }

    JsonNode read(ReconcileRules rules, String path) {
        return kept(rules, api.get(path));
    }

    private static JsonNode kept(ReconcileRules rules, ApiClient.Reply reply) {
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
        assertThat(rules.broken(reply.response().body())).isEmpty();
        return reply.body();
    }

    @Override
    public void close() {
        api.close();
        server.close();
        snapshots.close();
    }
}
