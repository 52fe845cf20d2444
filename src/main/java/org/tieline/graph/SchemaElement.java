package org.tieline.graph;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A constraint or an index: as the file {@code schema} wants it, or as a database has it.
 *
 * @param kind what it is
 * @param name its name
 * @param of the label or relationship type that it is for; empty for all
 * @param properties the names of the properties that it is for, in order
 * @param analyzer how a full-text index takes texts apart; null for all else
 */
public record SchemaElement(
        Kind kind,
        String name,
        String of,
        List<String> properties,
        @Nullable String analyzer) {
    private static final Pattern NAME = Pattern.compile("CREATE (CONSTRAINT|FULLTEXT INDEX) (\\w+) IF NOT EXISTS");
    private static final Pattern OF = Pattern.compile("[a-z]:(\\w+)");
    private static final Pattern PROPERTY = Pattern.compile("\\b[a-z]\\.(\\w+)");
    private static final Pattern ANALYZER = Pattern.compile("`fulltext\\.analyzer`: '([^']+)'");

    public enum Kind {
        /** A constraint that makes a value unique, with the index that it owns. */
        UNIQUENESS,
        FULLTEXT,
        /** An index for single values that no constraint owns. */
        RANGE,
        OTHER_CONSTRAINT,
        OTHER_INDEX;

        public boolean isConstraint() {
            return this == UNIQUENESS || this == OTHER_CONSTRAINT;
        }
    }

    /** Reads a statement that creates one. */
    public static SchemaElement of(String statement) {
        boolean constraint = first(NAME, statement, 1).equals("CONSTRAINT");
        return new SchemaElement(
                constraint ? Kind.UNIQUENESS : Kind.FULLTEXT,
                first(NAME, statement, 2),
                first(OF, statement, 1),
                PROPERTY.matcher(statement)
                        .results()
                        .map(property -> property.group(1))
                        .toList(),
                constraint ? null : first(ANALYZER, statement, 1));
    }

    private static String first(Pattern pattern, String statement, int group) {
        return pattern.matcher(statement)
                .results()
                .map((MatchResult found) -> found.group(group))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "a statement of the schema must have the form %s, was %s".formatted(pattern, statement)));
    }

    /** Whether another does what this is wanted for. A constraint may have any name; an index is asked by its name. */
    public boolean isServedBy(SchemaElement other) {
        return kind == other.kind && isForTheSameAs(other) && (kind == Kind.UNIQUENESS || name.equals(other.name));
    }

    /** Whether this cannot be created while another that does not serve is there. */
    public boolean isBlockedBy(SchemaElement other) {
        return name.equals(other.name)
                || kind == Kind.UNIQUENESS
                        && (other.kind == Kind.RANGE || other.kind == Kind.UNIQUENESS)
                        && isForTheSameAs(other);
    }

    private boolean isForTheSameAs(SchemaElement other) {
        return of.equals(other.of)
                && properties.equals(other.properties)
                && (analyzer == null || analyzer.equals(other.analyzer));
    }
}
