package org.tieline.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the program that answers, as the build wrote it down. */
public final class ProgramVersion {
    /** Such as {@code 0.2.0}. */
    public static final String TEXT = read();

    private ProgramVersion() {}

    private static String read() {
        Properties build = new Properties();
        try (InputStream stream = ProgramVersion.class.getResourceAsStream("/org/tieline/build.properties")) {
            build.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version");
    }
}
