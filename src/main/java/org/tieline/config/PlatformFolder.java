package org.tieline.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where programs keep their data on this platform. */
final class PlatformFolder {
    private PlatformFolder() {}

    /**
     * The folder for Tieline.
     *
     * @param system the name of the operating system as Java gives it
     * @param userHome the user's home folder
     */
    static Path of(String system, String userHome, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        Path home = Path.of(userHome);
        Path folder;
        if (name.startsWith("windows")) {
            folder = given(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("Tieline");
        } else if (name.startsWith("mac")) {
            folder = home.resolve("Library").resolve("Application Support").resolve("Tieline");
        } else {
            folder = given(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"))
                    .resolve("tieline");
        }
        return folder.toAbsolutePath().normalize();
    }

    private static Path given(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}
