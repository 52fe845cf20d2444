package org.tieline.server;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.config.Setting;
import org.tieline.model.TielineException.BadSettings;

/**
 * The password of the embedded database where nobody gave one: made at the first start, and kept in the data folder for whoever
 * may read its owner's files. A page of the web that reaches the ports of this machine does not know it.
 */
public final class KeptPassword {
    private static final Logger LOG = LoggerFactory.getLogger(KeptPassword.class);
    private static final String FILE = "password";

    /** 128 bits, which are 22 letters. */
    private static final int BYTES = 16;

    private KeptPassword() {}

    /**
     * The one that is kept; empty if none is, or not yet.
     *
     * @param home the data folder
     * @throws BadSettings if it is there and cannot be read
     */
    public static Optional<String> read(Path home) {
        try {
            String kept = Files.readString(home.resolve(FILE)).strip();
            return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    /**
     * The one that is kept, or a new one, kept from now on. For the one process that runs the database of the folder.
     *
     * @throws BadSettings if it cannot be read or kept
     */
    static String of(Path home) {
        return read(home).orElseGet(() -> make(home));
    }

    private static String make(Path home) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            Files.createDirectories(home);
            Path unfinished = home.resolve(FILE + ".new");
            Files.deleteIfExists(unfinished);
            write(unfinished, password + System.lineSeparator());
            // Whole or not at all, however this ends.
            Files.move(unfinished, home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
            return password;
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private static BadSettings unusable(Path home, IOException failure) {
        return new BadSettings(
                List.of(
                        "%s must be a folder with a password in the file %s that can be read, or where one can be kept, was %s: %s"
                                .formatted(Setting.TIELINE_HOME, FILE, home, failure)),
                failure);
    }

    /** Nobody else can read it at any moment. */
    private static void write(Path file, String text) throws IOException {
        boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] forTheOwner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        if (!posix) {
            LOG.warn("who else may read {}, which has the password of the database, is up to its folder", file);
        }
        try (FileChannel channel = FileChannel.open(
                        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forTheOwner);
                var out = Channels.newOutputStream(channel)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            channel.force(true);
        }
    }
}
