package org.tieline.config;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tieline.model.TielineException;
import org.tieline.spelling.Nearest;

/** Reads settings once and gathers all that is wrong with them. */
final class SettingsReader {
    private static final Set<String> SCHEMES = Set.of("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc");
    private static final Pattern ORIGIN = Pattern.compile("https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");
    private static final int SHORTEST_PASSWORD = 8;
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    private final Map<String, String> environment;
    private final Map<Setting, String> given = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Map<String, String> environment, Path file) {
        this.environment = environment;
        if (file != null) {
            readFile(file);
        }
        for (Map.Entry<String, String> entry : new TreeMap<>(environment).entrySet()) {
            // Other programs have settings that start with NEO4J_ too; those are none of our business.
            take(
                    entry.getKey(),
                    entry.getValue(),
                    "the environment",
                    entry.getKey().startsWith("TIELINE_"));
        }
    }

    Settings read() {
        Path home = given.containsKey(Setting.TIELINE_HOME)
                ? path(Setting.TIELINE_HOME)
                : DataFolder.of(System.getProperty("os.name"), System.getProperty("user.home"), environment);
        Settings settings = new Settings(
                home,
                text(Setting.TIELINE_HOST),
                port(Setting.TIELINE_PORT),
                port(Setting.TIELINE_BROWSER_PORT),
                port(Setting.TIELINE_BOLT_PORT),
                path(Setting.TIELINE_DATA),
                uri(),
                text(Setting.NEO4J_USERNAME),
                given.get(Setting.NEO4J_PASSWORD),
                text(Setting.NEO4J_DATABASE),
                api(),
                database());
        if (settings.embedded()) {
            checkEmbedded(settings);
        }
        checkPortsDiffer(settings);
        if (!problems.isEmpty()) {
            throw new TielineException.BadSettings(problems);
        }
        return settings;
    }

    private void readFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            problems.add("the settings file %s cannot be read: %s".formatted(file, e.getMessage()));
        }
        for (String name : new TreeMap<>(properties)
                .keySet().stream().map(Object::toString).toList()) {
            take(name, properties.getProperty(name), file.toString(), true);
        }
    }

    /** Blank counts as not given, so that a variable can be emptied where it cannot be removed. */
    private void take(String name, String value, String where, boolean mustBeKnown) {
        Setting setting = Arrays.stream(Setting.values())
                .filter(known -> known.name().equals(name))
                .findAny()
                .orElse(null);
        if (setting != null) {
            if (value.isBlank()) {
                given.remove(setting);
            } else {
                given.put(setting, value.strip());
            }
        } else if (mustBeKnown) {
            problems.add("%s in %s is no setting%s".formatted(name, where, remedy(name)));
        }
    }

    private static String remedy(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        List<String> all = Arrays.stream(Setting.values()).map(Setting::name).toList();
        List<String> meant = Nearest.among(all, upper);
        return meant.isEmpty()
                ? "; settings are " + String.join(", ", all)
                : "; did you mean %s?".formatted(meant.getFirst());
    }

    private String text(Setting setting) {
        return given.getOrDefault(setting, setting.standard());
    }

    private int port(Setting setting) {
        String value = text(setting);
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        problems.add("%s must be a port from 0 to 65535 (0 picks a free one), was %s".formatted(setting, value));
        return 0;
    }

    private Path path(Setting setting) {
        String value = given.get(setting);
        if (value == null) {
            return null;
        }
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            problems.add("%s must be a path, was %s".formatted(setting, value));
            return null;
        }
    }

    private ApiSettings api() {
        return new ApiSettings(
                origins(),
                duration(Setting.TIELINE_REQUEST_TIMEOUT, Duration.ZERO),
                path(Setting.TIELINE_API_KEYS_FILE),
                count(Setting.TIELINE_RATE_LIMIT),
                duration(Setting.TIELINE_READY_GRACE, Duration.ZERO),
                word(
                        Setting.TIELINE_LOG_FORMAT,
                        Map.of("text", ApiSettings.LogFormat.TEXT, "json", ApiSettings.LogFormat.JSON)),
                word(Setting.TIELINE_ACCESS_LOG, Map.of("yes", true, "no", false)));
    }

    private int count(Setting setting) {
        String value = text(setting);
        if (value.matches("\\d{1,9}")) {
            return Integer.parseInt(value);
        }
        problems.add("%s must be a whole number, 0 for no limit, was %s".formatted(setting, value));
        return 0;
    }

    private <T> T word(Setting setting, Map<String, T> words) {
        String value = text(setting);
        T meant = words.get(value.toLowerCase(Locale.ROOT));
        if (meant == null) {
            problems.add("%s must be %s, was %s"
                    .formatted(setting, String.join(" or ", new TreeSet<>(words.keySet())), value));
            return words.get(setting.standard());
        }
        return meant;
    }

    private DatabaseSettings database() {
        return new DatabaseSettings(
                connections(Setting.NEO4J_MAX_CONNECTIONS),
                duration(Setting.NEO4J_CONNECT_TIMEOUT, SHORTEST_WAIT),
                duration(Setting.NEO4J_READ_TIMEOUT, SHORTEST_WAIT));
    }

    private int connections(Setting setting) {
        String value = text(setting);
        if (value.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(value);
        }
        problems.add("%s must be a number from 1 to 9999, was %s".formatted(setting, value));
        return 1;
    }

    /** @param shortest no shorter one makes sense */
    private Duration duration(Setting setting, Duration shortest) {
        String value = text(setting);
        try {
            Duration duration =
                    value.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration.parse(value);
            if (duration.compareTo(shortest) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Refused below, like one that is too long.
        }
        problems.add(
                "%s must be a number of seconds like 5, or a duration like PT0.5S or PT2M, of a day at most%s, was %s"
                        .formatted(setting, shortest.isZero() ? "" : " and not nothing", value));
        return LONGEST;
    }

    private URI uri() {
        String value = given.get(Setting.NEO4J_URI);
        if (value == null) {
            return null;
        }
        String wrong;
        try {
            URI uri = URI.create(value);
            wrong = wrongWith(uri);
            if (wrong == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // The value is not repeated: it may hold a password.
            wrong = "what was given is no address";
        }
        problems.add("%s must be an address like neo4j://host:7687, neo4j+s://host or bolt://host:7687, %s: %s"
                .formatted(Setting.NEO4J_URI, "without user and password", wrong));
        return URI.create("bolt://unusable");
    }

    /** What a browser says in {@code Origin}, which is never more than scheme, host and port. */
    private List<String> origins() {
        List<String> origins = Arrays.stream(
                        given.getOrDefault(Setting.TIELINE_CORS_ORIGINS, "").split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .distinct()
                .toList();
        for (String origin : origins) {
            if (!origin.equals("*") && !ORIGIN.matcher(origin).matches()) {
                problems.add(
                        "%s must be * or origins like https://example.org or http://localhost:3000, without a path, was %s"
                                .formatted(Setting.TIELINE_CORS_ORIGINS, origin));
            }
        }
        return origins;
    }

    /** What a driver would refuse much later, or overlook; null if nothing. */
    private static String wrongWith(URI uri) {
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
            return "it must begin with one of %s".formatted(String.join(", ", new TreeSet<>(SCHEMES)));
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            return "they belong into %s and %s".formatted(Setting.NEO4J_USERNAME, Setting.NEO4J_PASSWORD);
        }
        if (uri.getHost() == null) {
            return "it has no host, or one with other characters than letters, digits, dots and hyphens";
        }
        if (uri.getPort() == 0 || uri.getPort() > 65535) {
            return "its port must be from 1 to 65535, was " + uri.getPort();
        }
        if (!List.of("", "/").contains(uri.getPath())) {
            return "it has a path; the name of the database belongs into " + Setting.NEO4J_DATABASE;
        }
        if (uri.getRawFragment() != null
                || uri.getRawQuery() != null && uri.getScheme().startsWith("bolt")) {
            return "what follows the port is for neo4j:// alone, a routing policy like ?policy=eu";
        }
        return null;
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
        if (!text(setting).equals(setting.standard())) {
            problems.add("%s must be %s with the embedded database, was %s; set %s to use another"
                    .formatted(setting, setting.standard(), text(setting), Setting.NEO4J_URI));
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
