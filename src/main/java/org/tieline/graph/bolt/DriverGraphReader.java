package org.tieline.graph.bolt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.KeptFacts;
import org.tieline.graph.LoadMark;
import org.tieline.graph.LoadedDataset;
import org.tieline.graph.RawGraphSink;
import org.tieline.graph.RawGraphSink.End;
import org.tieline.model.TieType;
import org.tieline.model.TielineException;

/** Reads the graph over Bolt, from any Neo4j. */
public final class DriverGraphReader implements GraphReader {
    private static final long FETCH_SIZE = 20_000;
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final TransactionConfig LIMITED =
            TransactionConfig.builder().withTimeout(TIMEOUT).build();

    private final Neo4j neo4j;
    private final boolean whole;

    public DriverGraphReader(Neo4j neo4j) {
        this(neo4j, false);
    }

    private DriverGraphReader(Neo4j neo4j, boolean whole) {
        this.neo4j = neo4j;
        this.whole = whole;
    }

    /**
     * A reader for whoever copies the graph: targets and sources of a ban are in the order in which the data set has them,
     * which others get sorted.
     */
    public static DriverGraphReader whole(Neo4j neo4j) {
        return new DriverGraphReader(neo4j, true);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Its name is made of the bookmark of an empty reading, which names the last commit in words of its own. It needs no
     * rights, and {@link #read} that follows sees this commit at least, also where another follower of a cluster answers it.
     */
    @Override
    public Commit lastCommit() {
        return commit(neo4j.state(AccessMode.READ));
    }

    @Override
    public Commit newestCommit() {
        return commit(neo4j.state(AccessMode.WRITE));
    }

    private static Commit commit(Set<Bookmark> bookmarks) {
        return Commit.bookmarked(bookmarks.stream().map(Bookmark::value).toList());
    }

    @Override
    public void read(GraphSink sink) {
        // Before the transaction below is open, so that one connection is enough.
        List<BanEntity> bans = bans();
        SessionConfig.Builder config =
                SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).withFetchSize(FETCH_SIZE);
        neo4j.withSession(config, session -> {
            // Not repeated on a passing failure: the sink has already taken a part.
            try (Transaction tx = session.beginTransaction(LIMITED)) {
                Map<String, Object> before = settled(tx);
                readAll(tx, bans, new RawGraphSink(sink));
                if (!settled(tx).equals(before)) {
                    throw new ConcurrentModificationException(LoadMark.REPLACED);
                }
                tx.commit();
            }
            return null;
        });
    }

    /**
     * The data set of which all facts are there.
     *
     * @throws TielineException.DatabaseUnavailable if another is being put in its place
     */
    private static Map<String, Object> settled(Transaction tx) {
        tx.run("MATCH (l:Load {slot: 'current'}) RETURN l {.state, .version, .by, .since} AS load")
                .forEachRemaining(row -> {
                    LoadMark mark = LoadMark.of(row.get("load").asMap());
                    if (mark.applying()) {
                        throw mark.betweenVersions();
                    }
                });
        return tx.run("OPTIONAL MATCH (d:Dataset {slot: 'current'}) RETURN d {.version, .sha256, .loadedAt} AS d")
                .single()
                .asMap();
    }

    private void readAll(Transaction tx, List<BanEntity> bans, RawGraphSink raw) {
        each(tx, "MATCH (d:Dataset {slot: 'current'}) RETURN properties(d) AS p", row -> raw.dataset(properties(row)));
        each(tx, "MATCH (r:Release) RETURN properties(r) AS p", row -> raw.release(properties(row)));
        each(tx, "MATCH (m:Movement) RETURN properties(m) AS p", row -> raw.movement(properties(row)));
        Map<Object, End> organizations = readOrganizations(tx, raw);
        each(tx, """
                MATCH (o:Organization)-[r:IDENTIFIED_BY]->(n:Identifier)
                RETURN o.id AS organization, properties(n) AS node, properties(r) AS p
                """, row -> raw.identifier(id(row.get("organization")), node(row), properties(row)));
        each(tx, """
                MATCH (o:Organization)-[r:HAS_SUBSCRIBERS]->(n:Count)
                RETURN o.id AS organization, properties(n) AS node, properties(r) AS p
                """, row -> raw.subscribers(id(row.get("organization")), node(row), properties(row)));
        each(
                tx,
                "MATCH (s:Source) RETURN id(s) AS node, properties(s) AS p",
                row -> raw.source(properties(row), () -> element(tx, number(row))));
        each(
                tx,
                "MATCH (c:Country) RETURN id(c) AS node, properties(c) AS p",
                row -> raw.country(properties(row), () -> element(tx, number(row))));
        bans.forEach(ban -> ban.handTo(raw, whole, node -> element(tx, node)));
        each(tx, """
                MATCH (country:Country)-[m:BELONGS_TO]->(bloc:Country)
                RETURN country.code AS country, bloc.code AS bloc, properties(m) AS p
                """, row -> raw.membership(id(row.get("country")), id(row.get("bloc")), properties(row)));
        for (TieType type : TieType.values()) {
            readTies(tx, type, organizations, raw);
        }
    }

    /** Returns the organizations by the number of their node. */
    private static Map<Object, End> readOrganizations(Transaction tx, RawGraphSink raw) {
        Map<Object, List<String>> successors = new HashMap<>();
        each(tx, """
                MATCH (o:Organization)-[:SUCCEEDED_BY]->(s:Organization)
                RETURN id(o) AS node, s.id AS successor ORDER BY successor
                """, row -> {
            String successor = id(row.get("successor"));
            if (successor != null) {
                successors
                        .computeIfAbsent(number(row), none -> new ArrayList<>(1))
                        .add(successor);
            }
        });
        Map<Object, End> organizations = new HashMap<>();
        each(tx, "MATCH (o:Organization) RETURN id(o) AS node, labels(o) AS labels, properties(o) AS p", row -> {
            Object node = number(row);
            Map<String, Object> properties = properties(row);
            int place = raw.organization(
                    texts(row, "labels"),
                    properties,
                    successors.getOrDefault(node, List.of()),
                    () -> element(tx, node));
            if (properties.get("id") instanceof String id) {
                organizations.put(node, new End(id, place));
            }
        });
        return organizations;
    }

    /**
     * Reads the ties of one type. The properties of each are looked up once, all together, and come as columns: a map would
     * name them anew in each row.
     */
    private static void readTies(Transaction tx, TieType type, Map<Object, End> organizations, RawGraphSink raw) {
        List<String> names = RawGraphSink.TIE_PROPERTIES;
        Map<String, Object> properties = new HashMap<>();
        each(
                tx,
                "MATCH (a)-[t:%s]->(b) WITH id(a) AS from, id(b) AS to, properties(t) AS p RETURN from, to, %s"
                        .formatted(
                                type.text(),
                                names.stream().map(name -> "p." + name).collect(Collectors.joining(", "))),
                row -> {
                    properties.clear();
                    for (int i = 0; i < names.size(); i++) {
                        Value value = row.get(i + 2);
                        if (!value.isNull()) {
                            properties.put(names.get(i), value.asObject());
                        }
                    }
                    raw.tie(
                            type,
                            organizations.getOrDefault(row.get(0).asObject(), End.NOWHERE),
                            organizations.getOrDefault(row.get(1).asObject(), End.NOWHERE),
                            properties);
                });
    }

    @Override
    public boolean readRelease(LoadedDataset release, GraphSink sink) {
        List<byte[]> parts =
                neo4j.read(tx -> tx.run("""
                        MATCH (r:Release {version: $version, sha256: $sha256})-[held:HELD]->(part:ReleasePart)
                        RETURN part.content AS content ORDER BY held.place
                        """, Map.of("version", release.version(), "sha256", release.sha256()))
                        .list(row -> row.get("content").asByteArray()));
        if (parts.isEmpty()) {
            return false;
        }
        KeptFacts.handTo(parts, new RawGraphSink(sink));
        return true;
    }

    private List<BanEntity> bans() {
        return neo4j.withEntities(session -> {
            List<BanEntity> bans = new ArrayList<>();
            session.query(BanEntity.class, BanEntity.ALL, Map.of()).forEach(bans::add);
            return bans;
        });
    }

    private static void each(Transaction tx, String query, Consumer<Record> taker) {
        tx.run(query).forEachRemaining(taker);
    }

    private static Map<String, Object> properties(Record row) {
        return row.get("p").asMap();
    }

    private static Map<String, Object> node(Record row) {
        return row.get("node").asMap();
    }

    /** Within one transaction the number of a node identifies it; its element id would be a long text in each row. */
    private static Object number(Record row) {
        return row.get("node").asObject();
    }

    private static String element(Transaction tx, Object node) {
        return tx.run("MATCH (n) WHERE id(n) = $node RETURN elementId(n) AS element", Map.of("node", node))
                .single()
                .get("element")
                .asString();
    }

    /** The texts of a list; other values in it can be no ids, and belong to what is left out. */
    private static List<String> texts(Record row, String column) {
        return row.get(column).asList(Values.ofObject()).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static @Nullable String id(Value value) {
        return value.asObject() instanceof String id ? id : null;
    }
}
