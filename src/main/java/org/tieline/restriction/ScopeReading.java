package org.tieline.restriction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Generation;
import org.tieline.model.Scope;
import org.tieline.model.Segment;
import org.tieline.model.Term;

/** Whether the scope of one ban takes in what a tie is about; read once, asked of many ties. */
final class ScopeReading {
    /**
     * A part of a network by generation, segment or both.
     *
     * @param byGeneration whether a tie must be of a generation
     * @param generation that one; null if there is none of which a tie can be
     * @param segment the segment that a tie must be of; null for any
     */
    private record Part(
            boolean byGeneration,
            @Nullable Generation generation,
            @Nullable Segment segment) {
        Covers of(Contact contact) {
            Covers covers = Covers.YES;
            if (byGeneration) {
                covers = covers.and(matches(contact.generation(), generation, null));
            }
            if (segment != null) {
                covers = covers.and(matches(contact.segment(), segment, Segment.UNKNOWN));
            }
            return covers;
        }

        /** @param unknown stands in a list for what its source does not tell; null if it has no word for that */
        private static <T> Covers matches(List<T> about, @Nullable T wanted, @Nullable T unknown) {
            if (wanted != null && about.contains(wanted)) {
                return Covers.YES;
            }
            return about.isEmpty() || unknown != null && about.contains(unknown) ? Covers.UNKNOWN : Covers.NO;
        }
    }

    private final boolean readable;
    private final List<Part> parts;
    private final List<Scope> kinds;

    ScopeReading(List<Scope> scope) {
        readable = !scope.isEmpty();
        parts = scope.stream().filter(Scope::isPart).map(ScopeReading::part).toList();
        kinds = scope.stream().filter(item -> !item.isPart()).toList();
    }

    /**
     * By rules 3 and 4: the strongest of the parts, where there are any, and no more than the strongest of the kinds. Parts
     * alone forbid what they name altogether, as a removal does.
     *
     * @param sinceForce whether the tie began when the ban was in force
     */
    Covers of(Contact contact, Covers sinceForce) {
        if (!readable) {
            return Covers.UNKNOWN;
        }
        Covers where = parts.isEmpty()
                ? Covers.YES
                : parts.stream().map(part -> part.of(contact)).reduce(Covers.NO, Covers::or);
        Covers what = kinds.isEmpty()
                ? Covers.YES
                : kinds.stream().map(kind -> ofKind(kind, sinceForce)).reduce(Covers.NO, Covers::or);
        return where.and(what);
    }

    private static Covers ofKind(Scope kind, Covers sinceForce) {
        return switch (kind.text()) {
            case "removal" -> Covers.YES;
            // What is installed may stay.
            case "all-new-equipment" -> sinceForce;
            // A permission is needed, or it depends on who buys, and with whose money.
            case "market-authorisation", "government-procurement", "public-funding" -> Covers.UNKNOWN;
            // It limits something other than who may buy from the vendor.
            case "export-control", "investment", "interconnection", "operating-licence", "cable-landing" -> Covers.NO;
            default -> throw new IllegalArgumentException("no kind of measure: " + kind);
        };
    }

    private static Part part(Scope scope) {
        boolean byGeneration = false;
        Generation generation = null;
        Segment segment = null;
        for (String half : scope.text().split(":")) {
            if (Character.isDigit(half.charAt(0))) {
                byGeneration = true;
                generation = generation(half).orElse(null);
            } else {
                segment = half.equals("fixed-network") ? Segment.FIXED_ACCESS : Term.parse(Segment.class, half);
            }
        }
        return new Part(byGeneration, generation, segment);
    }

    /** Bans speak of generations, like 6G, of which no network is yet. */
    private static Optional<Generation> generation(String text) {
        return Arrays.stream(Generation.values())
                .filter(generation -> generation.text().equalsIgnoreCase(text))
                .findFirst();
    }
}
