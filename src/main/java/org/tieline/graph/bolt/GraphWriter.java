package org.tieline.graph.bolt;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.TransactionContext;
import org.tieline.graph.FactRows;
import org.tieline.graph.KeptFacts;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** The statements of one load, in its one transaction. Labels and types in them come from enums, all else is a parameter. */
final class GraphWriter {
    private final TransactionContext tx;
    private final Batches batches;

    GraphWriter(TransactionContext tx, Batches batches) {
        this.tx = tx;
        this.batches = batches;
    }

    Map<String, Long> countries() {
        return batches.fingerprints(
                "MATCH (n:Country) RETURN n.code AS id, n.fingerprint AS fingerprint, true AS complete");
    }

    Map<String, Long> sources() {
        return batches.fingerprints(
                "MATCH (n:Source) RETURN n.id AS id, n.fingerprint AS fingerprint, true AS complete");
    }

    /** @param wanted the organizations of the data set; one of them that lost or won a successor is incomplete */
    Map<String, Long> organizations(List<Organization> wanted) {
        Map<String, String> successors =
                succeeded(wanted).collect(Collectors.toMap(Organization::id, Organization::successor));
        return batches.fingerprints("""
                MATCH (n:Organization)
                RETURN n.id AS id, n.fingerprint AS fingerprint,
                       (n.country IS NULL OR EXISTS { (n)-[:BASED_IN]->() })
                         AND [(n)-[s:SUCCEEDED_BY]->(o) WHERE s.fingerprint IS NOT NULL | o.id]
                           = CASE WHEN $successors[n.id] IS NULL THEN [] ELSE [$successors[n.id]] END AS complete
                """, Map.of("successors", successors));
    }

    private static Stream<Organization> succeeded(List<Organization> organizations) {
        return organizations.stream().filter(organization -> organization.successor() != null);
    }

    /** @param wanted the bans of the data set; one of them that lost or won a relationship is incomplete */
    Map<String, Long> bans(List<Ban> wanted) {
        Map<String, Integer> relationships = wanted.stream()
                .collect(Collectors.toMap(
                        Ban::id,
                        ban -> 2
                                + ban.targets().size()
                                + ban.sources().size()
                                + ban.replaces().size()));
        return batches.fingerprints("""
                MATCH (n:Ban)
                RETURN n.id AS id, n.fingerprint AS fingerprint,
                       COUNT { (n)-[r]-() WHERE r.fingerprint IS NOT NULL }
                         - COUNT { (n)<-[r:REPLACES]-() WHERE r.fingerprint IS NOT NULL }
                         = coalesce($relationships[n.id], -1) AS complete
                """, Map.of("relationships", relationships));
    }

    Map<String, Long> ties() {
        return batches.fingerprints(
                "MATCH ()-[t:%s]->() RETURN t.id AS id, t.fingerprint AS fingerprint, true AS complete"
                        .formatted(DriverGraphReader.tieTypes()));
    }

    /** By {@link Membership#key()}; one that is made by hand without a day has none. */
    Map<String, Long> memberships() {
        return batches.fingerprints("""
                MATCH (country:Country)-[m:BELONGS_TO]->(bloc:Country)
                RETURN toStringOrNull(bloc.code) + ' ' + toStringOrNull(country.code) + ' ' + toStringOrNull(m.since) AS id,
                       m.fingerprint AS fingerprint, true AS complete
                """);
    }

    void write(Difference<String> countries) {
        batches.write(
                null,
                countries.wanted(),
                FactRows::ofCountry,
                "UNWIND $rows AS row MERGE (c:Country {code: row.id}) SET c = row.properties RETURN count(*) AS written");
    }

    void writeSources(Difference<Source> sources) {
        batches.write(
                "sources",
                sources.wanted(),
                FactRows::of,
                "UNWIND $rows AS row MERGE (s:Source {id: row.id}) SET s = row.properties RETURN count(*) AS written");
    }

    void writeOrganizations(Difference<Organization> organizations) {
        String allKinds = List.of(OrganizationKind.values()).stream()
                .map(OrganizationKind::label)
                .collect(Collectors.joining(":"));
        byGroup(organizations.wanted(), Organization::kind)
                .forEach((kind, members) ->
                        batches.write("organizations", members, FactRows::of, """
                        UNWIND $rows AS row
                        MERGE (o:Organization {id: row.id})
                        SET o = row.properties
                        REMOVE o:%s
                        SET o:%s
                        WITH o, row
                        CALL (o) {
                          MATCH (o)-[former:BASED_IN]->() WHERE former.fingerprint IS NOT NULL
                          DELETE former
                        }
                        CALL (o) {
                          MATCH (o)-[former:SUCCEEDED_BY]->() WHERE former.fingerprint IS NOT NULL
                          DELETE former
                        }
                        CALL (o, row) {
                          MATCH (c:Country {code: row.country})
                          CREATE (o)-[:BASED_IN {fingerprint: o.fingerprint}]->(c)
                        }
                        RETURN count(*) AS written
                        """.formatted(allKinds, kind.label())));
        batches.write("successors", succeeded(organizations.wanted()).toList(), FactRows::of, """
                UNWIND $rows AS row
                MATCH (o:Organization {id: row.id})
                MATCH (heir:Organization {id: row.successor})
                CREATE (o)-[:SUCCEEDED_BY {fingerprint: o.fingerprint}]->(heir)
                RETURN count(*) AS written
                """);
    }

    /** Removes obsolete ties, and outdated ones, whose type or ends may have changed. */
    void removeTies(Difference<Tie> ties) {
        for (TieType type : TieType.values()) {
            String match = "UNWIND $rows AS id MATCH ()-[t:%s {id: id}]->() ".formatted(type.text());
            batches.write(null, ties.obsolete(), id -> id, match + "WHERE t.fingerprint IS NOT NULL DELETE t");
            batches.write(null, ties.outdated(), id -> id, match + "DELETE t");
        }
    }

    void writeTies(Difference<Tie> ties) {
        byGroup(ties.wanted(), Tie::type)
                .forEach((type, members) -> batches.write("ties", members, FactRows::of, """
                        UNWIND $rows AS row
                        MATCH (a:Organization {id: row.from})
                        MATCH (b:Organization {id: row.to})
                        CREATE (a)-[t:%s]->(b)
                        SET t = row.properties
                        RETURN count(*) AS written
                        """.formatted(type.text())));
    }

    void writeBans(Difference<Ban> bans) {
        batches.write("bans", bans.wanted(), FactRows::of, """
                UNWIND $rows AS row
                MATCH (g:Organization {id: row.government})
                MATCH (c:Country {code: row.country})
                MERGE (b:Ban {id: row.id})
                SET b = row.properties
                WITH b, g, c, row
                CALL (b) {
                  MATCH (b)-[former]-()
                  WHERE former.fingerprint IS NOT NULL AND (type(former) <> 'REPLACES' OR startNode(former) = b)
                  DELETE former
                }
                CREATE (g)-[:IMPOSES {fingerprint: b.fingerprint}]->(b)
                CREATE (b)-[:APPLIES_IN {fingerprint: b.fingerprint}]->(c)
                WITH b, row
                CALL (b, row) {
                  UNWIND range(0, size(row.targets) - 1) AS place
                  MATCH (o:Organization {id: row.targets[place]})
                  CREATE (b)-[:TARGETS {fingerprint: b.fingerprint, place: place}]->(o)
                  RETURN count(*) AS targets
                }
                CALL (b, row) {
                  UNWIND range(0, size(row.sources) - 1) AS place
                  MATCH (s:Source {id: row.sources[place]})
                  CREATE (b)-[:CITES {fingerprint: b.fingerprint, place: place}]->(s)
                  RETURN count(*) AS cited
                }
                WITH * WHERE targets = size(row.targets) AND cited = size(row.sources)
                RETURN count(*) AS written
                """);
        List<Ban> replacing =
                bans.wanted().stream().filter(ban -> !ban.replaces().isEmpty()).toList();
        batches.write("replacements", replacing, FactRows::of, """
                UNWIND $rows AS row
                MATCH (b:Ban {id: row.id})
                CALL (b, row) {
                  UNWIND range(0, size(row.replaces) - 1) AS place
                  MATCH (former:Ban {id: row.replaces[place]})
                  CREATE (b)-[:REPLACES {fingerprint: b.fingerprint, place: place}]->(former)
                  RETURN count(*) AS replaced
                }
                WITH * WHERE replaced = size(row.replaces)
                RETURN count(*) AS written
                """);
    }

    /** Removes obsolete memberships, and outdated ones, which are written anew. */
    void removeMemberships(Difference<Membership> memberships) {
        String match = """
                UNWIND $rows AS id
                WITH split(id, ' ') AS key
                MATCH (:Country {code: key[1]})-[m:BELONGS_TO]->(:Country {code: key[0]})
                WHERE toStringOrNull(m.since) = key[2]
                """;
        batches.write(null, memberships.obsolete(), id -> id, match + "AND m.fingerprint IS NOT NULL DELETE m");
        batches.write(null, memberships.outdated(), id -> id, match + "DELETE m");
    }

    void writeMemberships(Difference<Membership> memberships) {
        batches.write("memberships", memberships.wanted(), FactRows::of, """
                UNWIND $rows AS row
                MATCH (country:Country {code: row.country})
                MATCH (bloc:Country {code: row.bloc})
                CREATE (country)-[m:BELONGS_TO]->(bloc)
                SET m = row.properties
                RETURN count(*) AS written
                """);
    }

    /** Removes nodes, except those on which something made by hand hangs; returns the ids of the latter. */
    List<String> remove(String label, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String match = "UNWIND $ids AS id MATCH (n:%s {id: id}) ".formatted(label);
        String byHand = "EXISTS { (n)-[r]-() WHERE r.fingerprint IS NULL } ";
        List<String> kept = tx.run(match + "WHERE " + byHand + "RETURN n.id AS id ORDER BY id", Map.of("ids", ids))
                .list(row -> row.get("id").asString());
        tx.run(match + "WHERE NOT " + byHand + "DETACH DELETE n", Map.of("ids", ids))
                .consume();
        return kept;
    }

    void removeCountries(Difference<String> countries) {
        batches.write(
                null,
                countries.obsolete(),
                code -> code,
                "UNWIND $rows AS code MATCH (c:Country {code: code}) WHERE NOT EXISTS { (c)--() } DELETE c");
    }

    /** Writes what data set this is, unless the graph says so already and nothing else changed. */
    void writeDataset(Dataset dataset, Instant now, boolean changed) {
        Map<String, Object> properties = described(dataset, now);
        properties.put("slot", "current");
        boolean known = !tx.run(
                        "MATCH (d:Dataset {slot: $slot, version: $version, sha256: $sha256}) RETURN d.slot", properties)
                .list()
                .isEmpty();
        if (changed || !known) {
            tx.run("MERGE (d:Dataset {slot: 'current'}) SET d = $properties", Map.of("properties", properties))
                    .consume();
        }
    }

    /**
     * Keeps what a release holds, unless it is kept already. One of the same version that held something else makes way.
     *
     * @return whether anything was written
     */
    boolean keepRelease(Dataset release, Instant now) {
        Map<String, Object> properties = described(release, now);
        if (!tx.run("MATCH (r:Release {version: $version, sha256: $sha256}) RETURN r.version", properties)
                .list()
                .isEmpty()) {
            return false;
        }
        tx.run("""
                        OPTIONAL MATCH (:Release {version: $version})-[:HELD]->(former:ReleasePart)
                        DETACH DELETE former
                        WITH count(*) AS gone
                        MERGE (r:Release {version: $version})
                        SET r = $properties
                        """, Map.of("version", release.version(), "properties", properties))
                .consume();
        List<byte[]> parts = KeptFacts.of(release);
        for (int place = 0; place < parts.size(); place++) {
            tx.run(
                            "MATCH (r:Release {version: $version}) CREATE (r)-[:HELD {place: $place}]->(:ReleasePart {content: $content})",
                            Map.of("version", release.version(), "place", place, "content", parts.get(place)))
                    .consume();
        }
        return true;
    }

    private static Map<String, Object> described(Dataset dataset, Instant now) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("version", dataset.version());
        properties.put("sha256", dataset.sha256());
        properties.put("organizations", dataset.organizations().size());
        properties.put("ties", dataset.ties().size());
        properties.put("bans", dataset.bans().size());
        properties.put("sources", dataset.sources().size());
        properties.put("memberships", dataset.memberships().size());
        properties.put("identifiers", dataset.identifiers().size());
        properties.put("subscribers", dataset.subscribers().size());
        properties.put("loadedAt", now.atZone(ZoneOffset.UTC));
        return properties;
    }

    private static <T, K> Map<K, List<T>> byGroup(List<T> facts, Function<T, K> group) {
        return facts.stream().collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()));
    }
}
