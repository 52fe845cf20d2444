package org.tieline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a page that is made from something else, between the lines {@code <!-- made: NAME -->} and {@code <!-- end -->}, and held
 * equal to what is made of that now.
 */
public final class HeldPart {
    private HeldPart() {}

    /** Compares, or writes the page anew where {@link HeldFile} does. */
    public static void holds(Path page, String name, String made) {
        try {
            String text = Files.readString(page);
            String start = "<!-- made: " + name + " -->\n";
            int from = text.indexOf(start);
            int to = text.indexOf("<!-- end -->", from);
            if (from < 0 || to < 0) {
                throw new AssertionError("%s has no part %s".formatted(page, name));
            }
            HeldFile.holds(page, text.substring(0, from) + start + made + text.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
