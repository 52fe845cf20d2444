package org.tieline.exchange.imports;

import java.util.List;
import org.tieline.model.Dataset;

/**
 * What an import took, what it left, and why.
 *
 * @param read the files that were read, where their rows were counted
 * @param taken what was written into the folder
 * @param left what was not taken, by reason, the most frequent first
 * @param changed what was taken, but not all of it, by reason
 * @param told what was read and has no place in the tables
 */
public record ImportReport(List<Read> read, Taken taken, List<Reason> left, List<Reason> changed, List<Reason> told) {
    public ImportReport {
        read = List.copyOf(read);
        left = List.copyOf(left);
        changed = List.copyOf(changed);
        told = List.copyOf(told);
    }

    /** Whether nothing was taken, and no folder made; sources alone say nothing. */
    public boolean isEmpty() {
        return taken.organizations() == 0 && taken.ties() == 0 && taken.bans() == 0;
    }

    /** How many rows a file had, the broken ones among them. */
    public record Read(String file, long rows) {}

    /** Numbers of rows. */
    public record Taken(long organizations, long ties, long bans, long sources, long identifiers) {
        /** Those of a whole data set, which was checked. */
        static Taken of(Dataset dataset) {
            return new Taken(
                    dataset.organizations().size(),
                    dataset.ties().size(),
                    dataset.bans().size(),
                    dataset.sources().size(),
                    dataset.identifiers().size());
        }
    }

    /**
     * One reason.
     *
     * @param text why
     * @param count how many records it concerns
     * @param examples the first of them, at most three, each with file and line; may be empty where they tell nothing
     */
    public record Reason(String text, long count, List<String> examples) {
        public Reason {
            examples = List.copyOf(examples);
        }
    }
}
