package org.tieline.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import org.tieline.dataset.PackageHead;
import org.tieline.start.ShippedData;
import picocli.CommandLine.IVersionProvider;

/** The versions of the program and of the data set that travels with it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream stream = Version.class.getResourceAsStream("/org/tieline/build.properties")) {
            build.load(stream);
        }
        // What is in the tables is for those to read who need it, and to complain of.
        Optional<String> shipped = ShippedData.folder().flatMap(PackageHead::versionIn);
        return new String[] {"tieline " + build.getProperty("version"), "data set " + shipped.orElse("none")};
    }
}
