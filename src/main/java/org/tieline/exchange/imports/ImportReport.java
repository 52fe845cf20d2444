package org.tieline.exchange.imports;

import java.util.List;
import org.tieline.model.Dataset;

/**
 * What an import took, what it left, and why.
 *
 * @param taken what was written into the folder, read back and found without errors
 * @param left what was not taken, by reason, the most frequent first
 * @param changed what was taken, but not all of it, by reason
 */
public record ImportReport(Dataset taken, List<Reason> left, List<Reason> changed) {
    public ImportReport {
        left = List.copyOf(left);
        changed = List.copyOf(changed);
    }

    /** Whether nothing was taken, and no folder made; sources alone say nothing. */
    public boolean isEmpty() {
        return taken.organizations().isEmpty()
                && taken.ties().isEmpty()
                && taken.bans().isEmpty();
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
