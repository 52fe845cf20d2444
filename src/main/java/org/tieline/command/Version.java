package org.tieline.command;

import java.util.Optional;
import org.tieline.dataset.PackageHead;
import org.tieline.question.ProgramVersion;
import org.tieline.start.ShippedData;
import picocli.CommandLine.IVersionProvider;

/** The versions of the program and of the data set that travels with it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        // What is in the tables is for those to read who need it, and to complain of.
        Optional<String> shipped = ShippedData.folder().flatMap(PackageHead::versionIn);
        return new String[] {"tieline " + ProgramVersion.TEXT, "data set " + shipped.orElse("none")};
    }
}
