package org.tieline.naming.column;

import java.util.Arrays;

/**
 * Who has something, by a hash of 64 bits of it. Two things of one hash are taken for one; among ten million that happens once
 * in 400,000 times.
 */
public final class Owners {
    private static final int NOBODY = -1;
    private static final int SEVERAL = -2;

    /** The place of a hash is the first from the one that it says on which is free or has it. */
    private final long[] hashes;

    /** A number from 0, {@link #NOBODY} or {@link #SEVERAL}. */
    private final int[] owners;

    /** @param most how many things there may be */
    public Owners(int most) {
        hashes = new long[Integer.highestOneBit(Math.max(8, most)) * 4];
        owners = new int[hashes.length];
        Arrays.fill(owners, NOBODY);
    }

    /** @param owner from 0 */
    public void add(long hash, int owner) {
        int place = place(hash);
        hashes[place] = hash;
        owners[place] = owners[place] == NOBODY || owners[place] == owner ? owner : SEVERAL;
    }

    /** Whether somebody else has it, or somebody else too. */
    public boolean hasOther(long hash, int owner) {
        int found = owners[place(hash)];
        return found != NOBODY && found != owner;
    }

    private int place(long hash) {
        int place = (int) hash & hashes.length - 1;
        while (owners[place] != NOBODY && hashes[place] != hash) {
            place = place + 1 & hashes.length - 1;
        }
        return place;
    }

    /** A hash of a number beside another hash; every bit of both counts for every bit of it. */
    public static long hash(long before, int number) {
        long mixed = (before * 31 + number) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
