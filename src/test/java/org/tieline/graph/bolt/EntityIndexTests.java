package org.tieline.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.neo4j.ogm.annotation.NodeEntity;
import org.neo4j.ogm.annotation.RelationshipEntity;

/** Where there is a list of them, the mapper of objects looks for entities in no jar. */
class EntityIndexTests {
    private static final String INDEX = "/META-INF/resources/org/tieline/graph/bolt/neo4j-ogm.index";

    @Test
    void shouldListEveryEntity() throws IOException {
        try (InputStream in = Objects.requireNonNull(Neo4j.class.getResourceAsStream(INDEX))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactlyInAnyOrderElementsOf(new ClassFileImporter()
                                    .withImportOption(new ImportOption.DoNotIncludeTests())
                                    .importPackages(Neo4j.class.getPackageName())
                                    .stream()
                                    .filter(each -> each.isAnnotatedWith(NodeEntity.class)
                                            || each.isAnnotatedWith(RelationshipEntity.class))
                                    .map(JavaClass::getName)
                                    .toList());
        }
    }
}
