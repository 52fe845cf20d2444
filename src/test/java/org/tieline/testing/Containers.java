package org.tieline.testing;

import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** What tests with containers run on: an engine, and an image of Neo4j. */
public final class Containers {
    private static final String SETTING = "TEST_NEO4J_IMAGE";
    private static final String NONE = "none";

    private Containers() {}

    /** Skips the test, and says why, where there is no engine or none is wanted. */
    public static void assumeEngine() {
        Assumptions.assumeFalse(
                NONE.equals(System.getenv(SETTING)),
                "%s is %s: tests with containers are not wanted".formatted(SETTING, NONE));
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(), "there is no container engine that can be reached");
    }

    /** The image that the environment names, else the official one of the version that this program embeds. */
    public static DockerImageName neo4jImage() {
        String named = System.getenv(SETTING);
        return DockerImageName.parse(named == null || named.isBlank() ? System.getProperty("neo4j.image") : named);
    }
}
