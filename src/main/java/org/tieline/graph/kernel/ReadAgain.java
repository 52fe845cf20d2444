package org.tieline.graph.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.graph.GraphChange;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;
import org.tieline.graph.Movement;
import org.tieline.graph.kernel.Provenance.Kind;
import org.tieline.graph.kernel.Provenance.Place;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/** What was read again after a change, as {@link GraphChange} has it, and what is wrong at the places that were read. */
final class ReadAgain implements GraphSink {
    /** By id; of several with one id the last. */
    final Map<String, Organization> organizations = new HashMap<>();

    /** By id; of several with one id the last. */
    final Map<String, Source> sources = new HashMap<>();

    final List<Identifier> identifiers = new ArrayList<>();
    final List<SubscriberCount> subscribers = new ArrayList<>();
    final List<Tie> ties = new ArrayList<>();
    final List<Ban> bans = new ArrayList<>();
    final List<Membership> memberships = new ArrayList<>();

    /** Of all places that were read; empty where nothing is wrong. */
    final Map<Place, List<GraphProblem>> problems = new HashMap<>();

    private final List<LoadedDataset> releases = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();
    private Optional<LoadedDataset> dataset = Optional.empty();
    private Place place = Place.all(Kind.NOTES);

    /** From here on what is wrong is wrong at a place; what was before is no longer. */
    void begin(Place at) {
        place = at;
        problems.put(at, new ArrayList<>(0));
    }

    /** What the graph says of itself. */
    GraphChange.Notes notes() {
        return new GraphChange.Notes(dataset, releases, movements);
    }

    @Override
    public void dataset(LoadedDataset info) {
        dataset = Optional.of(info);
    }

    @Override
    public void release(LoadedDataset info) {
        releases.add(info);
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
        bans.add(ban);
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
    public void membership(Membership membership) {
        memberships.add(membership);
    }

    @Override
    public void movement(Movement movement) {
        movements.add(movement);
    }

    @Override
    public void tie(Tie tie) {
        ties.add(tie);
    }

    @Override
    public void problem(GraphProblem problem) {
        problems.computeIfAbsent(place, none -> new ArrayList<>(1)).add(problem);
    }
}
