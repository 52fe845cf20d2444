package org.tieline.exchange.exports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.Datasets;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Identifier;
import org.tieline.model.InvalidValue;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/**
 * Takes what a reader of the graph hands over and keeps what can stand in a file by itself: facts that name organizations and
 * sources which are there. The rest is counted as left out.
 */
final class ExportBuilder implements GraphSink {
    private final Map<String, Organization> organizations = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final List<Ban> bans = new ArrayList<>();
    private final Map<String, Membership> memberships = new HashMap<>();
    private final List<Identifier> identifiers = new ArrayList<>();
    private final List<SubscriberCount> subscribers = new ArrayList<>();
    private final Map<String, Tie> ties = new HashMap<>();
    private final List<GraphProblem> leftOut = new ArrayList<>();
    private int leftOutTotal;
    private @Nullable LoadedDataset loaded;

    Export build() {
        organizations.replaceAll((id, organization) -> succeeded(organization));
        Set<String> known = bans.stream().map(Ban::id).collect(Collectors.toSet());
        bans.replaceAll(ban -> replacing(ban, known));
        Dataset facts = Datasets.of(
                "",
                organizations.values(),
                ties.values(),
                bans,
                sources.values(),
                memberships.values(),
                identifiers.stream().filter(this::stands).toList(),
                subscribers.stream().filter(this::stands).toList());
        Dataset versioned = Datasets.versioned(Export.version(loaded, facts.sha256()), facts);
        return new Export(versioned, loaded, List.copyOf(leftOut), leftOutTotal);
    }

    /** Without a successor that is not there. */
    private @Nullable Organization succeeded(Organization organization) {
        return organization.successor() == null
                        || areThere(
                                "organization",
                                organization.id(),
                                "successor",
                                List.of(organization.successor()),
                                organizations.keySet())
                ? organization
                : organization.living(organization.since(), organization.until(), null);
    }

    /** Without the bans in whose place it is that are not there. */
    private Ban replacing(Ban ban, Set<String> known) {
        return areThere("ban", ban.id(), "replaces", ban.replaces(), known)
                ? ban
                : ban.replacing(ban.replaces().stream().filter(known::contains).toList());
    }

    @Override
    public void dataset(LoadedDataset info) {
        loaded = info;
    }

    @Override
    public void organization(Organization organization) {
        organizations.put(organization.id(), organization);
    }

    @Override
    public void source(Source source) {
        sources.put(source.id(), source);
    }

    @Override
    public void ban(Ban ban) {
        if (isComplete("ban", ban.id(), ban::complete)
                && areThere("ban", ban.id(), "carriers", ban.carriers(), organizations.keySet())
                && areThere("ban", ban.id(), "sources", ban.sources(), sources.keySet())) {
            bans.add(ban);
        }
    }

    @Override
    public void membership(Membership membership) {
        if (isComplete("membership", membership.key(), membership::complete)
                && areThere("membership", membership.key(), "sources", membership.sources(), sources.keySet())
                && memberships.putIfAbsent(membership.key(), membership) != null) {
            leaveOut("membership", membership.key(), "another one of the country begins on the same day");
        }
    }

    /** Sources may come after it. */
    @Override
    public void identifier(Identifier identifier) {
        identifiers.add(identifier);
    }

    @Override
    public void subscribers(SubscriberCount count) {
        subscribers.add(count);
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
        return areThere(what, key, "organization", List.of(organization), organizations.keySet())
                && areThere(what, key, "sources", stated, sources.keySet());
    }

    @Override
    public void tie(Tie tie) {
        if (isComplete("tie", tie.id(), tie::complete)
                && areThere("tie", tie.id(), "from", List.of(tie.from()), organizations.keySet())
                && areThere("tie", tie.id(), "to", List.of(tie.to()), organizations.keySet())
                && areThere("tie", tie.id(), "sources", tie.sources(), sources.keySet())
                && ties.putIfAbsent(tie.id(), tie) != null) {
            leaveOut("tie", tie.id(), "another tie has the same id; the one that was read first is used");
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

    private boolean areThere(String what, String id, String field, Collection<String> named, Set<String> known) {
        for (String name : named) {
            if (!known.contains(name)) {
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
