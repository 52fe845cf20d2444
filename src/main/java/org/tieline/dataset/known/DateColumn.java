package org.tieline.dataset.known;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.PartialDate;

/** Dates by numbers from 0, four bytes each, as millions of rows have some thousand dates among them. */
final class DateColumn {
    /** Of number n the place of its date plus one; 0 if it has none. */
    private int[] places = new int[16];

    private final List<PartialDate> dates = new ArrayList<>();
    private final Map<PartialDate, Integer> known = new HashMap<>();

    void set(int number, @Nullable PartialDate date) {
        if (number >= places.length) {
            places = Arrays.copyOf(places, Math.max(number + 1, places.length + (places.length >> 1)));
        }
        places[number] = date == null ? 0 : known.computeIfAbsent(date, this::keep);
    }

    private int keep(PartialDate date) {
        dates.add(date);
        return dates.size();
    }

    @Nullable
    PartialDate get(int number) {
        int place = number < places.length ? places[number] : 0;
        return place == 0 ? null : dates.get(place - 1);
    }
}
