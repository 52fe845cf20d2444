package org.tieline.config;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.naming.Nearest;

/** What was given of the settings, as values of their types. What cannot be read is noted and replaced by some value that can. */
final class SettingValues {
    private static final Set<String> SCHEMES = Set.of("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc");
    private static final Pattern ORIGIN = Pattern.compile("https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");
    private static final Pattern HOST = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*|\\[?[0-9a-f:]*:[0-9a-f:.]*]?");

    /** In digits only, so that nobody is asked what a name means. */
    private static final Pattern NETWORK =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)(?:/(\\d{1,3}))?");

    private static final Duration LONGEST = Duration.ofDays(1);

    /** What the script that starts the program reads before there is a program. */
    private static final List<String> OF_THE_LAUNCHER = List.of("TIELINE_JAVA_OPTIONS");

    private final Map<Setting, String> given = new EnumMap<>(Setting.class);
    private final List<String> problems;

    /**
     * @param file null for none; the environment wins over it
     * @param problems where what is wrong is noted
     */
    SettingValues(Map<String, String> environment, @Nullable Path file, List<String> problems) {
        this.problems = problems;
        if (file != null) {
            readFile(file);
        }
        for (Map.Entry<String, String> entry : new TreeMap<>(environment).entrySet()) {
            // Other programs have settings that start with NEO4J_ too; those are none of our business.
            take(
                    entry.getKey(),
                    entry.getValue(),
                    "the environment",
                    entry.getKey().startsWith("TIELINE_") && !OF_THE_LAUNCHER.contains(entry.getKey()));
        }
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
        } else if (mustBeKnown && OF_THE_LAUNCHER.contains(name)) {
            problems.add("%s in %s has no effect there: it belongs into the environment".formatted(name, where));
        } else if (mustBeKnown) {
            problems.add("%s in %s is no setting%s".formatted(name, where, remedy(name)));
        }
    }

    private static String remedy(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        List<String> all = Arrays.stream(Setting.values()).map(Setting::name).toList();
        List<String> meant = all.contains(upper)
                ? List.of(upper)
                : Nearest.among(
                        Stream.concat(all.stream(), OF_THE_LAUNCHER.stream()).toList(), upper);
        return meant.isEmpty()
                ? "; settings are " + String.join(", ", all)
                : "; did you mean %s?".formatted(meant.getFirst());
    }

    /** As it was given; empty if it was not. */
    Optional<String> given(Setting setting) {
        return Optional.ofNullable(given.get(setting));
    }

    String text(Setting setting) {
        return given.getOrDefault(setting, setting.standard());
    }

    int port(Setting setting) {
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

    @Nullable
    Path path(Setting setting) {
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

    int count(Setting setting) {
        return whole(setting, "\\d{1,9}", "a whole number, 0 for no limit", 0);
    }

    private int whole(Setting setting, String form, String right, int otherwise) {
        String value = text(setting);
        if (value.matches(form)) {
            return Integer.parseInt(value);
        }
        problems.add("%s must be %s, was %s".formatted(setting, right, value));
        return otherwise;
    }

    <T> T word(Setting setting, Map<String, T> words) {
        String value = text(setting);
        T meant = words.get(value.toLowerCase(Locale.ROOT));
        if (meant == null) {
            problems.add("%s must be %s, was %s"
                    .formatted(setting, String.join(" or ", new TreeSet<>(words.keySet())), value));
            return Objects.requireNonNull(words.get(setting.standard()));
        }
        return meant;
    }

    int megabytes(Setting setting) {
        return whole(setting, "\\d{1,5}", "a number of megabytes from 0 to 99999", 0);
    }

    int connections(Setting setting) {
        return whole(setting, "[1-9]\\d{0,3}", "a number from 1 to 9999", 1);
    }

    /** @param shortest no shorter one makes sense */
    Duration duration(Setting setting, Duration shortest) {
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

    @Nullable
    URI uri() {
        String value = given.get(Setting.NEO4J_URI);
        if (value == null) {
            return null;
        }
        String wrong;
        try {
            URI uri = new URI(value);
            wrong = wrongWith(uri);
            if (wrong == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // The value is not repeated: it may hold a password.
            wrong = "what was given is no address";
        }
        problems.add("%s must be an address like neo4j://host:7687, neo4j+s://host or bolt://host:7687, %s: %s"
                .formatted(Setting.NEO4J_URI, "without user and password", wrong));
        return URI.create("bolt://unusable");
    }

    /** What a driver would refuse much later, or overlook. */
    private static @Nullable String wrongWith(URI uri) {
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

    private List<String> list(Setting setting) {
        return Arrays.stream(given.getOrDefault(setting, "").split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    /** Names without ports: a name that leads here is the same at every port. */
    List<String> hosts() {
        List<String> hosts = list(Setting.TIELINE_HOSTS).stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
        for (String host : hosts) {
            if (!HOST.matcher(host).matches()) {
                problems.add(
                        "%s must be names or addresses like graph.example.org, without scheme, port and path, was %s"
                                .formatted(Setting.TIELINE_HOSTS, host));
            }
        }
        return hosts;
    }

    List<String> proxies() {
        List<String> proxies = list(Setting.TIELINE_TRUSTED_PROXIES);
        for (String proxy : proxies) {
            if (!isNetwork(proxy)) {
                problems.add("%s must be addresses like 10.0.0.2, or networks like 10.0.0.0/8, was %s"
                        .formatted(Setting.TIELINE_TRUSTED_PROXIES, proxy));
            }
        }
        return proxies;
    }

    private static boolean isNetwork(String text) {
        Matcher network = NETWORK.matcher(text);
        if (!network.matches()) {
            return false;
        }
        try {
            int bits = InetAddress.getByName(network.group(1)).getAddress().length * Byte.SIZE;
            return network.group(2) == null || Integer.parseInt(network.group(2)) <= bits;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** What a browser says in {@code Origin}, which is never more than scheme, host and port. */
    List<String> origins(Setting setting) {
        List<String> origins = list(setting);
        for (String origin : origins) {
            if (!origin.equals("*") && !ORIGIN.matcher(origin).matches()) {
                problems.add(
                        "%s must be * or origins like https://example.org or http://localhost:3000, without a path, was %s"
                                .formatted(setting, origin));
            }
        }
        return origins;
    }
}
