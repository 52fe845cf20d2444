package org.tieline.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is said to assistants in more than a sentence; files beside this class. */
final class Briefing {
    /** What each of them is told before it asks. */
    static final String INSTRUCTIONS = text("instructions.md");

    /** What an answer means. */
    static final String MEANING = text("meaning.md");

    private Briefing() {}

    private static String text(String file) {
        try (InputStream stream = Briefing.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
