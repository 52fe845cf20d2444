package org.tieline.restriction;

import java.util.List;
import java.util.Locale;
import org.tieline.model.Generation;
import org.tieline.model.Scope;
import org.tieline.model.Segment;
import org.tieline.model.Term;

/** Whether the scope of one ban takes in what a tie is about; read once, asked of many ties. */
final class ScopeReading {
    /** A part of a network by generation, segment or both; null for any. */
    private record Part(Generation generation, Segment segment) {
        Covers of(Contact contact) {
            Covers covers = Covers.YES;
            if (generation != null) {
                covers = covers.and(matches(contact.generation(), generation, null));
            }
            if (segment != null) {
                covers = covers.and(matches(contact.segment(), segment, Segment.UNKNOWN));
            }
            return covers;
        }

        /** @param unknown stands in a list for what its source does not tell; null if it has no word for that */
        private static <T> Covers matches(List<T> about, T wanted, T unknown) {
            if (about.contains(wanted)) {
                return Covers.YES;
            }
            return about.isEmpty() || unknown != null && about.contains(unknown) ? Covers.UNKNOWN : Covers.NO;
        }
    }

    private final List<Part> parts;

    /** What it is without parts. */
    private final Covers byKinds;

    ScopeReading(List<Scope> scope) {
        parts = scope.stream().filter(Scope::isPart).map(ScopeReading::part).toList();
        byKinds = scope.isEmpty()
                ? Covers.UNKNOWN
                : scope.stream()
                        .filter(item -> !item.isPart())
                        .map(ScopeReading::ofKind)
                        .reduce(Covers.NO, Covers::or);
    }

    /** By rules 3 and 4: parts say where a ban bites; one without parts is judged by what it does, if that can be read. */
    Covers of(Contact contact) {
        if (parts.isEmpty()) {
            return byKinds;
        }
        Covers strongest = Covers.NO;
        for (Part part : parts) {
            strongest = strongest.or(part.of(contact));
        }
        return strongest;
    }

    private static Covers ofKind(Scope kind) {
        return switch (kind.text()) {
            case "all-new-equipment", "removal", "market-authorisation" -> Covers.YES;
            // It depends on who buys, and with whose money.
            case "government-procurement", "public-funding" -> Covers.UNKNOWN;
            // It limits what the vendor may buy, not who may buy from it.
            case "export-control" -> Covers.NO;
            default -> throw new IllegalArgumentException("no kind of measure: " + kind);
        };
    }

    private static Part part(Scope scope) {
        Generation generation = null;
        Segment segment = null;
        for (String half : scope.text().split(":")) {
            if (Character.isDigit(half.charAt(0))) {
                generation = Term.parse(Generation.class, half.toUpperCase(Locale.ROOT));
            } else {
                segment = half.equals("fixed-network") ? Segment.FIXED_ACCESS : Term.parse(Segment.class, half);
            }
        }
        return new Part(generation, segment);
    }
}
