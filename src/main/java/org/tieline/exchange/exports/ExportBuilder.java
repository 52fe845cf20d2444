package org.tieline.exchange.exports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.Datasets;
import org.tieline.dataset.known.SortedFacts;
import org.tieline.dataset.known.SortedFacts.Rows;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;
import org.tieline.graph.RecordForm;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.InvalidValue;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.tieline.naming.column.TextNumbers;
import org.tieline.scratch.Scratch;
import org.tieline.scratch.SortedRows;

/**
 * Takes what a reader of the graph hands over and puts aside what can stand in a file by itself: facts that name organizations and
 * sources which are there. The rest is counted as left out.
 */
final class ExportBuilder implements GraphSink {
    private static final RecordForm<Organization> ORGANIZATIONS = new RecordForm<>(Organization.class);
    private static final RecordForm<Source> SOURCES = new RecordForm<>(Source.class);
    private static final RecordForm<Identifier> IDENTIFIERS = new RecordForm<>(Identifier.class);
    private static final RecordForm<SubscriberCount> SUBSCRIBERS = new RecordForm<>(SubscriberCount.class);
    private static final RecordForm<Tie> TIES = new RecordForm<>(Tie.class);

    private final Scratch scratch;
    private final TextNumbers organizationIds = new TextNumbers();
    private final TextNumbers sourceIds = new TextNumbers();
    private final SortedRows organizations;
    private final SortedRows sources;
    private final SortedRows identifiers;
    private final SortedRows subscribers;
    private final SortedRows ties;
    private final List<Ban> bans = new ArrayList<>();
    private final Map<String, Membership> memberships = new HashMap<>();
    private final List<GraphProblem> leftOut = new ArrayList<>();
    private int leftOutTotal;
    private @Nullable LoadedDataset loaded;

    /** @param scratch takes all that may be much, and is closed with what is built */
    ExportBuilder(Scratch scratch) {
        this.scratch = scratch;
        organizations = new SortedRows(scratch);
        sources = new SortedRows(scratch);
        identifiers = new SortedRows(scratch);
        subscribers = new SortedRows(scratch);
        ties = new SortedRows(scratch);
    }

    Export build() {
        SpooledRows<Organization> allOrganizations = new SpooledRows<>(scratch, ORGANIZATIONS::of);
        organizations.forEach((id, bytes) -> allOrganizations.add(succeeded(bytes)));
        SpooledRows<Source> allSources = new SpooledRows<>(scratch, SOURCES::of);
        sources.forEach((id, bytes) -> allSources.add(bytes));
        SpooledRows<Identifier> allIdentifiers = new SpooledRows<>(scratch, IDENTIFIERS::of);
        identifiers.forEach((key, bytes) -> {
            if (stands(IDENTIFIERS.of(bytes))) {
                allIdentifiers.add(bytes);
            }
        });
        SpooledRows<SubscriberCount> allSubscribers = new SpooledRows<>(scratch, SUBSCRIBERS::of);
        subscribers.forEach((key, bytes) -> {
            if (stands(SUBSCRIBERS.of(bytes))) {
                allSubscribers.add(bytes);
            }
        });
        Set<String> known = bans.stream().map(Ban::id).collect(Collectors.toSet());
        bans.replaceAll(ban -> replacing(ban, known));
        SortedFacts facts = new SortedFacts(
                allOrganizations,
                onceEach(),
                sorted(bans, Ban::id),
                allSources,
                sorted(memberships.values(), Membership::key),
                allIdentifiers,
                allSubscribers);
        String sha256 = Datasets.sha256(facts);
        return new Export(
                facts.summary(Export.version(loaded, sha256), sha256),
                facts,
                loaded,
                List.copyOf(leftOut),
                leftOutTotal,
                scratch);
    }

    private static <T> Rows<T> sorted(Collection<T> facts, Function<T, String> key) {
        return Rows.of(facts.stream().sorted(Comparator.comparing(key)).toList());
    }

    /** Of ties with one id the first that was read. */
    private Rows<Tie> onceEach() {
        SpooledRows<Tie> once = new SpooledRows<>(scratch, TIES::of);
        AtomicReference<String> last = new AtomicReference<>("");
        ties.forEach((id, bytes) -> {
            if (id.equals(last.getAndSet(id))) {
                leaveOut("tie", id, "another tie has the same id; the one that was read first is used");
            } else {
                once.add(bytes);
            }
        });
        return once;
    }

    /** Without a successor that is not there. */
    private byte[] succeeded(byte[] bytes) {
        Organization organization = ORGANIZATIONS.of(bytes);
        return organization.successor() == null
                        || areThere(
                                "organization",
                                organization.id(),
                                "successor",
                                List.of(organization.successor()),
                                this::isOrganization)
                ? bytes
                : ORGANIZATIONS.bytes(organization.living(organization.since(), organization.until(), null));
    }

    private boolean isOrganization(String id) {
        return organizationIds.find(id) >= 0;
    }

    private boolean isSource(String id) {
        return sourceIds.find(id) >= 0;
    }

    /** Without the bans in whose place it is that are not there. */
    private Ban replacing(Ban ban, Set<String> known) {
        return areThere("ban", ban.id(), "replaces", ban.replaces(), known::contains)
                ? ban
                : ban.withReplaces(
                        ban.replaces().stream().filter(known::contains).toList());
    }

    @Override
    public void dataset(LoadedDataset info) {
        loaded = info;
    }

    @Override
    public void organization(Organization organization) {
        organizationIds.add(organization.id());
        organizations.add(organization.id(), ORGANIZATIONS.bytes(organization));
    }

    @Override
    public void source(Source source) {
        sourceIds.add(source.id());
        sources.add(source.id(), SOURCES.bytes(source));
    }

    @Override
    public void ban(Ban ban) {
        if (isComplete("ban", ban.id(), ban::complete)
                && areThere("ban", ban.id(), "carriers", ban.carriers(), this::isOrganization)
                && areThere("ban", ban.id(), "sources", ban.sources(), this::isSource)) {
            bans.add(ban);
        }
    }

    @Override
    public void membership(Membership membership) {
        if (isComplete("membership", membership.key(), membership::complete)
                && areThere("membership", membership.key(), "sources", membership.sources(), this::isSource)
                && memberships.putIfAbsent(membership.key(), membership) != null) {
            leaveOut("membership", membership.key(), "another one of the country begins on the same day");
        }
    }

    /** Sources may come after it. */
    @Override
    public void identifier(Identifier identifier) {
        identifiers.add(identifier.key(), IDENTIFIERS.bytes(identifier));
    }

    @Override
    public void subscribers(SubscriberCount count) {
        subscribers.add(count.key(), SUBSCRIBERS.bytes(count));
    }

    private boolean stands(Identifier identifier) {
        return isComplete("identifier", identifier.key(), identifier::complete)
                && stands("identifier", identifier.key(), identifier.organization(), identifier.sources());
    }

    private boolean stands(SubscriberCount count) {
        return isComplete("subscribers", count.key(), count::complete)
                && stands("subscribers", count.key(), count.organization(), count.sources());
    }

    private boolean stands(String what, String key, String organization, List<String> stated) {
        return areThere(what, key, "organization", List.of(organization), this::isOrganization)
                && areThere(what, key, "sources", stated, this::isSource);
    }

    @Override
    public void tie(Tie tie) {
        if (isComplete("tie", tie.id(), tie::complete)
                && areThere("tie", tie.id(), "from", List.of(tie.from()), this::isOrganization)
                && areThere("tie", tie.id(), "to", List.of(tie.to()), this::isOrganization)
                && areThere("tie", tie.id(), "sources", tie.sources(), this::isSource)) {
            ties.add(tie.id(), TIES.bytes(tie));
        }
    }

    @Override
    public void problem(GraphProblem problem) {
        leftOutTotal++;
        if (leftOut.size() < Export.MOST_LEFT_OUT) {
            leftOut.add(problem);
        }
    }

    private boolean isComplete(String what, String id, Supplier<?> complete) {
        try {
            complete.get();
            return true;
        } catch (InvalidValue e) {
            problem(GraphProblem.ofWhole(what, id, e));
            return false;
        }
    }

    private boolean areThere(String what, String id, String field, Collection<String> named, Predicate<String> known) {
        for (String name : named) {
            if (!known.test(name)) {
                leaveOut(what, id, "%s must name what is in the graph without problems, was %s".formatted(field, name));
                return false;
            }
        }
        return true;
    }

    private void leaveOut(String what, String id, String message) {
        problem(GraphProblem.of(what, id, message));
    }
}
