package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.DatasetReader;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.ForeignProgram;
import org.tieline.testing.InMemory;

/**
 * A client that OpenAPI Generator makes of the contract compiles as it is made, and reads what the server answers. It is long to
 * make, so that it is made with {@code -Dnightly=true} alone.
 */
@EnabledIfSystemProperty(named = "nightly", matches = "true")
class GeneratedClientIT {
    private static final Path READERS = Path.of("target/readers").toAbsolutePath();
    private static final Path DRIVER = Path.of("src/test/generated/ReadAnswers.java");

    @TempDir
    private Path folder;

    @Test
    void shouldReadEveryAnswer() throws IOException {
        Path sources = generated();
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compile(sources, classes);

        try (Snapshots snapshots = new Snapshots(new InMemory(DatasetReader.read(Path.of("seed-data"))))) {
            snapshots.refresh();
            try (Api server = Api.start("127.0.0.1", 0, new Inquiries(snapshots), PatientApi.OPTIONS)) {
                ForeignProgram client = ForeignProgram.java(
                        folder,
                        "-classpath",
                        classes + File.pathSeparator + libraries(),
                        "ReadAnswers",
                        "http://127.0.0.1:" + server.port());

                assertThat(client.code()).as(client.err()).isZero();
                assertThat(client.out().lines()).hasSizeGreaterThan(25).allSatisfy(line -> assertThat(line)
                        .startsWith("read "));
            }
        }
    }

    private Path generated() {
        Path client = folder.resolve("client");
        ForeignProgram generator = ForeignProgram.java(
                folder,
                "-jar",
                READERS.resolve("openapi-generator-cli.jar").toString(),
                "generate",
                "-i",
                Path.of("src/main/resources/org/tieline/http/pages/openapi.yaml")
                        .toAbsolutePath()
                        .toString(),
                "-g",
                "java",
                "--library",
                "native",
                "-o",
                client.toString(),
                "--additional-properties=openApiNullable=false,useJakartaEe=false",
                "--global-property",
                "models,apis,supportingFiles,modelDocs=false,apiDocs=false,modelTests=false,apiTests=false");
        assertThat(generator.code()).as(generator.said()).isZero();
        return client.resolve("src/main/java");
    }

    private static void compile(Path sources, Path classes) throws IOException {
        List<Path> files = new ArrayList<>(List.of(DRIVER));
        try (Stream<Path> made = Files.walk(sources)) {
            made.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            manager,
                            null,
                            List.of(
                                    "-parameters",
                                    "-nowarn",
                                    "-proc:none",
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    libraries()),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
    }

    /** What the generated project asks for. */
    private static String libraries() throws IOException {
        Stream<String> shared = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*(jackson-[^/]*-2\\.|jakarta\\.annotation-api).*\\.jar"));
        try (Stream<Path> readers = Files.list(READERS)) {
            List<String> own = readers.map(Path::toString)
                    .filter(file -> !file.endsWith("-cli.jar") && !file.endsWith("-all.jar"))
                    .toList();
            return Stream.concat(shared, own.stream()).collect(Collectors.joining(File.pathSeparator));
        }
    }
}
