package org.tieline.exchange.gleif;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.imports.ImportNotes;
import org.tieline.exchange.imports.RecordPlace;
import org.tieline.exchange.imports.RefusalReason;
import org.tieline.model.Evidence;
import org.tieline.model.InvalidValue;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.naming.column.TextNumbers;
import org.tieline.scratch.SortedRows;

/** Makes ties of the relationships between entities that were taken, so that no check has anything to refuse. */
final class GleifTies {
    private final Consolidations consolidations;
    private final Ancestry ancestry;
    private final Entities entities;
    private final TextNumbers numbers;
    private final Beside beside;
    private final ImportNotes notes;
    private final String file;
    private final Source source;
    private final BitSet direct = new BitSet();

    /** Organizations above which one stands by a tie. */
    private final BitSet withDirect = new BitSet();

    private final BitSet withUltimate = new BitSet();

    /** Among how many of one owner and one owned a tie is, where it is not the first. */
    private final Map<Integer, Integer> ordinals = new HashMap<>();

    private int count;

    /** @param source what states the ties */
    GleifTies(
            Consolidations consolidations,
            Ancestry ancestry,
            Entities entities,
            TextNumbers numbers,
            Beside beside,
            ImportNotes notes,
            String file,
            Source source) {
        this.consolidations = consolidations;
        this.ancestry = ancestry;
        this.entities = entities;
        this.numbers = numbers;
        this.beside = beside;
        this.notes = notes;
        this.file = file;
        this.source = beside.source(source);
    }

    /** Decides which are taken; direct ones first, as they make ultimate ones needless. */
    void choose(SortedRows rows) {
        BitSet eligible = new BitSet();
        for (int i = 0; i < consolidations.size(); i++) {
            if (isEligible(i)) {
                eligible.set(i);
            }
        }
        Consumer<Integer> take = i ->
                rows.add(id(i), ByteBuffer.allocate(Integer.BYTES).putInt(i).array());
        eachGroup(eligible, true, group -> take(group, take));
        eachGroup(eligible, false, group -> take(group, take));
    }

    /** Hands over the eligible relationships between each child and each parent, in the order of the file. */
    private void eachGroup(BitSet eligible, boolean areDirect, Consumer<List<Integer>> taker) {
        for (int child = entities.next(0); child >= 0; child = entities.next(child + 1)) {
            if (ancestry.isTop(child)) {
                continue;
            }
            long[] byParent = Arrays.stream(ancestry.of(child))
                    .filter(i -> eligible.get(i) && consolidations.isDirect(i) == areDirect)
                    .mapToLong(i -> (long) ancestry.parent(i) << Integer.SIZE | i)
                    .sorted()
                    .toArray();
            for (int begin = 0, end; begin < byParent.length; begin = end) {
                List<Integer> group = new ArrayList<>(1);
                for (end = begin; end < byParent.length && parent(byParent[end]) == parent(byParent[begin]); end++) {
                    group.add((int) byParent[end]);
                }
                taker.accept(group);
            }
        }
    }

    private static int parent(long parentAndRelationship) {
        return (int) (parentAndRelationship >> Integer.SIZE);
    }

    private boolean isEligible(int i) {
        boolean child = entities.isTaken(consolidations.child(i));
        boolean parent = entities.isTaken(consolidations.parent(i));
        if (!child && !parent) {
            notes.leave("relationship: neither of the two was taken");
            return false;
        }
        String reason = !consolidations.isSound(i) ? consolidations.reason(i) : reason(i, child, parent);
        if (reason != null) {
            leave(reason, i);
        }
        return reason == null;
    }

    private @Nullable String reason(int i, boolean child, boolean parent) {
        if (!child || !parent) {
            return "the %s was not taken".formatted(child ? "parent" : "child");
        }
        if (ancestry.child(i) == ancestry.parent(i)) {
            return "both are the same organization";
        }
        OrganizationKind owned = entities.kind(consolidations.child(i));
        if (entities.kind(consolidations.parent(i)) == OrganizationKind.ASSOCIATION
                || owned == OrganizationKind.ASSOCIATION) {
            return "an association is neither owner nor owned";
        }
        return owned == OrganizationKind.GOVERNMENT ? "nobody owns a government" : null;
    }

    private void leave(String reason, int i) {
        notes.leave("relationship: " + reason, place(i));
    }

    private RecordPlace place(int i) {
        return GleifRelationships.place(
                file,
                consolidations.line(i),
                numbers.get(consolidations.child(i)),
                consolidations.said(i).type(),
                numbers.get(consolidations.parent(i)));
    }

    /** Of those between one child and one parent. */
    private void take(List<Integer> group, Consumer<Integer> taker) {
        int any = group.getFirst();
        boolean areDirect = consolidations.isDirect(any);
        if (!areDirect && ancestry.leads(ancestry.child(any), ancestry.parent(any), direct::get)) {
            withUltimate.set(ancestry.child(any));
            group.forEach(i -> leave("direct relationships lead to the same ultimate parent", i));
            return;
        }
        List<Beside.CertainStake> there = new ArrayList<>(
                beside.stakes(entities.id(consolidations.parent(any)), entities.id(consolidations.child(any))));
        int taken = 0;
        for (int i : group) {
            if (taken > 0) {
                ordinals.put(i, taken + 1);
            }
            if (take(i, there)) {
                taken++;
                taker.accept(i);
                (areDirect ? withDirect : withUltimate).set(ancestry.child(i));
                if (areDirect) {
                    direct.set(i);
                }
            }
        }
        count += taken;
    }

    /** @param there stakes of the same owner in it */
    private boolean take(int i, List<Beside.CertainStake> there) {
        Tie tie;
        try {
            tie = tie(i);
        } catch (InvalidValue refusal) {
            leave(RefusalReason.of(refusal), i);
            return false;
        }
        Tie same = beside.tie(tie.id());
        if (same != null) {
            if (!same.equals(tie)) {
                leave("the data beside have another row with the id of its tie", i);
            }
            return same.equals(tie);
        }
        Optional<Beside.CertainStake> stake = Beside.CertainStake.of(tie, Stream.of(source));
        for (Beside.CertainStake other : there) {
            if (stake.isPresent() && stake.get().overlaps(other)) {
                notes.leave(
                        "relationship: another stake of the same owner in it certainly holds on the same day",
                        "%s: beside %s".formatted(place(i), other.tie()));
                return false;
            }
        }
        stake.ifPresent(there::add);
        return true;
    }

    /** How many were taken. */
    int count() {
        return count;
    }

    /** Whether a direct parent of an organization is on record. */
    boolean hasDirect(int organization) {
        return withDirect.get(organization);
    }

    /** Whether an ultimate parent of an organization is on record, be it at the end of direct ones. */
    boolean hasUltimate(int organization) {
        return withUltimate.get(organization);
    }

    Source source() {
        return source;
    }

    /** The tie that was sorted. */
    Tie tie(byte[] row) {
        return tie(ByteBuffer.wrap(row).getInt());
    }

    private String id(int i) {
        Integer ordinal = ordinals.get(i);
        return "%s-owns-%s-gleif%s%s"
                .formatted(
                        entities.id(consolidations.parent(i)),
                        entities.id(consolidations.child(i)),
                        consolidations.isDirect(i) ? "" : "-ultimate",
                        ordinal == null ? "" : "-" + ordinal);
    }

    private Tie tie(int i) {
        Consolidations.Said said = consolidations.said(i);
        Tie tie = new Tie(
                id(i),
                entities.id(consolidations.parent(i)),
                TieType.OWNS,
                entities.id(consolidations.child(i)),
                said.since(),
                said.until(),
                null,
                List.of(),
                List.of(),
                said.corroborated() ? Evidence.CONFIRMED : Evidence.ANNOUNCED,
                List.of(source.id()),
                summary(i, said.direct()));
        PartialDate verified = said.verified();
        return verified == null ? tie : tie.withVerified(verified);
    }

    private String summary(int i, boolean isDirect) {
        String parent = entities.name(consolidations.parent(i));
        String child = entities.name(consolidations.child(i));
        return isDirect
                ? "%s takes %s into its consolidated accounts as its direct parent, as reported to GLEIF. This is accounting consolidation: no percentage is given."
                        .formatted(parent, child)
                : "%s takes %s into its consolidated accounts as its ultimate parent, as reported to GLEIF; other companies may stand between the two. This is accounting consolidation: no percentage is given."
                        .formatted(parent, child);
    }
}
