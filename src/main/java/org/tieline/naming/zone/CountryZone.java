package org.tieline.naming.zone;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The one time zone of a country. */
public final class CountryZone {
    private static final Map<String, Optional<ZoneId>> KNOWN = new ConcurrentHashMap<>();

    private CountryZone() {}

    /**
     * The zone whose clocks a whole country goes by; empty for one with several, for {@code EU}, and for what is no country.
     *
     * @param code ISO 3166-1 alpha-2
     */
    public static Optional<ZoneId> of(String code) {
        return KNOWN.computeIfAbsent(code, CountryZone::find);
    }

    private static Optional<ZoneId> find(String code) {
        Set<ZoneId> zones = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, code, null).stream()
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .collect(Collectors.toSet());
        return zones.size() == 1 ? Optional.of(zones.iterator().next()) : Optional.empty();
    }

    /** The same; UTC where it is empty. */
    public static ZoneId orUtc(String code) {
        return of(code).orElse(ZoneOffset.UTC);
    }
}
