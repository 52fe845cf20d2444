package org.tieline.start;

import java.nio.file.Path;
import java.util.List;
import org.tieline.dataset.DatasetReader;
import org.tieline.dataset.DatasetReader.Following;
import org.tieline.dataset.PackageHead;
import org.tieline.model.DataError;
import org.tieline.model.DatasetSummary;
import org.tieline.model.FactSink;
import org.tieline.model.FactSink.Feed;
import org.tieline.model.TielineException;

/**
 * Folders that are read as one data set whenever somebody goes through them, checked on the way, in little memory.
 *
 * @param folders at least one
 * @param following told how far each reading is
 */
public record DatasetStream(List<Path> folders, Following following) implements Feed {
    public DatasetStream {
        folders = List.copyOf(folders);
    }

    public DatasetStream(List<Path> folders) {
        this(folders, Following.NOTHING);
    }

    @Override
    public boolean isReleased() {
        return folders.stream().anyMatch(folder -> PackageHead.versionIn(folder).isPresent());
    }

    /**
     * {@inheritDoc}
     *
     * @throws TielineException.InvalidData if the folders have errors, or there is no organization in them: tables without rows are
     *     mostly a mistake, and to load them would remove all that a former load brought
     */
    @Override
    public DatasetSummary handTo(FactSink sink) {
        DatasetSummary summary = DatasetReader.check(folders, sink, following).summary();
        requireSome(folders, summary);
        return summary;
    }

    /** @throws TielineException.InvalidData if there is no organization */
    public static void requireSome(List<Path> folders, DatasetSummary summary) {
        if (summary.organizations() == 0) {
            throw new TielineException.InvalidData(List.of(new DataError(
                    folders.getLast().resolve("organizations.csv").toString(),
                    1,
                    "",
                    "",
                    "must have at least one row; nothing was loaded or removed")));
        }
    }
}
