package org.tieline.question.screening;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.InvalidValue;
import org.tieline.naming.MatchBasis;
import org.tieline.naming.NameCandidate;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.IdentifierText;

/** Finds whoever has an identifier on a day. */
final class IdentifierMatch {
    private static final int SURE = 100;

    private final Snapshot snapshot;
    private final LocalDate asOf;
    private final @Nullable LocalDate knownAt;

    /** @param knownAt null for everything on record */
    IdentifierMatch(Snapshot snapshot, LocalDate asOf, @Nullable LocalDate knownAt) {
        this.snapshot = snapshot;
        this.asOf = asOf;
        this.knownAt = knownAt;
    }

    /**
     * What an identifier led to.
     *
     * @param identifier as it was understood; null if it was not
     * @param holders the organizations that have it, by id
     * @param note why that does not decide; null if it does
     */
    record Found(
            @Nullable IdentifierText identifier,
            List<NameCandidate> holders,
            @Nullable String note) {}

    /** @param country the country that is weighed */
    Found find(String text, @Nullable String country) {
        IdentifierText identifier;
        try {
            identifier = IdentifierText.parse(text);
        } catch (InvalidValue e) {
            return new Found(
                    null,
                    List.of(),
                    "the identifier does not count: " + e.in("identifier").getMessage());
        }
        String written = identifier.toString();
        List<NameCandidate> holders = snapshot.names().identifiers().holders(written, asOf, knownAt).stream()
                .map(id -> candidate(id, written, country))
                .toList();
        return switch (holders.size()) {
            case 0 ->
                new Found(identifier, holders, "nobody on record has the identifier %s on %s".formatted(written, asOf));
            case 1 -> new Found(identifier, holders, null);
            default -> new Found(identifier, holders, "several have the identifier %s on %s".formatted(written, asOf));
        };
    }

    private NameCandidate candidate(String id, String written, @Nullable String country) {
        NameCandidate byId = snapshot.names().index().findId(id, country).best().getFirst();
        return new NameCandidate(
                id,
                SURE,
                MatchBasis.IDENTIFIER,
                written,
                NameCandidate.What.IDENTIFIER,
                List.of(),
                0,
                byId.country(),
                "the identifier %s, which it has on %s".formatted(written, asOf));
    }

    /**
     * Another legal entity identifier that an organization has on the day: nobody has two. Null if there is none, or the one
     * that was given is no legal entity identifier.
     */
    @Nullable
    String contradicting(@Nullable IdentifierText given, String organization) {
        if (given == null || given.scheme() != IdentifierScheme.LEI) {
            return null;
        }
        return snapshot.names().identifiers().of(organization).stream()
                .filter(each -> each.scheme() == IdentifierScheme.LEI && each.holds(asOf, knownAt))
                .map(Identifier::text)
                .findFirst()
                .orElse(null);
    }
}
