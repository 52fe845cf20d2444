package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.images.builder.Transferable;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.testing.Certificate;
import org.tieline.testing.ContainedNeo4j;
import org.tieline.testing.Containers;
import org.tieline.testing.EveryNight;
import org.tieline.testing.Patience;
import org.tieline.testing.Run;
import org.tieline.testing.Served;

/**
 * Databases that are not as one wishes. Community knows no users that may only read, so the server refuses writes to
 * everybody here; the failure that such a user meets has another code and the same kind.
 */
@ExtendWith(Containers.class)
class SpecialNeo4jContainerIT {
    private static final String EXPOSURES = "/v1/exposures?vendor=huawei&asOf=2018-12-08&carrierCountry=US";
    private static final String CERTIFICATES = "/var/lib/neo4j/certificates/bolt/";

    @TempDir
    private Path folder;

    @Test
    @EveryNight
    void shouldSayThatADatabaseTakesNoWritesAndAnswerFromIt() throws Exception {
        try (ContainedNeo4j first = ContainedNeo4j.onFreePort().start();
                ContainedNeo4j neo4j = ContainedNeo4j.onFreePort()
                        .with("server.databases.default_to_read_only", "true")
                        .takesOver(first)) {
            try (Neo4j writer = Neo4j.connect(first.uri("bolt"), "neo4j", ContainedNeo4j.PASSWORD, "neo4j")) {
                writer.write(
                        tx -> tx.run("CREATE (:Organization:Vendor {id: 'by-hand', name: 'By hand', country: 'KE'})")
                                .consume());
            }
            first.stop();
            neo4j.start();
            Run load = Run.of(neo4j.settings("neo4j"), "load", "seed-data");
            assertThat(load.code()).as(load.err()).isEqualTo(4);
            assertThat(load.err()).contains("it takes no writes").doesNotContain("unexpectedly", "\tat ");

            Map<String, String> settings = new HashMap<>(neo4j.settings("neo4j"));
            settings.put("TIELINE_DATA", "seed-data");
            try (Served served = Served.start(folder, folder.resolve("log"), settings)) {
                URI api = served.address("API");
                served.awaitLog("the data was not loaded: the database at " + neo4j.uri("neo4j"));
                Patience.await(() -> Served.get(api.resolve("/health/ready")).statusCode() == 200);
                assertThat(Served.get(api.resolve("/v1/organizations/by-hand")).statusCode())
                        .isEqualTo(200);
                assertThat(served.log()).doesNotContain("tried again until it succeeds");
                assertThat(served.stops()).isTrue();
            }
        }
    }

    @Test
    void shouldWaitForADatabaseThatComesLaterAndSpeaksEncryptedOnly() throws Exception {
        Certificate certificate = Certificate.selfSigned(folder);
        try (ContainedNeo4j neo4j = ContainedNeo4j.onFreePort()
                .with("dbms.ssl.policy.bolt.enabled", "true")
                .with("server.bolt.tls_level", "REQUIRED")) {
            neo4j.container()
                    .withCopyToContainer(Transferable.of(certificate.key(), 0644), CERTIFICATES + "private.key")
                    .withCopyToContainer(Transferable.of(certificate.certificate(), 0644), CERTIFICATES + "public.crt");
            Map<String, String> settings = new HashMap<>(neo4j.settings("neo4j+ssc"));
            settings.put("NEO4J_CONNECT_TIMEOUT", "2");
            try (Served served = Served.start(folder, folder.resolve("log"), settings)) {
                URI example = served.address("API").resolve(EXPOSURES);
                served.awaitLog("it is tried again until it succeeds");
                assertThat(Served.get(example).statusCode()).isEqualTo(503);

                neo4j.start();
                Patience.await(() -> Served.get(example).body().contains("\"sprint\""));
                assertThat(Served.get(example.resolve("/health/ready")).statusCode())
                        .isEqualTo(200);
                assertThat(served.stops()).isTrue();
            }

            for (String scheme : new String[] {"neo4j+s", "bolt+s"}) {
                Run strict = Run.of(hasty(neo4j.settings(scheme)), "load", "seed-data");
                assertThat(strict.code()).isEqualTo(4);
                assertThat(strict.err()).contains("+s asks for encryption and a certificate that this Java trusts");
            }
            Run open = Run.of(hasty(neo4j.settings("bolt")), "load", "seed-data");
            assertThat(open.code()).as(open.err()).isEqualTo(4);
            Run same = Run.of(neo4j.settings("bolt+ssc"), "load", "seed-data");
            assertThat(same.code()).as(same.err()).isZero();
            assertThat(same.out()).contains("ties: 0 added, 0 updated, 0 removed");
        }
    }

    @Test
    @EveryNight
    void shouldReadADatabaseThatWasReplacedByAnEmptyOne() throws Exception {
        ContainedNeo4j first = ContainedNeo4j.onFreePort();
        try (first) {
            first.start();
            // What it saw of the first it waits for in the second, in vain.
            Map<String, String> settings = hasty(first.settings("bolt"));
            try (Served served = Served.start(folder, folder.resolve("log"), settings)) {
                URI example = served.address("API").resolve(EXPOSURES);
                Patience.await(() -> Served.get(example).body().contains("\"sprint\""));
                first.close();
                try (ContainedNeo4j second = ContainedNeo4j.onPort(first.port()).start()) {
                    Patience.await(() -> Served.get(example.resolve("/v1/organizations"))
                            .body()
                            .contains("\"total\":0"));
                    Patience.await(() -> Served.get(example).statusCode() == 404);
                    assertThat(Run.of(second.settings("bolt"), "load", "seed-data")
                                    .code())
                            .isZero();
                    Patience.await(() -> Served.get(example).body().contains("\"sprint\""));
                }
            }
        }
    }

    /** For what cannot succeed, or waits in vain before it does. */
    private static Map<String, String> hasty(Map<String, String> settings) {
        Map<String, String> hasty = new HashMap<>(settings);
        hasty.put("NEO4J_READ_TIMEOUT", "3");
        return hasty;
    }
}
