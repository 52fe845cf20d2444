package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Dataset;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.Patience;
import org.tieline.testing.ShippedGraph;

/** {@code GET /v1/export}. */
@ShippedGraph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportApiTests {
    private final EmbeddedServer server;
    private final Neo4j neo4j;
    private final HttpClient http = HttpClient.newHttpClient();
    private Snapshots snapshots;
    private Api api;

    @TempDir
    private Path folder;

    ExportApiTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeAll
    void start() {
        try (ShippedApi loading = ShippedApi.shared(neo4j)) {
            assertThat(loading.client().get("/v1").status()).isEqualTo(200);
        }
        snapshots = new Snapshots(new DriverGraphReader(neo4j));
        snapshots.refresh();
        api = Api.start("127.0.0.1", 0, Inquiries.over(neo4j, snapshots), PatientApi.OPTIONS);
    }

    @AfterAll
    void stop() {
        api.close();
        snapshots.close();
        http.close();
    }

    @Test
    void shouldGiveAnArchiveThatUnpacksToTheDataThatWereLoaded() throws Exception {
        Dataset shipped = DatasetReader.read(Path.of("seed-data"));

        HttpResponse<byte[]> answer = ask("GET", "format=csv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/zip");
        assertThat(header(answer, "Content-Disposition")).isEqualTo("attachment; filename=\"tieline-csv.zip\"");
        assertThat(header(answer, "Tieline-Data-Version")).isEqualTo(shipped.version());
        assertThat(header(answer, "Tieline-Data-Sha256")).isEqualTo(shipped.sha256());
        assertThat(header(answer, "Tieline-Left-Out")).isEqualTo("0");
        assertThat(DatasetReader.read(unpacked(answer.body()))).isEqualTo(shipped);
    }

    @ParameterizedTest
    @CsvSource({
        "neo4j-admin, application/zip, tieline-neo4j-admin.zip, PK",
        "ftm, application/x-ndjson;charset=utf-8, tieline.ftm.json, '{\"id\":'",
        "graphml, application/graphml+xml;charset=utf-8, tieline.graphml, <?xml",
        "gexf, application/gexf+xml;charset=utf-8, tieline.gexf, <?xml"
    })
    void shouldGiveEveryFormatUnderItsName(String format, String type, String name, String beginning) throws Exception {
        HttpResponse<byte[]> answer = ask("GET", "format=" + format);
        HttpResponse<byte[]> head = ask("HEAD", "format=" + format);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo(type);
        assertThat(header(answer, "Content-Disposition")).contains('"' + name + '"');
        assertThat(new String(answer.body(), 0, beginning.length(), "UTF-8")).isEqualTo(beginning);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Type")).isEqualTo(type);
        assertThat(header(head, "Content-Disposition")).isEqualTo(header(answer, "Content-Disposition"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format=xml        | format must be one of [csv, neo4j-admin, graphml, gexf",
                "''                | format must be given: one of csv",
                "format=csv&zip=no | zip is not a parameter"
            })
    void shouldRefuseWhatItDoesNotKnow(String query, String message) throws Exception {
        HttpResponse<byte[]> answer = ask("GET", query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), "UTF-8")).contains(message);
    }

    @Test
    void shouldTellWhatWasLeftOut() throws Exception {
        server.database().executeTransactionally("CREATE (:Source {id: 'half', publisher: 'Half'})");
        try {
            assertThat(header(ask("GET", "format=gexf"), "Tieline-Left-Out")).isEqualTo("1");
        } finally {
            server.database().executeTransactionally("MATCH (s:Source {id: 'half'}) DELETE s");
        }
    }

    private HttpResponse<byte[]> ask(String method, String query) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/export?%s".formatted(api.port(), query)))
                        .timeout(Patience.LONGEST)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private Path unpacked(byte[] archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, folder.resolve(entry.getName()));
            }
        }
        return folder;
    }
}
