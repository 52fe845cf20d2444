package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.HealthCheck;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitAllStrategy;
import org.testcontainers.utility.DockerImageName;
import org.tieline.testing.Containers;
import org.tieline.testing.OwnJava;
import org.tieline.testing.Patience;
import org.tieline.testing.Served;

/** The image that the distribution's Dockerfile makes. Its base is that of Neo4j, which has a shell and a Java too. */
@ExtendWith(Containers.class)
class DistributionContainerIT {
    private static final int API = 7070;
    private static final DockerImageName IMAGE = DockerImageName.parse("tieline-test/distribution");

    /** Each question after its health is a program of its own. */
    private static final Duration HEALTH_INTERVAL = Duration.ofSeconds(15);

    private final DockerClient engine = DockerClientFactory.instance().client();

    /** Hands the folder over as it is: to pack it is more work than all the rest of the build. */
    @BeforeEach
    void build() throws Exception {
        Process tar = new ProcessBuilder("tar", "-C", System.getProperty("distribution.folder"), "-c", ".")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream packed = tar.getInputStream()) {
            engine.buildImageCmd(packed)
                    .withBuildArg("BASE", Containers.neo4jImage().asCanonicalNameString())
                    .withTags(Set.of(IMAGE.asCanonicalNameString()))
                    .exec(new BuildImageResultCallback())
                    .awaitImageId(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        } finally {
            Patience.kill(tar);
        }
    }

    @AfterEach
    void remove() {
        engine.removeImageCmd(IMAGE.asCanonicalNameString()).withForce(true).exec();
    }

    @Test
    void shouldServeAsAUserWithoutRightsAndSayHowItIs() throws Exception {
        try (GenericContainer<?> container = new GenericContainer<>(IMAGE)
                .withEnv("NEO4J_PASSWORD", "nobody-guesses-it")
                .withEnv("TIELINE_JAVA_OPTIONS", "-Xmx1g " + String.join(" ", OwnJava.BRIEF))
                // Its own interval is for who serves for long.
                .withCreateContainerCmdModifier(
                        command -> command.withHealthcheck(new HealthCheck().withInterval(HEALTH_INTERVAL.toNanos())))
                .withExposedPorts(API)
                .waitingFor(new WaitAllStrategy()
                        .withStrategy(Wait.forLogMessage("API .*\\n", 1))
                        .withStrategy(Wait.forHealthcheck())
                        .withStartupTimeout(Patience.LONGEST))) {
            container.start();
            URI api = URI.create("http://%s:%d".formatted(container.getHost(), container.getMappedPort(API)));

            assertThat(Served.get(api.resolve("/v1/carriers/sprint/exposures?vendor=huawei&asOf=2018-12-08"))
                            .body())
                    .contains("\"relation\":\"parent\"");
            assertThat(container
                            .execInContainer("/opt/tieline/bin/tieline", "health")
                            .getExitCode())
                    .isZero();
            InspectContainerResponse inspected = container.getCurrentContainerInfo();
            assertThat(inspected.getState().getHealth().getStatus()).isEqualTo("healthy");
            assertThat(inspected.getConfig().getUser()).isEqualTo("10001:10001");
            assertThat(inspected.getConfig().getHealthcheck().getTest())
                    .anyMatch(word -> word.endsWith("tieline health"));
            assertThat(inspected.getMounts()).anyMatch(mount -> "/var/lib/tieline"
                    .equals(mount.getDestination().getPath()));
        }
    }
}
