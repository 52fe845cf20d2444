package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.EveryNight;
import org.tieline.testing.ForeignProgram;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/**
 * The official conformance suite and the inspector of the protocol ask {@code /mcp}. It is long to install, so that it is asked
 * with {@code -Dnightly=true} alone; the official client for Java asks in every build. Skipped where there is no npm, or it finds
 * no packages; the Node.js that they need comes with them.
 */
@EveryNight
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpConformanceIT {
    private static final Path FOLDER = Path.of("target", "npm-mcp");
    private static final Path PROGRAMS = FOLDER.resolve("node_modules").toAbsolutePath();
    private static final Path NODE = PROGRAMS.resolve(Path.of("node", "bin", "node"));

    private static final List<String> PACKAGES = List.of(
            "node@22.23.3", "@modelcontextprotocol/conformance@0.1.16", "@modelcontextprotocol/inspector@2.12.0");

    private Snapshots snapshots;
    private Api api;

    @BeforeAll
    void install() throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("package.json"), "{\"private\": true}");
        List<String> command = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--no-save"));
        command.addAll(PACKAGES);
        ForeignProgram ended = run(command);
        assumeTrue(ended.code() == 0, "npm cannot install " + PACKAGES + ": " + ended.said());
        assumeTrue(Files.isExecutable(NODE), "npm installs no Node.js: " + ended.said());
        snapshots = new Snapshots(new InMemory(TestFacts.dataset()));
        snapshots.refresh();
        api = Api.start("127.0.0.1", 0, new Inquiries(snapshots), PatientApi.OPTIONS);
    }

    @AfterAll
    void stop() {
        if (api != null) {
            api.close();
            snapshots.close();
        }
    }

    /** The other scenarios ask for tools and prompts of the suite's own, and for what is not offered here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "server-initialize",
                "ping",
                "tools-list",
                "resources-list",
                "server-sse-multiple-streams",
                "dns-rebinding-protection"
            })
    void shouldConform(String scenario) {
        ForeignProgram ended = run(program("conformance", "server", "--url", address(), "--scenario", scenario));

        assertThat(ended.code()).as(ended.said()).isZero();
    }

    @Test
    void shouldAnswerTheInspector() {
        ForeignProgram list =
                run(program("mcp-inspector", "--cli", address(), "--transport", "http", "--method", "tools/list"));
        ForeignProgram call = run(program(
                "mcp-inspector",
                "--cli",
                address(),
                "--transport",
                "http",
                "--method",
                "tools/call",
                "--tool-name",
                "exposures",
                "--tool-arg",
                "vendor=huawei",
                "--tool-arg",
                "asOf=2018-12-08"));

        assertThat(list.code()).as(list.said()).isZero();
        assertThat(list.out()).contains("\"exposures\"", "\"readOnlyHint\": true");
        assertThat(call.code()).as(call.said()).isZero();
        assertThat(call.out()).contains("structuredContent", "\"asOf\": \"2018-12-08\"");
    }

    private String address() {
        return "http://127.0.0.1:%d/mcp".formatted(api.port());
    }

    private static List<String> program(String name, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(NODE.toString(), PROGRAMS.resolve(Path.of(".bin", name)).toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static ForeignProgram run(List<String> command) {
        return ForeignProgram.run(FOLDER, Map.of(), command);
    }
}
