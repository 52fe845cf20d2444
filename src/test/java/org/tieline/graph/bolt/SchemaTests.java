package org.tieline.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.graph.CypherFiles;
import org.tieline.graph.SchemaElement;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;

@ExtendWith(EmbeddedNeo4jExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaTests {
    private static final String ORGANIZATION_ID = "organization_id UNIQUENESS ONLINE [Organization] [id]";

    private final EmbeddedServer server;
    private final Neo4j neo4j;
    private List<String> whole;

    SchemaTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeAll
    void makeWhole() {
        dropAll();
        Schema.apply(neo4j);
        whole = all();
    }

    @BeforeEach
    void dropAll() {
        EmbeddedNeo4jExtension.empty(server);
        names("SHOW CONSTRAINTS").forEach(name -> cypher("DROP CONSTRAINT " + name));
        names("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")
                .forEach(name -> cypher("DROP INDEX " + name));
    }

    @Test
    void shouldReadWhatTheFileWants() {
        assertThat(CypherFiles.statements("schema"))
                .extracting(SchemaElement::of)
                .contains(
                        new SchemaElement(SchemaElement.Kind.UNIQUENESS, "owns_id", "OWNS", List.of("id"), null),
                        new SchemaElement(
                                SchemaElement.Kind.UNIQUENESS,
                                "identifier_value",
                                "Identifier",
                                List.of("scheme", "value"),
                                null),
                        new SchemaElement(
                                SchemaElement.Kind.FULLTEXT,
                                "organization_names",
                                "Organization",
                                List.of("id", "name", "aliases"),
                                "standard-folding"));
    }

    @Test
    void shouldChangeNothingWhereAllIsThere() {
        Schema.apply(neo4j);
        List<String> before = all();

        Schema.apply(neo4j);

        assertThat(before).hasSize(CypherFiles.statements("schema").size()).contains(ORGANIZATION_ID);
        assertThat(before).isEqualTo(whole);
        assertThat(all()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX organization_id FOR (o:Organization) ON (o.id)",
                "CREATE INDEX organization_id FOR (o:Organization) ON (o.name)",
                "CREATE INDEX of_mine FOR (o:Organization) ON (o.id)",
                "CREATE CONSTRAINT organization_id FOR (o:Organization) REQUIRE o.name IS UNIQUE",
                "CREATE CONSTRAINT organization_id FOR (o:Other) REQUIRE o.id IS UNIQUE",
                "CREATE FULLTEXT INDEX organization_id FOR (o:Organization) ON EACH [o.id]",
                "CREATE INDEX organization_names FOR (o:Organization) ON (o.name)",
                "CREATE FULLTEXT INDEX organization_names FOR (o:Organization) ON EACH [o.name]",
                "CREATE FULLTEXT INDEX organization_names_cjk FOR (o:Organization) ON EACH [o.name, o.aliases] "
                        + "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard'}}"
            })
    void shouldMakeAnewWhatIsNotAsItShouldBe(String left) {
        cypher(left);

        Schema.apply(neo4j);

        assertThat(all()).isEqualTo(whole);
    }

    @Test
    void shouldCompleteWhatAnInterruptedStartLeftOfAConstraint() {
        // As the database itself goes about it: the index in one transaction, the constraint in another.
        UniqueIndex.withoutItsConstraint(server.database(), "ban_id", "Ban", "id");
        assertThat(names("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"))
                .containsExactly("ban_id");
        assertThat(names("SHOW CONSTRAINTS")).isEmpty();

        Schema.apply(neo4j);

        assertThat(all())
                .hasSize(CypherFiles.statements("schema").size())
                .contains("ban_id UNIQUENESS ONLINE [Ban] [id]");
    }

    @Test
    void shouldLeaveAloneWhatServesUnderAnotherNameAndWhatIsForSomethingElse() {
        cypher("CREATE CONSTRAINT mine FOR (o:Organization) REQUIRE o.id IS UNIQUE");
        cypher("CREATE INDEX by_name FOR (o:Organization) ON (o.name)");

        Schema.apply(neo4j);

        assertThat(names("SHOW INDEXES")).contains("mine", "by_name").doesNotContain("organization_id");
    }

    private List<String> all() {
        return neo4j.read(tx -> tx.run("""
                        SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties, owningConstraint
                        WHERE type <> 'LOOKUP'
                        RETURN name + ' ' + CASE WHEN owningConstraint IS NULL THEN type ELSE 'UNIQUENESS' END
                          + ' ' + state AS text, labelsOrTypes, properties
                        ORDER BY name
                        """)
                .list(row -> row.get("text").asString() + " "
                        + row.get("labelsOrTypes").asList() + " "
                        + row.get("properties").asList()));
    }

    private List<String> names(String query) {
        return neo4j.read(tx -> tx.run(query).list(row -> row.get("name").asString()));
    }

    private void cypher(String statement) {
        neo4j.write(tx -> tx.run(statement).consume());
    }
}
