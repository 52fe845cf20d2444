package org.tieline.exchange;

import org.tieline.dataset.Bundle;
import org.tieline.dataset.DatasetWriter;
import org.tieline.dataset.PackageHead;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.graph.LoadedDataset;
import org.tieline.model.Dataset;

/** The folder that a load takes. */
final class CsvExport extends DatasetWriter implements ExportWriter {
    private final Bundle files;

    CsvExport(Bundle files) {
        super(files, head(Dataset.UNVERSIONED));
        this.files = files;
    }

    /**
     * The graph does not keep title, licence and contributors of a data set. Those of the shipped one are known to the
     * program, and its version is in the graph as long as nothing was changed.
     */
    @Override
    public void dataset(LoadedDataset info) {
        PackageHead shipped = PackageHead.shipped();
        describe(info.version().equals(shipped.version()) ? shipped : head(info.version()));
    }

    private static PackageHead head(String version) {
        return PackageHead.of(
                "tieline-export",
                "Ties and bans in telecom, exported from a Tieline graph",
                "Organizations, ties between them, measures of governments and the sources of both, as they stood in the "
                        + "graph. Title, licence and contributors of what was loaded into it are not kept there.",
                version,
                null);
    }

    @Override
    public void close() {
        super.close();
        files.close();
    }
}
