package org.tieline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what a public host runs, and the pages that tell people what to run, to the build. */
class WorkflowTests {
    private static final Path HOST = Path.of(".github");
    private static final Pattern PROFILE = Pattern.compile("mvnw?\\b[^\\n`]*?-P(\\w+)");
    private static final Pattern LEFT_OUT = Pattern.compile("(?m)^ *@EveryNight$|\\bNightly\\.or\\(");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Test
    void shouldBeYaml() throws IOException {
        try (Stream<Path> files = Files.walk(HOST)) {
            assertThat(files.filter(file -> file.toString().endsWith(".yml")))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(file -> assertThat(read(file).isObject()).isTrue());
        }
    }

    @Test
    void shouldTakeActionsByTheirMajorVersionAndBeBounded() throws IOException {
        assertThat(workflows()).hasSize(3).allSatisfy(file -> {
            JsonNode workflow = read(file);
            assertThat(workflow.at("/permissions/contents").asText()).isIn("read", "write");
            assertThat(workflow.get("jobs")).isNotEmpty().allSatisfy(job -> assertThat(
                            job.get("timeout-minutes").isInt())
                    .isTrue());
            assertThat(workflow.findValuesAsText("uses")).isNotEmpty().allSatisfy(action -> assertThat(action)
                    .matches("[\\w-]+/[\\w-]+@v\\d+"));
        });
    }

    @Test
    void shouldBuildOnBothVersionsOfJavaByTheCommandOfTheReadme() throws IOException {
        JsonNode job = read(HOST.resolve("workflows/build.yml")).at("/jobs/verify");

        assertThat(job.at("/strategy/matrix/java")).extracting(JsonNode::asInt).containsExactly(21, 25);
        assertThat(job.findValuesAsText("run")).containsExactly("./mvnw -B -ntp verify");
        assertThat(Path.of("README.md")).content().contains("\nmvn verify\n");
    }

    /** What a build leaves to the night would else never run. */
    @Test
    void shouldRunEveryNightWhatABuildLeavesOut() throws IOException {
        String night = text(HOST.resolve("workflows/benchmarks.yml"));
        List<Pattern> run = Pattern.compile("-D(?:it\\.)?test=([^\\s\"]+)")
                .matcher(night)
                .results()
                .flatMap(list -> Stream.of(list.group(1).split(",")))
                .map(name -> Pattern.compile(name.replace("*", ".*")))
                .toList();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> LEFT_OUT.matcher(text(file)).find())
                            .map(file -> file.getFileName().toString().replace(".java", "")))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(name -> assertThat(run)
                            .anyMatch(pattern -> pattern.matcher(name).matches()));
        }
        assertThat(night).contains("-Dnightly=true");
    }

    @Test
    void shouldNameProfilesThatTheBuildHas() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        List<Path> pages = new ArrayList<>(workflows());
        pages.addAll(List.of(Path.of("CONTRIBUTING.md"), Path.of("SECURITY.md"), Path.of("docs/architecture.md")));

        assertThat(pages.stream()
                        .map(WorkflowTests::text)
                        .flatMap(page -> PROFILE.matcher(page).results())
                        .map(match -> match.group(1)))
                .contains("quick", "sbom", "bench", "holes")
                .allSatisfy(profile -> assertThat(build).contains("<id>" + profile + "</id>"));
    }

    @Test
    void shouldTakeTheMavenOfMavenCentralAndCompareIt() throws IOException {
        Properties wrapper = new Properties();
        wrapper.load(new StringReader(text(Path.of(".mvn/wrapper/maven-wrapper.properties"))));

        assertThat(wrapper.getProperty("distributionUrl"))
                .startsWith("https://repo.maven.apache.org/maven2/org/apache/maven/apache-maven/3.");
        assertThat(wrapper.getProperty("distributionSha256Sum")).matches("[0-9a-f]{64}");
        assertThat(Path.of("mvnw")).isExecutable();
    }

    @Test
    void shouldReleaseTheVersionThatTheChangelogTellsOf() {
        String version = first("pom.xml", "<version>(\\d+\\.\\d+\\.\\d+)(?:-SNAPSHOT)?</version>");

        assertThat(first("CHANGELOG.md", "(?m)^## (\\d+\\.\\d+\\.\\d+) - (?:unreleased|\\d{4}-\\d{2}-\\d{2})$"))
                .isEqualTo(version);
        assertThat(first("CITATION.cff", "(?m)^version: (\\S+)$")).isEqualTo(version);
    }

    private static String first(String file, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text(Path.of(file)))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(HOST.resolve("workflows"))) {
            return files.sorted().toList();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(text(file));
        } catch (IOException e) {
            throw new AssertionError(file + " is no YAML", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
