package org.tieline.graph;

import java.util.ArrayList;
import java.util.List;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/** A sink that keeps everything. */
public class Collected implements GraphSink {
    public final List<LoadedDataset> datasets = new ArrayList<>();
    public final List<Organization> organizations = new ArrayList<>();
    public final List<Source> sources = new ArrayList<>();
    public final List<Ban> bans = new ArrayList<>();
    public final List<Membership> memberships = new ArrayList<>();
    public final List<Identifier> identifiers = new ArrayList<>();
    public final List<SubscriberCount> subscribers = new ArrayList<>();
    public final List<Tie> ties = new ArrayList<>();
    public final List<GraphProblem> problems = new ArrayList<>();

    public static Collected from(GraphReader reader) {
        Collected collected = new Collected();
        reader.read(collected);
        return collected;
    }

    @Override
    public void dataset(LoadedDataset info) {
        datasets.add(info);
    }

    @Override
    public void organization(Organization organization) {
        organizations.add(organization);
    }

    @Override
    public void source(Source source) {
        sources.add(source);
    }

    @Override
    public void ban(Ban ban) {
        bans.add(ban);
    }

    @Override
    public void membership(Membership membership) {
        memberships.add(membership);
    }

    @Override
    public void identifier(Identifier identifier) {
        identifiers.add(identifier);
    }

    @Override
    public void subscribers(SubscriberCount count) {
        subscribers.add(count);
    }

    @Override
    public void tie(Tie tie) {
        ties.add(tie);
    }

    @Override
    public void problem(GraphProblem problem) {
        problems.add(problem);
    }
}
