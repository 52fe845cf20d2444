package org.tieline.naming.zone;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The time zone in which the days of a country begin. */
public final class CountryZone {
    /** That of who has none of his own. */
    public static final ZoneId UTC = ZoneId.of("UTC");

    private static final Map<String, List<ZoneId>> KNOWN = new ConcurrentHashMap<>();

    private CountryZone() {}

    /**
     * The zone of a country in all of which a day begins at the same moment; else, as for {@code EU}, UTC.
     *
     * @param code ISO 3166-1 alpha-2
     */
    public static ZoneId on(String code, LocalDate day) {
        List<ZoneId> zones = KNOWN.computeIfAbsent(code, CountryZone::all);
        boolean together = zones.stream()
                        .map(zone -> day.atStartOfDay(zone).toInstant())
                        .distinct()
                        .count()
                == 1;
        return together ? zones.getFirst() : UTC;
    }

    /** By name; ICU may know some that this Java does not. */
    private static List<ZoneId> all(String code) {
        return TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, code, null).stream()
                .map(TimeZone::getIanaID)
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .sorted()
                .map(ZoneId::of)
                .toList();
    }
}
