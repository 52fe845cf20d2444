package org.tieline.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/**
 * What tests with containers run on: an engine, and an image of Neo4j. A test class that says
 * {@code @ExtendWith(Containers.class)} is skipped, with the reason, where there is no engine or none is wanted.
 */
public final class Containers implements ExecutionCondition {
    private static final String SETTING = "TEST_NEO4J_IMAGE";
    private static final String NONE = "none";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (NONE.equals(System.getenv(SETTING))) {
            return ConditionEvaluationResult.disabled(
                    "%s is %s: tests with containers are not wanted".formatted(SETTING, NONE));
        }
        return DockerClientFactory.instance().isDockerAvailable()
                ? ConditionEvaluationResult.enabled("a container engine answers")
                : ConditionEvaluationResult.disabled("there is no container engine that can be reached");
    }

    /** The image that the environment names, else the official one of the version that this program embeds. */
    public static DockerImageName neo4jImage() {
        String named = System.getenv(SETTING);
        return DockerImageName.parse(named == null || named.isBlank() ? System.getProperty("neo4j.image") : named);
    }
}
