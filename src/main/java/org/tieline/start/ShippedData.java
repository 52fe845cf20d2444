package org.tieline.start;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the data set that travels with the program. */
public final class ShippedData {
    private static final String NAME = "seed-data";

    private ShippedData() {}

    /**
     * The folder {@code seed-data}: beside {@code lib} in the distribution, beside {@code target} in a checkout, else in the
     * working directory; empty if it is in none of them.
     */
    public static Optional<Path> folder() {
        return Stream.of(program().resolve(NAME), Path.of(NAME))
                .filter(Files::isDirectory)
                .map(folder -> folder.toAbsolutePath().normalize())
                .findFirst();
    }

    /** Two above the jar or the folder of classes: {@code lib/tieline.jar} or {@code target/classes}. */
    private static Path program() {
        try {
            Path code = Path.of(ShippedData.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.resolve("..").resolve("..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program does not know where it is", e);
        }
    }
}
