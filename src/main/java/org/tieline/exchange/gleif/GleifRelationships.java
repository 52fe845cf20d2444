package org.tieline.exchange.gleif;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.imports.ImportedFacts;
import org.tieline.exchange.imports.PublishedCsv;
import org.tieline.exchange.imports.RecordPlace;
import org.tieline.model.Evidence;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** Level 2: makes ties of the relationships between entities that were taken. */
final class GleifRelationships {
    private static final String CHILD = "Relationship.StartNode.NodeID";
    private static final String PARENT = "Relationship.EndNode.NodeID";
    private static final String TYPE = "Relationship.RelationshipType";
    private static final String STATUS = "Relationship.RelationshipStatus";
    private static final String REGISTRATION = "Registration.RegistrationStatus";
    private static final String CORROBORATION = "Registration.ValidationSources";
    private static final String DIRECT = "IS_DIRECTLY_CONSOLIDATED_BY";
    private static final String ULTIMATE = "IS_ULTIMATELY_CONSOLIDATED_BY";
    private static final int MOST_PERIODS = 5;
    private static final int DAY = 10;

    private final Path path;
    private final String file;
    private final @Nullable PartialDate published;
    private final GleifEntities entities;
    private final ImportedFacts facts;
    private final List<Consolidation> ultimates = new ArrayList<>();
    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private @Nullable Source source;

    /**
     * One relationship.
     *
     * @param since null if no relationship period says
     * @param corroborated whether the issuer checked it against documents and did not take the entity's word
     */
    private record Consolidation(
            RecordPlace origin,
            Organization child,
            Organization parent,
            boolean direct,
            @Nullable PartialDate since,
            @Nullable PartialDate until,
            boolean corroborated) {}

    /** A relationship that is not taken, with the reason as message. */
    private static final class Left extends RuntimeException {
        Left(String reason) {
            super(reason, null, false, false);
        }
    }

    GleifRelationships(Path path, @Nullable PartialDate published, GleifEntities entities, ImportedFacts facts) {
        this.path = path;
        this.file = path.getFileName().toString();
        this.published = published;
        this.entities = entities;
        this.facts = facts;
    }

    void read() {
        source = facts.sources()
                .take(
                        new RecordPlace(file, 0, file),
                        () -> GleifImport.source("rr", "Level 2 relationship records", published));
        PublishedCsv.read(path, List.of(CHILD, PARENT, TYPE, STATUS, REGISTRATION), row -> {
            RecordPlace origin =
                    new RecordPlace(file, row.line(), row.get(CHILD) + " " + row.get(TYPE) + " " + row.get(PARENT));
            try {
                take(origin, row);
            } catch (Left left) {
                facts.leave("relationship: " + left.getMessage(), origin);
            }
        });
        ultimates.forEach(this::takeUltimate);
    }

    private void take(RecordPlace origin, PublishedCsv.Row row) {
        Organization child = entities.taken(row.get(CHILD));
        Organization parent = entities.taken(row.get(PARENT));
        if (child == null && parent == null) {
            facts.leave("relationship: neither of the two was taken", (String) null);
            return;
        }
        if (!row.whole()) {
            throw new Left("not as many fields as the header has");
        }
        String type = row.get(TYPE);
        if (!type.equals(DIRECT) && !type.equals(ULTIMATE)) {
            throw new Left("%s is no consolidation of accounts".formatted(type.isEmpty() ? "an empty type" : type));
        }
        if (child == null || parent == null) {
            throw new Left("the %s was not taken".formatted(child == null ? "child" : "parent"));
        }
        if (child.id().equals(parent.id())) {
            throw new Left("both are the same organization");
        }
        if (!row.get(STATUS).equals("ACTIVE")) {
            throw new Left("its status is %s, not ACTIVE".formatted(shown(row.get(STATUS))));
        }
        if (!row.get(REGISTRATION).equals("PUBLISHED")) {
            throw new Left("its registration is %s, not PUBLISHED".formatted(shown(row.get(REGISTRATION))));
        }
        int period = period(row);
        Consolidation consolidation = new Consolidation(
                origin,
                child,
                parent,
                type.equals(DIRECT),
                period == 0 ? null : day(row, period, "startDate"),
                period == 0 ? null : day(row, period, "endDate"),
                row.get(CORROBORATION).equals("FULLY_CORROBORATED"));
        if (consolidation.direct()) {
            parents.computeIfAbsent(child.id(), none -> new HashSet<>()).add(parent.id());
            takeTie(consolidation);
        } else {
            ultimates.add(consolidation);
        }
    }

    private static String shown(String status) {
        return status.isEmpty() ? "empty" : status;
    }

    /** The number of the one period that is about the relationship itself, not about accounts or documents; 0 if none is. */
    private static int period(PublishedCsv.Row row) {
        int found = 0;
        for (int i = 1; i <= MOST_PERIODS; i++) {
            if (row.get("Relationship.Period.%d.periodType".formatted(i)).equals("RELATIONSHIP_PERIOD")) {
                if (found > 0) {
                    throw new Left("it has several relationship periods");
                }
                found = i;
            }
        }
        return found;
    }

    /** The day as it is written, whatever the time zone behind it. */
    private static @Nullable PartialDate day(PublishedCsv.Row row, int period, String end) {
        String text = row.get("Relationship.Period.%d.%s".formatted(period, end));
        try {
            return text.isEmpty() ? null : PartialDate.parse(text.substring(0, Math.min(text.length(), DAY)));
        } catch (InvalidValue e) {
            throw new Left("the %s of its relationship period is no date".formatted(end));
        }
    }

    private void takeUltimate(Consolidation consolidation) {
        if (leads(consolidation.child().id(), consolidation.parent().id())) {
            facts.leave("relationship: direct relationships lead to the same ultimate parent", consolidation.origin());
        } else {
            takeTie(consolidation);
        }
    }

    private boolean leads(String from, String to) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String parent : parents.getOrDefault(open.pop(), Set.of())) {
                if (parent.equals(to)) {
                    return true;
                }
                if (seen.add(parent)) {
                    open.push(parent);
                }
            }
        }
        return false;
    }

    private void takeTie(Consolidation consolidation) {
        String base = "%s-owns-%s-gleif%s"
                .formatted(
                        consolidation.parent().id(),
                        consolidation.child().id(),
                        consolidation.direct() ? "" : "-ultimate");
        int number = numbers.merge(base, 1, Integer::sum);
        facts.ties()
                .take(
                        consolidation.origin(),
                        () -> new Tie(
                                number == 1 ? base : base + "-" + number,
                                consolidation.parent().id(),
                                TieType.OWNS,
                                consolidation.child().id(),
                                consolidation.since(),
                                consolidation.until(),
                                null,
                                List.of(),
                                List.of(),
                                consolidation.corroborated() ? Evidence.CONFIRMED : Evidence.ANNOUNCED,
                                List.of(Objects.requireNonNull(source).id()),
                                summary(consolidation)));
    }

    private static String summary(Consolidation consolidation) {
        String parent = consolidation.parent().name();
        String child = consolidation.child().name();
        return consolidation.direct()
                ? "%s takes %s into its consolidated accounts as its direct parent, as reported to GLEIF. This is accounting consolidation: no percentage is given."
                        .formatted(parent, child)
                : "%s takes %s into its consolidated accounts as its ultimate parent, as reported to GLEIF; other companies may stand between the two. This is accounting consolidation: no percentage is given."
                        .formatted(parent, child);
    }
}
