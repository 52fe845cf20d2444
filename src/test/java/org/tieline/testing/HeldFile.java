package org.tieline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the documentation that is made from something else, and held equal to what is made of that now. */
public final class HeldFile {
    private static final String WRITE = "docs.write";

    private HeldFile() {}

    /** Compares, or writes the file anew where the system property {@code docs.write} is {@code true}. */
    public static void holds(Path file, String made) {
        if (Boolean.getBoolean(WRITE)) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, made);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(file)
                .as("%s is not what it is made from; write it anew with -D%s=true", file, WRITE)
                .content()
                .isEqualTo(made);
    }
}
