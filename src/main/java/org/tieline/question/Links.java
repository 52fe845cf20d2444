package org.tieline.question;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Hop;
import org.tieline.model.Organization;
import org.tieline.question.parameter.KnownAt;

/** Paths of this API. */
public final class Links {
    private Links() {}

    public static String organization(String id) {
        return "/v1/organizations/" + id;
    }

    public static String ban(String id) {
        return "/v1/bans/" + id;
    }

    public static String tie(String id) {
        return "/v1/ties/" + id;
    }

    public static String source(String id) {
        return "/v1/sources/" + id;
    }

    /** Sources, in the order of their ids. */
    public static List<String> sources(List<String> ids) {
        return ids.stream().map(Links::source).toList();
    }

    /** The organizations of a path in walking order, one more than there are ties. */
    public static List<String> organizations(List<Hop> path) {
        return Stream.concat(Stream.of(path.getFirst().from()), path.stream().map(Hop::to))
                .map(Links::organization)
                .toList();
    }

    /** The ties of a path in walking order. */
    public static List<String> ties(List<Hop> path) {
        return path.stream().map(Hop::tie).map(Links::tie).toList();
    }

    /** The sources of the ties of a path in walking order, each once. */
    public static List<String> sourcesOf(List<Hop> path) {
        return path.stream()
                .flatMap(hop -> hop.sources().stream())
                .distinct()
                .map(Links::source)
                .toList();
    }

    /**
     * The exposures of a carrier, or those to a vendor, on a day; null for organizations of other kinds.
     *
     * @param asOf null for the day on which they are asked for
     */
    public static @Nullable String exposures(Organization organization, @Nullable LocalDate asOf) {
        String day = asOf == null ? "" : "asOf=" + asOf;
        return switch (organization.kind()) {
            case CARRIER -> "/v1/carriers/%s/exposures%s".formatted(organization.id(), day.isEmpty() ? "" : "?" + day);
            case VENDOR -> "/v1/exposures?vendor=%s%s".formatted(organization.id(), day.isEmpty() ? "" : "&" + day);
            case COMPANY, GOVERNMENT, ASSOCIATION -> null;
        };
    }

    /**
     * The bans on an organization as they stood on a day.
     *
     * @param knownAt null for everything on record
     */
    public static String bansOn(String organization, LocalDate asOf, @Nullable KnownAt knownAt) {
        return "/v1/bans?target=%s&asOf=%s%s"
                .formatted(organization, asOf, knownAt == null ? "" : "&knownAt=" + knownAt);
    }
}
