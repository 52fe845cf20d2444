package org.tieline.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.model.InvalidValue;
import org.tieline.model.TielineException.BadSettings;

/**
 * The keys of a file, read again when it has changed. A line is a name, a space and the SHA-256 of a key in hexadecimal
 * digits; empty lines and those that start with {@code #} are passed over.
 *
 * <p>A file that went bad while the server runs, or went away, leaves the keys as they were and is told in the log, once for
 * each change; a key is revoked by removing its line.
 */
public final class ApiKeys {
    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final Duration PAUSE_BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

    /** In bytes; ten thousand keys. */
    private static final long MOST_BYTES = 1_000_000;

    private final Path file;
    private final @Nullable ApiKey own;
    private final long pause;
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime());
    private volatile Seen seen;
    private volatile List<ApiKey> keys;

    /** By what a change of the file is noticed. */
    private record Seen(FileTime modified, long size) {
        static final Seen NONE = new Seen(FileTime.fromMillis(0), -1);
    }

    private ApiKeys(Path file, @Nullable ApiKey own, Duration pause) {
        this.file = file;
        this.own = own;
        this.pause = pause.toNanos();
        seen = look();
        keys = read();
    }

    /** @throws BadSettings listing all that is wrong with the file, each with its line */
    public static ApiKeys of(Path file) {
        return of(file, PAUSE_BETWEEN_LOOKS);
    }

    /**
     * @param own a key that is known besides those of the file
     * @throws BadSettings listing all that is wrong with the file, each with its line
     */
    public static ApiKeys of(Path file, Made own) {
        return new ApiKeys(file, new ApiKey(own.name(), ApiKey.digest(own.key())), PAUSE_BETWEEN_LOOKS);
    }

    /** @param pause how long a look at the file is good for */
    static ApiKeys of(Path file, Duration pause) {
        return new ApiKeys(file, null, pause);
    }

    /**
     * A new key for a client.
     *
     * @param name of the client
     * @param key what the client sends; nobody can find it out from the line
     * @param line what belongs into the file
     */
    public record Made(String name, String key, String line) {}

    /**
     * Makes a key.
     *
     * @param name of the client, 1 to 64 letters, digits, dots, underscores and hyphens
     * @throws InvalidValue if the name is another
     */
    public static Made make(String name) {
        String key = ApiKey.random();
        return new Made(name, key, new ApiKey(name, ApiKey.digest(key)).line());
    }

    /** The name of a key, if it is one. Takes the same time for every key that is not. */
    Optional<String> nameOf(String key) {
        readAgainIfChanged();
        byte[] digest = ApiKey.digest(key);
        String name = own != null && MessageDigest.isEqual(own.digest(), digest) ? own.name() : null;
        for (ApiKey known : keys) {
            if (MessageDigest.isEqual(known.digest(), digest)) {
                name = known.name();
            }
        }
        return Optional.ofNullable(name);
    }

    private void readAgainIfChanged() {
        long now = System.nanoTime();
        long before = lookedAt.get();
        if (now - before < pause || !lookedAt.compareAndSet(before, now)) {
            return;
        }
        Seen found = look();
        if (found.equals(seen)) {
            return;
        }
        try {
            keys = read();
            LOG.info("{} changed and holds {} keys", file, keys.size());
        } catch (BadSettings e) {
            LOG.error("the keys stay as they were: {}", e.getMessage());
        }
        // Not before: what an error kept from being read is read at the next look.
        seen = found;
    }

    private Seen look() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Seen(attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            return Seen.NONE;
        }
    }

    private List<ApiKey> read() {
        List<String> lines;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BadSettings(List.of("%s must have %d bytes at most".formatted(file, MOST_BYTES)));
            }
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadSettings(List.of("the keys in %s cannot be read: %s".formatted(file, e)));
        }
        List<ApiKey> read = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String problem = add(line, read);
                if (problem != null) {
                    problems.add("%s:%d: %s".formatted(file, i + 1, problem));
                }
            }
        }
        if (read.isEmpty() && problems.isEmpty()) {
            problems.add(file + " holds no key: tieline key NAME makes one and prints its line");
        }
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
        return List.copyOf(read);
    }

    /** Null if the line is right. The line itself is not repeated: somebody may have put a key there. */
    private static @Nullable String add(String line, List<ApiKey> read) {
        String[] parts = line.split("\\s+");
        if (parts.length != 2 || !DIGEST.matcher(parts[1]).matches()) {
            return "must be a name, a space and the 64 hexadecimal digits of a SHA-256, as tieline key NAME prints it";
        }
        try {
            ApiKey key = new ApiKey(parts[0], HexFormat.of().parseHex(parts[1]));
            for (ApiKey other : read) {
                if (other.name().equals(key.name())) {
                    return "the name %s was given before; each key needs its own".formatted(key.name());
                }
                if (MessageDigest.isEqual(other.digest(), key.digest())) {
                    return "the key is that of %s; each name needs its own".formatted(other.name());
                }
            }
            read.add(key);
            return null;
        } catch (InvalidValue e) {
            return e.getMessage();
        }
    }
}
