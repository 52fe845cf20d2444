package org.tieline.testing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.PortBinding;
import java.net.URI;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * A Neo4j Community in a container, as somebody else runs one: with a password, and on a port of this machine that stays the
 * same when it starts anew.
 */
public final class ContainedNeo4j implements AutoCloseable {
    /** What its user neo4j says. */
    public static final String PASSWORD = "nobody-guesses-it";

    private static final int BOLT = 7687;
    private static final String NETWORK = "bridge";
    private static final int STOP_SECONDS = Math.toIntExact(Patience.LONGEST.toSeconds());

    private final GenericContainer<?> container = new GenericContainer<>(Containers.neo4jImage());
    private final DockerClient engine = DockerClientFactory.instance().client();
    private final String host = DockerClientFactory.instance().dockerHostIpAddress();
    private final int port;

    private ContainedNeo4j(int port) {
        this.port = port;
    }

    /** Prepares one on a free port; {@link #start} starts it. */
    public static ContainedNeo4j onFreePort() {
        return onPort(FreePort.find());
    }

    /** Prepares one on a port of this machine, perhaps that of another which has ended. */
    public static ContainedNeo4j onPort(int port) {
        return new ContainedNeo4j(port);
    }

    /** Sets a setting of the server. */
    public ContainedNeo4j with(String setting, String value) {
        container.withEnv("NEO4J_" + setting.replace("_", "__").replace('.', '_'), value);
        return this;
    }

    /** The container, for what is special to one test; not started yet. */
    public GenericContainer<?> container() {
        return container;
    }

    /** Starts it, and waits until it answers. */
    public ContainedNeo4j start() {
        with("server.bolt.advertised_address", host + ":" + port);
        // By default Bolt waits five seconds, twice, for calls that may still come in.
        with("internal.dbms.bolt.netty_server_shutdown_quiet_period_duration", "0s");
        container
                .withEnv("NEO4J_AUTH", "neo4j/" + PASSWORD)
                .withCreateContainerCmdModifier(
                        command -> command.getHostConfig().withPortBindings(PortBinding.parse(port + ":" + BOLT)))
                .waitingFor(Wait.forLogMessage(".*Started\\..*\\n", 1).withStartupTimeout(Patience.LONGEST))
                .start();
        return this;
    }

    /** Where it answers, {@code bolt://host:port} with another scheme if need be. */
    public URI uri(String scheme) {
        return URI.create("%s://%s:%d".formatted(scheme, host, port));
    }

    /** What a program needs to use it. */
    public Map<String, String> settings(String scheme) {
        return Map.of("NEO4J_URI", uri(scheme).toString(), "NEO4J_PASSWORD", PASSWORD);
    }

    public int port() {
        return port;
    }

    /** Stops it in good order and starts it again; returns when it was started, which is before it answers. */
    public void restart() {
        engine.restartContainerCmd(container.getContainerId())
                .withTimeout(STOP_SECONDS)
                .exec();
    }

    /** Stops it in good order for another that {@link #takesOver}; its data are there until it is closed. */
    public void stop() {
        engine.stopContainerCmd(container.getContainerId())
                .withTimeout(STOP_SECONDS)
                .exec();
    }

    /** Makes this one, not started yet, go on with the data of another which was stopped. */
    public ContainedNeo4j takesOver(ContainedNeo4j other) {
        container.withVolumesFrom(other.container, BindMode.READ_WRITE);
        return this;
    }

    /** Halts it where it is: connections stay open, and nothing is answered. */
    public void pause() {
        engine.pauseContainerCmd(container.getContainerId()).exec();
    }

    /** Ends a {@link #pause}. */
    public void resume() {
        engine.unpauseContainerCmd(container.getContainerId()).exec();
    }

    /** Takes its network away: what is sent to it gets lost. */
    public void cutOff() {
        engine.disconnectFromNetworkCmd()
                .withContainerId(container.getContainerId())
                .withNetworkId(NETWORK)
                .exec();
    }

    /** Ends a {@link #cutOff}. */
    public void joinAgain() {
        engine.connectToNetworkCmd()
                .withContainerId(container.getContainerId())
                .withNetworkId(NETWORK)
                .exec();
    }

    @Override
    public void close() {
        container.stop();
    }
}
