package org.tieline;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import org.tieline.dataset.DatasetReader;
import org.tieline.model.Dataset;
import picocli.CommandLine.IVersionProvider;

/** The versions of the program and of the data set that travels with it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream stream = Version.class.getResourceAsStream("build.properties")) {
            build.load(stream);
        }
        Optional<Dataset> shipped = ShippedData.folder().map(DatasetReader::read);
        return new String[] {
            "tieline " + build.getProperty("version"),
            "data set " + shipped.map(Dataset::version).orElse("none")
        };
    }
}
