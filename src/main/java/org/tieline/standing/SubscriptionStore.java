package org.tieline.standing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.question.Json;
import org.tieline.question.events.Event;
import org.tieline.question.events.Timepoint;

/** Subscriptions, and the events that wait for delivery, in the database. */
final class SubscriptionStore {
    /** What one look for deliveries takes of a subscription. */
    private static final int TOGETHER = 50;

    private static final String VIEW = """
            RETURN s {.id, .url, .question, .createdAt, .at, .state, .failingSince, .failure, .due, .tries} AS s,
                   COUNT { (s)-[:AWAITS]->(:Delivery) } AS waiting
            """;

    private final Neo4j neo4j;

    SubscriptionStore(Neo4j neo4j) {
        this.neo4j = neo4j;
    }

    /** A subscription with what only its keeper knows. */
    record Standing(String id, String question, Timepoint after) {}

    /** What is ready for delivery to a subscription, and how far that reaches. */
    record Ready(Standing subscription, Timepoint reached, List<Event> events) {}

    private static @Nullable ZonedDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atZone(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(Value value) {
        return value.isNull() ? null : value.asZonedDateTime().toInstant();
    }

    /** Adds one, unless its owner has so many. */
    Optional<Subscription> add(String owner, Subscription made, int most) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", made.id());
        fields.put("owner", owner);
        fields.put("url", made.url());
        fields.put("secret", made.secret());
        fields.put("question", made.question());
        fields.put("createdAt", time(made.createdAt()));
        fields.put("at", time(made.timepoint().at()));
        fields.put("state", made.timepoint().state());
        fields.put("tries", 0L);
        long added = neo4j.write(tx -> tx.run("""
                        OPTIONAL MATCH (other:Subscription {owner: $fields.owner})
                        WITH count(other) AS others
                        WHERE others < $most
                        CREATE (s:Subscription)
                        SET s = $fields
                        RETURN count(s) AS added
                        """, Map.of("fields", fields, "most", most))
                .single()
                .get("added")
                .asLong());
        return added == 0 ? Optional.empty() : Optional.of(made);
    }

    List<Subscription> of(String owner) {
        return neo4j.read(tx -> tx.run(
                        "MATCH (s:Subscription {owner: $owner}) WITH s ORDER BY s.createdAt, s.id " + VIEW,
                        Map.of("owner", owner))
                .list(SubscriptionStore::subscription));
    }

    Optional<Subscription> of(String owner, String id) {
        return neo4j
                .read(tx -> tx.run(
                                "MATCH (s:Subscription {id: $id, owner: $owner}) " + VIEW,
                                Map.of("id", id, "owner", owner))
                        .list(SubscriptionStore::subscription))
                .stream()
                .findFirst();
    }

    private static Subscription subscription(Record row) {
        Value s = row.get("s");
        boolean fails = !s.get("failingSince").isNull();
        return new Subscription(
                s.get("id").asString(),
                s.get("url").asString(),
                s.get("question").asString(),
                s.get("createdAt").asZonedDateTime().toInstant(),
                timepoint(s),
                row.get("waiting").asLong(),
                instant(s.get("failingSince")),
                s.get("failure").asString(null),
                fails ? instant(s.get("due")) : null,
                null);
    }

    private static Timepoint timepoint(Value s) {
        return new Timepoint(
                s.get("at").asZonedDateTime().toInstant(), s.get("state").asLong());
    }

    /** Whether there was one. */
    boolean remove(String owner, String id) {
        return neo4j.write(tx -> tx.run("""
                                MATCH (s:Subscription {id: $id, owner: $owner})
                                OPTIONAL MATCH (s)-[:AWAITS]->(d:Delivery)
                                DETACH DELETE s, d
                                """, Map.of("id", id, "owner", owner))
                        .consume()
                        .counters()
                        .nodesDeleted()
                > 0);
    }

    /**
     * Ends one whatever it waits for.
     *
     * @param term in which that was found
     * @throws Lease.Anothers if another server delivers by now
     */
    void end(String id, Lease.Term term) {
        term.write(tx -> tx.run("""
                        MATCH (s:Subscription {id: $id})
                        OPTIONAL MATCH (s)-[:AWAITS]->(d:Delivery)
                        DETACH DELETE s, d
                        """, Map.of("id", id)).consume());
    }

    /** All for which there is room for more deliveries. */
    List<Standing> withRoom(int most) {
        return neo4j.read(tx -> tx.run("""
                        MATCH (s:Subscription)
                        WHERE COUNT { (s)-[:AWAITS]->(:Delivery) } < $most
                        RETURN s {.id, .question, .at, .state} AS s
                        ORDER BY s.id
                        """, Map.of("most", most))
                .list(row -> new Standing(
                        row.get("s").get("id").asString(),
                        row.get("s").get("question").asString(),
                        timepoint(row.get("s")))));
    }

    /**
     * Keeps what is ready, with how far it reaches, in one transaction; of a subscription for which somebody else did so meanwhile
     * nothing.
     *
     * @param isNewest whether nobody has committed anything since the state that was asked
     * @throws Lease.Anothers if another server works, or has just committed something; nothing was kept then
     */
    void keep(List<Ready> all, Lease lease, BooleanSupplier isNewest) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Ready ready : all) {
            List<Map<String, Object>> deliveries = new ArrayList<>();
            for (Event event : ready.events()) {
                deliveries.add(Map.of(
                        "id", ready.subscription().id() + " " + event.id(),
                        "event", event.id(),
                        "at", time(event.at()),
                        "place", (long) deliveries.size(),
                        "payload", payload(event)));
            }
            rows.add(Map.of(
                    "id", ready.subscription().id(),
                    "fromAt", time(ready.subscription().after().at()),
                    "fromState", ready.subscription().after().state(),
                    "at", time(ready.reached().at()),
                    "state", ready.reached().state(),
                    "deliveries", deliveries));
        }
        lease.write(tx -> {
            // Another server may have gone on from a state that is not known here yet.
            if (!isNewest.getAsBoolean()) {
                throw new Lease.Anothers();
            }
            return tx.run("""
                            UNWIND $rows AS row
                            MATCH (s:Subscription {id: row.id})
                            SET s.looked = timestamp()
                            WITH s, row
                            WHERE s.at = row.fromAt AND s.state = row.fromState
                            SET s.at = row.at, s.state = row.state
                            WITH s, row
                            UNWIND row.deliveries AS delivery
                            MERGE (d:Delivery {id: delivery.id})
                            ON CREATE SET d = delivery
                            MERGE (s)-[:AWAITS]->(d)
                            """, Map.of("rows", rows)).consume();
        });
    }

    /** What is sent of an event. */
    private static String payload(Event event) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("type", "tieline.event");
        payload.put("timestamp", event.at());
        payload.put("data", event);
        return new String(Json.bytes(payload), StandardCharsets.UTF_8);
    }

    /** Whether some have events that can be delivered at a time. */
    boolean isAnyDue(Instant now) {
        return neo4j.read(
                tx -> tx.run("""
                        RETURN EXISTS {
                          MATCH (s:Subscription)-[:AWAITS]->(:Delivery)
                          WHERE s.due IS NULL OR s.due <= $now
                        } AS due
                        """, Map.of("now", time(now))).single().get("due").asBoolean());
    }

    /** Those with events that can be delivered at a time. */
    List<DueSubscription> due(Instant now) {
        return neo4j.read(tx -> tx.run("""
                        MATCH (s:Subscription)-[:AWAITS]->(d:Delivery)
                        WHERE s.due IS NULL OR s.due <= $now
                        WITH s, d ORDER BY d.at, d.place
                        WITH s, collect(d {.id, .event, .payload})[..$most] AS deliveries
                        RETURN s {.id, .url, .secret, .tries, .failingSince} AS s, deliveries
                        """, Map.of("now", time(now), "most", TOGETHER))
                .list(row -> new DueSubscription(
                        row.get("s").get("id").asString(),
                        row.get("s").get("url").asString(),
                        row.get("s").get("secret").asString(),
                        row.get("s").get("tries").asLong(),
                        instant(row.get("s").get("failingSince")),
                        row.get("deliveries")
                                .asList(delivery -> new Delivery(
                                        delivery.get("id").asString(),
                                        delivery.get("event").asString(),
                                        delivery.get("payload").asString())))));
    }

    /** When the next delivery is due; null if nothing waits. */
    @Nullable
    Instant nextDue() {
        return neo4j.read(tx -> instant(tx.run("""
                        MATCH (s:Subscription)
                        WHERE EXISTS { (s)-[:AWAITS]->(:Delivery) }
                        RETURN min(coalesce(s.due, datetime({epochMillis: 0}))) AS due
                        """).single().get("due")));
    }

    /** How many events wait. */
    long waiting() {
        return neo4j.read(tx -> tx.run("MATCH (d:Delivery) RETURN count(d) AS waiting")
                .single()
                .get("waiting")
                .asLong());
    }

    /**
     * Keeps how deliveries to a subscription went.
     *
     * @param taken ids of those that were taken
     * @param failure why the next one was not; null if all were
     * @param due when that is tried again; null if nothing is to be waited for
     * @param term in which they were delivered
     * @throws Lease.Anothers if another server delivers by now, which delivers them again
     */
    void went(
            DueSubscription subscription,
            List<String> taken,
            @Nullable String failure,
            Instant now,
            @Nullable Instant due,
            Lease.Term term) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", subscription.id());
        values.put("taken", taken);
        values.put("failure", failure);
        boolean failsAnew = subscription.failingSince() == null || !taken.isEmpty();
        values.put("failingSince", failure == null ? null : time(failsAnew ? now : subscription.failingSince()));
        values.put("tries", failure == null ? 0L : failsAnew ? 1L : subscription.tries() + 1);
        values.put("due", time(due));
        term.write(tx -> {
            tx.run("MATCH (d:Delivery) WHERE d.id IN $taken DETACH DELETE d", values)
                    .consume();
            return tx.run("""
                            MATCH (s:Subscription {id: $id})
                            SET s.failure = $failure, s.failingSince = $failingSince, s.tries = $tries, s.due = $due
                            """, values).consume();
        });
    }
}
