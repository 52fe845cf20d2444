package org.tieline.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;
import org.tieline.model.Sha256;

/**
 * Names the state that a database has after a commit. Two states with equal names are the same; names have no order, and say
 * nothing about how much lies between them.
 *
 * @param name of letters, digits and the minus sign
 * @param lasting whether the name stands for this state as long as the database lives, so that others may keep it
 */
public record Commit(String name, boolean lasting) {
    /** Two states of a billion share so long a digest with a chance of one in a sextillion. */
    private static final int BYTES = 16;

    /** A commit that a database numbers; a negative number lasts no longer than the process that gave it. */
    public static Commit numbered(long number) {
        return new Commit(Long.toString(number), number >= 0);
    }

    /** The commits that a driver's bookmarks name together, in whichever order. */
    public static Commit bookmarked(Collection<String> bookmarks) {
        MessageDigest digest = Sha256.begin();
        for (String bookmark : new TreeSet<>(bookmarks)) {
            byte[] bytes = bookmark.getBytes(StandardCharsets.UTF_8);
            // The length comes first, so that no two sets of bookmarks read the same.
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return new Commit(HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES)), true);
    }
}
