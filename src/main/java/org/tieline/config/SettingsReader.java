package org.tieline.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tieline.model.TielineException;

/** Reads settings once and gathers all that is wrong with them, each and together. */
final class SettingsReader {
    private static final int SHORTEST_PASSWORD = 8;
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();
    private final SettingValues values;

    SettingsReader(Map<String, String> environment, @Nullable Path file) {
        this.environment = environment;
        values = new SettingValues(environment, file, problems);
    }

    Settings read() {
        Path home = values.path(Setting.TIELINE_HOME);
        Settings settings = new Settings(
                home != null
                        ? home
                        : PlatformFolder.of(
                                System.getProperty("os.name"), System.getProperty("user.home"), environment),
                values.text(Setting.TIELINE_HOST),
                values.port(Setting.TIELINE_PORT),
                values.port(Setting.TIELINE_BROWSER_PORT),
                values.port(Setting.TIELINE_BOLT_PORT),
                values.path(Setting.TIELINE_DATA),
                values.uri(),
                values.text(Setting.NEO4J_USERNAME),
                values.given(Setting.NEO4J_PASSWORD).orElse(null),
                values.text(Setting.NEO4J_DATABASE),
                api(),
                database(),
                new WebhookSettings(
                        values.word(Setting.TIELINE_WEBHOOK_PRIVATE, Map.of("yes", true, "no", false)),
                        values.duration(Setting.TIELINE_WEBHOOK_TIMEOUT, SHORTEST_WAIT),
                        values.count(Setting.TIELINE_MOST_SUBSCRIPTIONS)),
                new AccessSettings(values.hosts(), values.proxies()));
        if (settings.embedded()) {
            checkEmbedded(settings);
        }
        checkPortsDiffer(settings);
        if (!problems.isEmpty()) {
            throw new TielineException.BadSettings(problems);
        }
        return settings;
    }

    private ApiSettings api() {
        return new ApiSettings(
                values.origins(Setting.TIELINE_CORS_ORIGINS),
                values.origins(Setting.TIELINE_EMBED_ORIGINS),
                values.duration(Setting.TIELINE_REQUEST_TIMEOUT, Duration.ZERO),
                values.path(Setting.TIELINE_API_KEYS_FILE),
                values.count(Setting.TIELINE_RATE_LIMIT),
                values.megabytes(Setting.TIELINE_KEPT_ANSWERS),
                values.duration(Setting.TIELINE_READY_GRACE, Duration.ZERO),
                values.word(
                        Setting.TIELINE_LOG_FORMAT,
                        Map.of("text", ApiSettings.LogFormat.TEXT, "json", ApiSettings.LogFormat.JSON)),
                values.word(Setting.TIELINE_ACCESS_LOG, Map.of("yes", true, "no", false)));
    }

    private DatabaseSettings database() {
        return new DatabaseSettings(
                values.connections(Setting.NEO4J_MAX_CONNECTIONS),
                values.duration(Setting.NEO4J_CONNECT_TIMEOUT, SHORTEST_WAIT),
                values.duration(Setting.NEO4J_READ_TIMEOUT, SHORTEST_WAIT));
    }

    private void checkEmbedded(Settings settings) {
        requireStandard(Setting.NEO4J_USERNAME);
        requireStandard(Setting.NEO4J_DATABASE);
        String password = settings.neo4jPassword();
        if (password != null && password.length() < SHORTEST_PASSWORD) {
            problems.add("%s must have at least %d characters with the embedded database, had %d"
                    .formatted(Setting.NEO4J_PASSWORD, SHORTEST_PASSWORD, password.length()));
        }
        try {
            if (!InetAddress.getByName(settings.host()).isLoopbackAddress() && password == null) {
                problems.add("%s is %s, which others can reach: set %s, or listen on 127.0.0.1"
                        .formatted(Setting.TIELINE_HOST, settings.host(), Setting.NEO4J_PASSWORD));
            }
        } catch (UnknownHostException e) {
            problems.add("%s must be an address or a name of this machine, was %s"
                    .formatted(Setting.TIELINE_HOST, settings.host()));
        }
    }

    private void requireStandard(Setting setting) {
        if (!values.text(setting).equals(setting.standard())) {
            problems.add("%s must be %s with the embedded database, was %s; set %s to use another"
                    .formatted(setting, setting.standard(), values.text(setting), Setting.NEO4J_URI));
        }
    }

    private void checkPortsDiffer(Settings settings) {
        Map<Integer, Setting> taken = new TreeMap<>();
        Map<Setting, Integer> ports = new EnumMap<>(Map.of(Setting.TIELINE_PORT, settings.port()));
        if (settings.embedded()) {
            ports.put(Setting.TIELINE_BROWSER_PORT, settings.browserPort());
            ports.put(Setting.TIELINE_BOLT_PORT, settings.boltPort());
        }
        ports.forEach((setting, port) -> {
            Setting other = port == 0 ? null : taken.put(port, setting);
            if (other != null) {
                problems.add("%s must be another port than %s, was %d".formatted(setting, other, port));
            }
        });
    }
}
