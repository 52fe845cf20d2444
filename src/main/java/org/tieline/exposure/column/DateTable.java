package org.tieline.exposure.column;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Day;
import org.tieline.model.PartialDate;

/**
 * The distinct dates of a graph by code, with their bounds as {@link Day} counts them; code 0 stands for no date. There are
 * never many: a hundred years have 36,525 days. Safe for any number of threads once nothing is added any more.
 */
public final class DateTable {
    /** In place of the last day of no date. */
    public static final int NEVER = Integer.MIN_VALUE;

    private final Map<PartialDate, Integer> codes;
    private @Nullable PartialDate[] dates;
    private char[] first;
    private char[] last;
    private char[] overBy;
    private int[] lastDay;
    private int size = 1;

    /** Without dates. */
    public DateTable() {
        codes = new HashMap<>();
        dates = new @Nullable PartialDate[64];
        first = new char[64];
        last = new char[64];
        overBy = new char[64];
        lastDay = new int[64];
        lastDay[0] = NEVER;
    }

    /** With the dates of another, to which more can be added. */
    public DateTable(DateTable other) {
        codes = new HashMap<>(other.codes);
        dates = other.dates.clone();
        first = other.first.clone();
        last = other.last.clone();
        overBy = other.overBy.clone();
        lastDay = other.lastDay.clone();
        size = other.size;
    }

    /** The code of a date; adds it if it is new. */
    public int code(@Nullable PartialDate date) {
        if (date == null) {
            return 0;
        }
        Integer known = codes.get(date);
        if (known != null) {
            return known;
        }
        if (size == lastDay.length) {
            dates = Arrays.copyOf(dates, 2 * size);
            first = Arrays.copyOf(first, 2 * size);
            last = Arrays.copyOf(last, 2 * size);
            overBy = Arrays.copyOf(overBy, 2 * size);
            lastDay = Arrays.copyOf(lastDay, 2 * size);
        }
        dates[size] = date;
        first[size] = (char) Day.bound(date.firstDay());
        last[size] = (char) Day.bound(date.lastDay());
        overBy[size] = (char) Day.bound(date.overBy());
        lastDay[size] = (int) date.lastDay().toEpochDay();
        codes.put(date, size);
        return size++;
    }

    /** How many codes there are, that of no date included. */
    public int size() {
        return size;
    }

    /** Null for code 0. */
    public @Nullable PartialDate date(int code) {
        return dates[code];
    }

    /** Of its first day; {@link Day#FIRST} for code 0. */
    public int first(int code) {
        return first[code];
    }

    /** Of its last day. */
    public int last(int code) {
        return last[code];
    }

    /** Of {@link PartialDate#overBy}. */
    public int overBy(int code) {
        return overBy[code];
    }

    /** Its last day, counted from 1970-01-01; {@link #NEVER} for code 0. */
    public int lastDay(int code) {
        return lastDay[code];
    }
}
