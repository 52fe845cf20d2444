package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tieline.config.Setting;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** What is in {@code deploy} says of this program what is so, in words that those who read it know. */
class DeploymentFilesTests {
    private static final Path FOLDER = Path.of("deploy");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern VERSION = Pattern.compile("<neo4j\\.version>([^<]+)</neo4j\\.version>");

    private static final Pattern HEAP = Pattern.compile("MaxRAMPercentage=(\\d+)");
    private static final Pattern SIZE = Pattern.compile(":size=(\\d+)m");
    private static final Pattern ANSWER = Pattern.compile("timeout server (\\d+)s");

    /** Of the launcher, and no setting of the program. */
    private static final String LAUNCHER = "TIELINE_JAVA_OPTIONS";

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "Deployment", Deployment.class,
            "StatefulSet", StatefulSet.class,
            "Service", Service.class,
            "PodDisruptionBudget", PodDisruptionBudget.class);

    private static List<JsonNode> documents(String file) throws IOException {
        return YAML.readerFor(JsonNode.class)
                .<JsonNode>readValues(FOLDER.resolve(file).toFile())
                .readAll();
    }

    private static JsonNode kubernetes(String kind, String name) throws IOException {
        return documents("kubernetes.yaml").stream()
                .filter(document -> document.path("kind").textValue().equals(kind)
                        && document.at("/metadata/name").textValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode service(String name) throws IOException {
        return documents("compose.yaml").getFirst().path("services").path(name);
    }

    private static String neo4jImage() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return "neo4j:%s-community".formatted(version.group(1));
    }

    private static List<String> names(JsonNode map) {
        List<String> names = new ArrayList<>();
        map.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void assertKnown(Collection<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        assertThat(unknown).contains("NEO4J_URI", "TIELINE_HOST");
        for (Setting setting : Setting.values()) {
            unknown.remove(setting.name());
        }
        unknown.remove(LAUNCHER);
        assertThat(unknown).as("neither settings nor of the launcher").isEmpty();
    }

    @Test
    void shouldBeManifestsThatKubernetesReads() throws IOException {
        List<String> problems = new ArrayList<>();
        for (JsonNode document : documents("kubernetes.yaml")) {
            HasMetadata read =
                    YAML.treeToValue(document, KINDS.get(document.path("kind").textValue()));
            String name = document.path("kind").textValue() + " "
                    + document.at("/metadata/name").textValue();
            assertThat(read.getApiVersion())
                    .as(name)
                    .isEqualTo(document.path("apiVersion").textValue());
            collectAside(read, name, problems);
        }
        assertThat(problems).isEmpty();
        assertThat(documents("kubernetes.yaml")).hasSize(5);
    }

    /** Models keep what they do not know in a map of their own, wherever it stands. */
    private static void collectAside(Object read, String path, List<String> problems) {
        if (read instanceof List<?> list) {
            list.forEach(element -> collectAside(element, path, problems));
            return;
        }
        if (read == null || !read.getClass().getName().startsWith("io.fabric8.kubernetes.api.model")) {
            return;
        }
        for (Method method : read.getClass().getMethods()) {
            if (method.getParameterCount() != 0 || !method.getName().startsWith("get")) {
                continue;
            }
            try {
                Object value = method.invoke(read);
                if (method.getName().equals("getAdditionalProperties")) {
                    ((Map<?, ?>) value).keySet().forEach(key -> problems.add(path + " has an unknown " + key));
                } else {
                    collectAside(value, path + "." + method.getName().substring("get".length()), problems);
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void shouldSetSettingsThatThereAre() throws IOException {
        JsonNode pod = kubernetes("Deployment", "tieline").at("/spec/template/spec/containers/0");
        List<String> names = new ArrayList<>();
        pod.get("env").forEach(variable -> names.add(variable.get("name").textValue()));
        assertKnown(names);
        assertKnown(names(service("tieline").get("environment")));
    }

    @Test
    void shouldAskForHealthWhereItIsAnswered() throws IOException {
        Set<String> routes;
        try (Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()))) {
            routes = Routes.read(new Inquiries(snapshots)).keySet();
        }
        JsonNode pod = kubernetes("Deployment", "tieline").at("/spec/template/spec/containers/0");
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            assertThat(routes).contains(pod.at("/" + probe + "/httpGet/path").textValue());
            assertThat(pod.at("/" + probe + "/httpGet/port").textValue()).isEqualTo("http");
        }
        assertThat(pod.at("/readinessProbe/httpGet/path").textValue()).isEqualTo("/health/ready");
        assertThat(Files.readString(FOLDER.resolve("haproxy.cfg"))).contains("uri /health/ready ");
    }

    @Test
    void shouldAskAtThePortsThatAreListenedOn() throws IOException {
        String port = Setting.TIELINE_PORT.standard();
        JsonNode deployment = kubernetes("Deployment", "tieline");
        assertThat(deployment
                        .at("/spec/template/spec/containers/0/ports/0/containerPort")
                        .asText())
                .isEqualTo(port);
        assertThat(kubernetes("Service", "tieline")
                        .at("/spec/ports/0/targetPort")
                        .textValue())
                .isEqualTo("http");
        assertThat(Files.readString(FOLDER.resolve("haproxy.cfg"))).contains(" tieline:%s check".formatted(port));
        for (String selector : List.of("/spec/selector/matchLabels", "/spec/template/metadata/labels")) {
            assertThat(deployment.at(selector))
                    .isEqualTo(kubernetes("Service", "tieline").at("/spec/selector"))
                    .isEqualTo(kubernetes("PodDisruptionBudget", "tieline").at("/spec/selector/matchLabels"));
        }
    }

    @Test
    void shouldRunWithTheLeastThatIsNeeded() throws IOException {
        JsonNode pod = kubernetes("Deployment", "tieline").at("/spec/template/spec");
        String user = pod.at("/securityContext/runAsUser").asText();
        assertThat(Files.readString(Path.of("src/main/distribution/Dockerfile")))
                .contains("USER %s:".formatted(user));
        assertThat(service("tieline").get("user").textValue()).isEqualTo(user + ":" + user);
        assertThat(pod.at("/containers/0/securityContext/readOnlyRootFilesystem")
                        .booleanValue())
                .isTrue();
        assertThat(service("tieline").get("read_only").booleanValue()).isTrue();
        // Services would put addresses into the variables that are settings here, and in Neo4j.
        assertThat(pod.get("enableServiceLinks").booleanValue()).isFalse();
        assertThat(kubernetes("StatefulSet", "neo4j")
                        .at("/spec/template/spec/enableServiceLinks")
                        .booleanValue())
                .isFalse();
    }

    /** What lies in a tmpfs is memory of the container, which is killed where heap, files and Java itself want more than it has. */
    @Test
    void shouldHaveMemoryForAllThatCountsAsSuch() throws IOException {
        JsonNode tieline = service("tieline");
        assertThat(tieline.at("/deploy/resources/limits/memory").textValue()).isEqualTo("1g");
        int heap = 1024 * number(HEAP, tieline.at("/environment/" + LAUNCHER).textValue()) / 100;
        int files = 0;
        for (JsonNode folder : tieline.get("tmpfs")) {
            files += number(SIZE, folder.textValue());
        }
        assertThat(heap + files + 250).isLessThan(1024);
    }

    private static int number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    /** A GET is asked again where a server did not answer, but none that it may still answer. */
    @Test
    void shouldAskAgainWhatAServerWouldHaveGivenUp() throws IOException {
        String balancer = Files.readString(FOLDER.resolve("haproxy.cfg"));
        assertThat(balancer).contains("retry-on conn-failure empty-response response-timeout\n");
        assertThat(number(ANSWER, balancer))
                .isGreaterThan(Integer.parseInt(Setting.TIELINE_REQUEST_TIMEOUT.standard()));
    }

    @Test
    void shouldRunTheNeo4jThatThisProgramIsTriedWith() throws IOException {
        assertThat(service("neo4j").get("image").textValue()).isEqualTo(neo4jImage());
        assertThat(kubernetes("StatefulSet", "neo4j")
                        .at("/spec/template/spec/containers/0/image")
                        .textValue())
                .isEqualTo(neo4jImage());
    }

    /** Every name that is referred to is declared. */
    @Test
    void shouldReferToNothingThatIsNotThere() throws IOException {
        JsonNode compose = documents("compose.yaml").getFirst();
        compose.get("services").forEach(service -> {
            service.path("networks")
                    .forEach(name -> assertThat(compose.get("networks").has(name.textValue()))
                            .as(name.textValue())
                            .isTrue());
            service.path("secrets")
                    .forEach(name -> assertThat(compose.get("secrets").has(name.textValue()))
                            .as(name.textValue())
                            .isTrue());
        });
        JsonNode pod = kubernetes("Deployment", "tieline").at("/spec/template/spec");
        assertThat(pod.get("volumes").findValuesAsText("name"))
                .containsAll(pod.at("/containers/0/volumeMounts").findValuesAsText("name"));
    }
}
