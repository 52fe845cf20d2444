package org.tieline.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.standing.Subscriptions;

/**
 * The API as those see it who have a key. Each question finds the same subscriptions: one of the key {@code mine}, whose id
 * the contract shows, and of the key {@code full} as many as a key may have.
 */
final class KeyedApi implements AutoCloseable {
    private static final String MINE = "mine";
    private static final String FULL = "full";
    private static final int MOST = 2;

    private final Neo4j neo4j;
    private final Path file;
    private final Map<String, ApiKeys.Made> keys;
    private final Api api;
    private final ApiClient client;

    KeyedApi(Neo4j neo4j, Snapshots snapshots) {
        this.neo4j = neo4j;
        keys = List.of(MINE, FULL).stream().collect(Collectors.toMap(Function.identity(), ApiKeys::make));
        try {
            file = Files.createTempFile("keys", ".txt");
            Files.write(file, keys.values().stream().map(ApiKeys.Made::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Any address will do, so that what examples show needs no network.
        Subscriptions subscriptions = new Subscriptions(neo4j, Clock.systemUTC(), true, MOST);
        api = Api.start(
                "127.0.0.1",
                0,
                Inquiries.over(neo4j, snapshots),
                PatientApi.OPTIONS.withKeys(ApiKeys.of(file)),
                new Subscribing(subscriptions, Subscribing.NONE.counts()));
        client = new ApiClient(api.port());
    }

    HttpResponse<String> ask(ContractQuestion question) {
        clear();
        subscribe(MINE, "0b6e3f0a-5d0c-4b57-9c57-3a1f6c1f2a10");
        subscribe(FULL, "full-1");
        subscribe(FULL, "full-2");
        return question.withHeader("X-API-Key", keys.get(question.key()).key()).ask(client);
    }

    private void clear() {
        neo4j.write(tx -> tx.run("MATCH (s:Subscription) DETACH DELETE s").consume());
    }

    private void subscribe(String owner, String id) {
        neo4j.write(tx -> tx.run("""
                        CREATE (:Subscription {id: $id, owner: $owner, url: 'https://203.0.113.7/events', secret: 'none',
                            question: '/v1/events?vendor=huawei&carrier=sprint', createdAt: datetime('2026-11-01T08:00:00Z'),
                            at: datetime('2026-11-02T00:00:00Z'), state: 0, due: datetime('2026-11-01T08:00:00Z'), tries: 0})
                        """, Map.of("id", id, "owner", owner)).consume());
    }

    @Override
    public void close() {
        client.close();
        api.close();
        clear();
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
