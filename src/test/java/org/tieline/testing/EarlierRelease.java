package org.tieline.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The release of the shipped data before the present one, as it was published. */
public final class EarlierRelease {
    public static final String VERSION = "2026.11.0";

    private EarlierRelease() {}

    /** Its folder, unpacked into another one. */
    public static Path into(Path folder) throws IOException {
        try (InputStream stream =
                        EarlierRelease.class.getResourceAsStream("/org/tieline/releases/" + VERSION + ".zip");
                ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, folder.resolve(Path.of(entry.getName()).getFileName()));
            }
        }
        return folder;
    }
}
