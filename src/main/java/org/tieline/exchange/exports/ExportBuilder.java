package org.tieline.exchange.exports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tieline.dataset.Datasets;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.InvalidValue;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
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
    private final Map<String, Tie> ties = new HashMap<>();
    private final List<GraphProblem> leftOut = new ArrayList<>();
    private int leftOutTotal;
    private LoadedDataset loaded;

    Export build() {
        Dataset facts =
                Datasets.of("", organizations.values(), ties.values(), bans, sources.values(), memberships.values());
        Dataset versioned = new Dataset(
                Export.version(loaded, facts.sha256()),
                facts.sha256(),
                facts.organizations(),
                facts.ties(),
                facts.bans(),
                facts.sources(),
                facts.memberships());
        return new Export(versioned, loaded, List.copyOf(leftOut), leftOutTotal);
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
                && areThere("ban", ban.id(), "carriers", ban.carriers(), organizations)
                && areThere("ban", ban.id(), "sources", ban.sources(), sources)) {
            bans.add(ban);
        }
    }

    @Override
    public void membership(Membership membership) {
        if (isComplete("membership", membership.key(), membership::complete)
                && areThere("membership", membership.key(), "sources", membership.sources(), sources)
                && memberships.putIfAbsent(membership.key(), membership) != null) {
            leaveOut("membership", membership.key(), "another one of the country begins on the same day");
        }
    }

    @Override
    public void tie(Tie tie) {
        if (isComplete("tie", tie.id(), tie::complete)
                && areThere("tie", tie.id(), "from", List.of(tie.from()), organizations)
                && areThere("tie", tie.id(), "to", List.of(tie.to()), organizations)
                && areThere("tie", tie.id(), "sources", tie.sources(), sources)
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

    private boolean areThere(String what, String id, String field, Collection<String> named, Map<String, ?> known) {
        for (String name : named) {
            if (!known.containsKey(name)) {
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
