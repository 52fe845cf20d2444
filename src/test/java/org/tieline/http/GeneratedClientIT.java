package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.DatasetReader;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.EveryNight;
import org.tieline.testing.ForeignProgram;
import org.tieline.testing.InMemory;

/**
 * Clients that OpenAPI Generator makes of the contract, for Java and for TypeScript, compile as they are made, and read what the
 * server answers. They are long to make, so that they are made with {@code -Dnightly=true} alone. The one for TypeScript wants
 * Node and its compiler, and is skipped where they cannot be had.
 */
@EveryNight
class GeneratedClientIT {
    private static final Pattern TOLD = Pattern.compile("^(read|failed) ");

    /** This server has no keys, so nobody has subscriptions that could be read. */
    private static final Pattern WANTS_A_KEY = Pattern.compile("^failed .*/problems/no-subscriptions");

    private static final Path READERS = Path.of("target/readers").toAbsolutePath();
    private static final Path CONTRACT = Path.of("src/main/resources/org/tieline/http/pages/openapi.yaml");
    private static final Path DRIVERS = Path.of("src/test/generated");
    private static final Path NODE_HOME = Path.of("target/npm-typescript").toAbsolutePath();
    private static final String TYPESCRIPT = "typescript@5.9.3";

    @TempDir
    private Path folder;

    @Test
    void shouldReadEveryAnswer() throws IOException {
        Path sources = generated(
                        CONTRACT,
                        "java",
                        "--library",
                        "native",
                        "--additional-properties=openApiNullable=false,useJakartaEe=false")
                .resolve("src/main/java");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compile(sources, classes);

        List<String> lines = reading(address -> ForeignProgram.java(
                folder, "-classpath", classes + File.pathSeparator + libraries(), "ReadAnswers", address));

        assertThat(lines).hasSizeGreaterThan(25);
    }

    /** Of a choice between two answers its generator makes what can be told apart only if it is called {@code oneOf}. */
    @Test
    void shouldReadEveryAnswerInTypeScript() throws IOException {
        Files.createDirectories(NODE_HOME);
        Files.writeString(NODE_HOME.resolve("package.json"), "{\"private\": true}");
        ForeignProgram install =
                run("npm", "install", "--prefer-offline", "--no-save", "--no-audit", "--no-fund", TYPESCRIPT);
        assumeThat(install.code())
                .as("%s cannot be installed: %s", TYPESCRIPT, install.said())
                .isZero();
        Files.copy(DRIVERS.resolve("read-answers.ts"), folder.resolve("read-answers.ts"));
        String contract = Files.readString(CONTRACT).replaceAll("anyOf: (\\[\\{.ref: [^}]*\\}, \\{.ref)", "oneOf: $1");
        generated(Files.writeString(folder.resolve("openapi.yaml"), contract), "typescript-fetch");

        ForeignProgram compiler = run(
                "node",
                "node_modules/typescript/bin/tsc",
                "--strict",
                "--target",
                "es2022",
                "--lib",
                "es2022,dom",
                "--module",
                "commonjs",
                "--outDir",
                folder.resolve("out").toString(),
                folder.resolve("read-answers.ts").toString());

        assertThat(compiler.code()).as(compiler.said()).isZero();
        List<String> lines = reading(
                address -> run("node", folder.resolve("out/read-answers.js").toString(), address));
        assertThat(lines)
                .hasSizeGreaterThan(20)
                .contains(
                        "read listExposures: [\"huawei PARTNERS_WITH softbank-group until null, softbank-group OWNS sprint until 2020-04-01\"]",
                        "read getMatrix: 2",
                        "read getSummarySeries: [\"2018-11-01\",\"2018-12-01\"]",
                        "read listChanges: [\"parent\"]",
                        "read listSeries: [\"2018-11-01\",\"2018-12-01\"]",
                        "read getTie: \"SoftBank Group\"",
                        "read searchOrganizations: \"huawei\"");
    }

    private interface Reader {
        ForeignProgram ask(String address) throws IOException;
    }

    /** What a client prints of the answers of a server of the shipped data. */
    private static List<String> reading(Reader client) throws IOException {
        try (Snapshots snapshots = new Snapshots(new InMemory(DatasetReader.read(Path.of("seed-data"))))) {
            snapshots.refresh();
            try (Api server = Api.start("127.0.0.1", 0, new Inquiries(snapshots), PatientApi.OPTIONS)) {
                ForeignProgram ran = client.ask("http://127.0.0.1:" + server.port());
                assertThat(ran.code()).as(ran.err()).isZero();
                // Libraries of the client may log what they do.
                List<String> told = ran.out()
                        .lines()
                        .filter(line -> TOLD.matcher(line).find())
                        .toList();
                List<String> read = told.stream()
                        .filter(line -> !WANTS_A_KEY.matcher(line).find())
                        .toList();
                assertThat(read).allSatisfy(line -> assertThat(line).startsWith("read "));
                return read;
            }
        }
    }

    private static ForeignProgram run(String... command) {
        return ForeignProgram.run(NODE_HOME, Map.of("NO_PROXY", "127.0.0.1"), List.of(command));
    }

    /** The folder with the client that the generator of a name makes. */
    private Path generated(Path contract, String generator, String... options) {
        Path client = folder.resolve("client");
        List<String> arguments = new ArrayList<>(List.of(
                "-jar",
                READERS.resolve("openapi-generator-cli.jar").toString(),
                "generate",
                "-i",
                contract.toAbsolutePath().toString(),
                "-g",
                generator,
                "-o",
                client.toString(),
                "--global-property",
                "models,apis,supportingFiles,modelDocs=false,apiDocs=false,modelTests=false,apiTests=false"));
        arguments.addAll(List.of(options));
        ForeignProgram ran = ForeignProgram.java(folder, arguments.toArray(String[]::new));
        assertThat(ran.code()).as(ran.said()).isZero();
        return client;
    }

    private static void compile(Path sources, Path classes) throws IOException {
        List<Path> files = new ArrayList<>(List.of(DRIVERS.resolve("ReadAnswers.java")));
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
