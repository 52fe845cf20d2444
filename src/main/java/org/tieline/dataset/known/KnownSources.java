package org.tieline.dataset.known;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;

/** What facts are checked against of the sources that were read: some bytes each, by their numbers. */
public final class KnownSources {
    private final BitSet sound = new BitSet();
    private final DateColumn published = new DateColumn();

    /** Takes up a source that was read without errors. */
    public void add(int number, Source source) {
        sound.set(number);
        published.set(number, source.published());
    }

    /** Whether it was read without errors. */
    public boolean has(int number) {
        return number >= 0 && sound.get(number);
    }

    /** When it was published; null if that is unknown, or it could not be read. */
    public @Nullable PartialDate published(int number) {
        return number < 0 ? null : published.get(number);
    }
}
