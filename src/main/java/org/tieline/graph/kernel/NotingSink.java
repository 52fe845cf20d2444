package org.tieline.graph.kernel;

import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;
import org.tieline.graph.Movement;
import org.tieline.graph.kernel.Provenance.Place;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/** Hands on everything of a whole reading, and notes where it came from. */
final class NotingSink implements GraphSink {
    private final GraphSink sink;
    private final Provenance provenance;
    private Place place = Place.all(Provenance.Kind.NOTES);

    NotingSink(GraphSink sink, Provenance provenance) {
        this.sink = sink;
        this.provenance = provenance;
    }

    /** Where all that follows comes from. */
    void at(Place from) {
        place = from;
    }

    @Override
    public void dataset(LoadedDataset info) {
        sink.dataset(info);
    }

    @Override
    public void release(LoadedDataset info) {
        sink.release(info);
    }

    @Override
    public void organization(Organization organization) {
        provenance.organizations.put(place.element(), organization.id());
        sink.organization(organization);
    }

    @Override
    public void source(Source source) {
        provenance.sources.put(place.element(), source.id());
        sink.source(source);
    }

    @Override
    public void ban(Ban ban) {
        sink.ban(ban);
    }

    @Override
    public void identifier(Identifier identifier) {
        sink.identifier(identifier);
    }

    @Override
    public void subscribers(SubscriberCount count) {
        sink.subscribers(count);
    }

    @Override
    public void membership(Membership membership) {
        sink.membership(membership);
    }

    @Override
    public void movement(Movement movement) {
        sink.movement(movement);
    }

    @Override
    public void tie(Tie tie) {
        sink.tie(tie);
    }

    @Override
    public void tie(Tie tie, int from, int to) {
        sink.tie(tie, from, to);
    }

    @Override
    public void problem(GraphProblem problem) {
        provenance.problem(place, problem);
        sink.problem(problem);
    }
}
