package org.tieline.exchange;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.Bundle;
import org.tieline.dataset.DatasetWriter;
import org.tieline.dataset.PackageHead;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.graph.LoadedDataset;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/** The folder that a load takes. */
final class CsvExport implements ExportWriter {
    private final Bundle files;
    private @Nullable DatasetWriter writer;

    CsvExport(Bundle files) {
        this.files = files;
    }

    /**
     * The graph does not keep title, licence and contributors of a data set. Those of the shipped one are known to the
     * program, and its version is in the graph as long as nothing was changed.
     */
    @Override
    public void dataset(LoadedDataset info) {
        PackageHead shipped = PackageHead.shipped();
        writer = new DatasetWriter(files, info.version().equals(shipped.version()) ? shipped : head(info.version()));
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

    private DatasetWriter writer() {
        if (writer == null) {
            writer = new DatasetWriter(files, head(Dataset.UNVERSIONED));
        }
        return writer;
    }

    @Override
    public void identifier(Identifier identifier) {
        writer().identifier(identifier);
    }

    @Override
    public void subscribers(SubscriberCount count) {
        writer().subscribers(count);
    }

    @Override
    public void organization(Organization organization) {
        writer().organization(organization);
    }

    @Override
    public void source(Source source) {
        writer().source(source);
    }

    @Override
    public void ban(Ban ban) {
        writer().ban(ban);
    }

    @Override
    public void membership(Membership membership) {
        writer().membership(membership);
    }

    @Override
    public void tie(Tie tie) {
        writer().tie(tie);
    }

    @Override
    public void finish() {
        writer().finish();
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
        files.close();
    }
}
