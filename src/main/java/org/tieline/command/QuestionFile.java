package org.tieline.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that holds a question, or a part of one. */
final class QuestionFile {
    private static final String STANDARD_INPUT = "-";

    /** In bytes: more than any question can have. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private QuestionFile() {}

    /**
     * All of it.
     *
     * @param file its path; {@code -} is standard input, which is left open
     * @throws IOException with a message for people, if it is not there, cannot be read, or has more than 32 MiB
     */
    static byte[] read(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return all(System.in);
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return all(in);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file of this name", e);
        }
    }

    private static byte[] all(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("it has more than %d MiB".formatted(MOST_BYTES >> 20));
        }
        return bytes;
    }
}
