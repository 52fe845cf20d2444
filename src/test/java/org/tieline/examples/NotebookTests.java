package org.tieline.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.DatasetReader;
import org.tieline.http.Api;
import org.tieline.http.PatientApi;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.ForeignProgram;
import org.tieline.testing.HeldFile;
import org.tieline.testing.InMemory;

/** The notebook is one, and its cells, run in order by Python without Jupyter, print what is stored below them. */
class NotebookTests {
    private static final Path NOTEBOOK = Program.FOLDER.resolve("article-of-2018.ipynb");
    private static final Path RUNNER =
            Path.of("src/test/python/run_notebook.py").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void shouldPrintWhatIsStored() throws IOException {
        ForeignProgram python = python("--version");
        assumeThat(python.code()).as("there is no Python: " + python.said()).isZero();
        try (Snapshots snapshots = new Snapshots(new InMemory(DatasetReader.read(Path.of("seed-data"))))) {
            snapshots.refresh();
            try (Api api = Api.start("127.0.0.1", 0, new Inquiries(snapshots), PatientApi.OPTIONS)) {
                String address = "http://127.0.0.1:" + api.port();
                Path copy = folder.resolve("notebook.ipynb");
                Files.writeString(
                        copy, Program.patient(Files.readString(NOTEBOOK)).replace(Program.API, address));

                ForeignProgram ran = python(RUNNER.toString(), copy.toString());

                assertThat(ran.code()).as(ran.said()).isZero();
                HeldFile.holds(NOTEBOOK, Program.asWritten(ran.out()).replace(address, Program.API));
            }
        }
    }

    /** What nbformat 4.5 asks of a notebook. */
    @Test
    void shouldBeANotebook() throws IOException {
        JsonNode notebook = new ObjectMapper().readTree(NOTEBOOK.toFile());

        assertThat(notebook.path("nbformat").intValue()).isEqualTo(4);
        assertThat(notebook.path("nbformat_minor").intValue()).isEqualTo(5);
        assertThat(notebook.at("/metadata/kernelspec/name").textValue()).isEqualTo("python3");
        Set<String> ids = new HashSet<>();
        assertThat(notebook.path("cells")).hasSizeGreaterThan(5).allSatisfy(cell -> {
            assertThat(cell.path("id").asText()).matches("[a-zA-Z0-9-_]{1,64}");
            assertThat(ids.add(cell.path("id").asText())).isTrue();
            assertThat(cell.path("metadata").isObject()).isTrue();
            assertThat(cell.path("source").isArray()).isTrue();
            if (cell.path("cell_type").asText().equals("code")) {
                assertThat(cell.path("execution_count").isInt()).isTrue();
                assertThat(cell.path("outputs")).allSatisfy(NotebookTests::shouldBeAnOutput);
            } else {
                assertThat(cell.path("cell_type").asText()).isEqualTo("markdown");
                assertThat(cell.has("outputs")).isFalse();
            }
        });
    }

    private static void shouldBeAnOutput(JsonNode output) {
        switch (output.path("output_type").asText()) {
            case "stream" -> assertThat(output.path("text").isArray()).isTrue();
            case "execute_result" ->
                assertThat(output.at("/data/text~1plain").isArray()).isTrue();
            default -> throw new AssertionError("no output that a cell of this notebook has: " + output);
        }
    }

    /** The library that Jupyter reads notebooks with has the last word, where it is. */
    @Test
    void shouldBeReadByItsOwnLibrary() {
        ForeignProgram there = python("-c", "import nbformat");
        assumeThat(there.code()).as("there is no nbformat: " + there.err()).isZero();

        ForeignProgram read = python(
                "-W",
                "error",
                "-c",
                "import nbformat, sys; nbformat.validate(nbformat.read(sys.argv[1], as_version=4))",
                NOTEBOOK.toAbsolutePath().toString());

        assertThat(read.code()).as(read.said()).isZero();
    }

    private static ForeignProgram python(String... arguments) {
        Map<String, String> environment = Map.of("NO_PROXY", "*", "no_proxy", "*", "PYTHONIOENCODING", "utf-8");
        List<String> command =
                Stream.concat(Stream.of("python3"), Stream.of(arguments)).toList();
        return ForeignProgram.run(Path.of(""), environment, command);
    }
}
