package org.tieline.question;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is asked for first, once; whoever asks meanwhile waits for it. */
final class Made<T> {
    private final Supplier<T> making;
    private volatile boolean wanted;
    private volatile @Nullable T made;

    Made(Supplier<T> making) {
        this.making = making;
    }

    T get() {
        T there = made;
        return there != null ? there : make();
    }

    /** Whether somebody asked for it, be it that it is not finished yet. */
    boolean isWanted() {
        return wanted;
    }

    boolean isMade() {
        return made != null;
    }

    private synchronized T make() {
        T there = made;
        if (there == null) {
            wanted = true;
            there = making.get();
            made = there;
        }
        return there;
    }
}
