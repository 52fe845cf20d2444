package org.tieline.graph.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.neo4j.batchimport.api.InputIterator;
import org.neo4j.batchimport.api.input.IdType;
import org.neo4j.batchimport.api.input.Input;
import org.neo4j.batchimport.api.input.InputChunk;
import org.neo4j.batchimport.api.input.InputEntityVisitor;
import org.tieline.graph.KeptPieces;
import org.tieline.graph.Progress;
import org.tieline.graph.element.GraphElement;
import org.tieline.graph.element.GraphOfFacts;
import org.tieline.graph.element.GraphOfFacts.CountryCode;
import org.tieline.model.Ban;
import org.tieline.model.FactSink;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.tieline.scratch.Scratch;

/**
 * Facts as the importer asks for them: one thread hands facts over, ties last, and waits while there are many that were not
 * imported; the threads of the importer take them, all nodes first.
 */
final class FactInput implements FactSink {
    private final ExpectedSize expected;
    private final Progress progress;
    private final ImporterGroups groups = new ImporterGroups();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final FactBatches nodes = new FactBatches(stopped);
    private final FactBatches ties = new FactBatches(stopped);
    private final WaitingRelationships waiting;
    private final @Nullable KeptPieces kept;
    private final Set<String> countries = new HashSet<>();
    private boolean nodesEnded;
    private final AtomicLong nodesDone = new AtomicLong();
    private final AtomicLong tiesDone = new AtomicLong();

    /** @param kept takes what a release says; null if it is none */
    FactInput(ExpectedSize expected, Progress progress, Scratch scratch, @Nullable KeptPieces kept) {
        this.expected = expected;
        this.progress = progress;
        this.waiting = new WaitingRelationships(scratch);
        this.kept = kept;
    }

    /** What the importer asks. */
    Input input() {
        return Input.input(
                () -> new ElementBatches(groups, this::nextNodes),
                () -> new ElementBatches(groups, this::nextRelationships),
                IdType.STRING,
                expected.estimates(),
                groups.all(),
                false);
    }

    @Override
    public void organization(Organization organization) {
        nodes.put(organization);
        country(organization.country());
    }

    @Override
    public void source(Source source) {
        nodes.put(source);
    }

    @Override
    public void ban(Ban ban) {
        nodes.put(ban);
        country(ban.country());
    }

    @Override
    public void identifier(Identifier identifier) {
        nodes.put(identifier);
    }

    @Override
    public void subscribers(SubscriberCount count) {
        nodes.put(count);
    }

    @Override
    public void membership(Membership membership) {
        nodes.put(membership);
        country(membership.country());
        country(membership.bloc());
    }

    private void country(@Nullable String code) {
        if (code != null && countries.add(code)) {
            nodes.put(new CountryCode(code));
        }
    }

    @Override
    public void tie(Tie tie) {
        endNodes();
        ties.put(tie);
    }

    private void endNodes() {
        if (!nodesEnded) {
            nodesEnded = true;
            nodes.end();
        }
    }

    /** Tells that no more facts come. */
    void end() {
        endNodes();
        ties.end();
    }

    /** Gives up, for whoever waits on either side. */
    void stop() {
        stopped.set(true);
    }

    private List<GraphElement> nodes(List<Object> facts) throws IOException {
        List<Map<String, Object>> rows = rows(facts);
        List<GraphElement> found = new ArrayList<>(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            GraphElement node = GraphOfFacts.node(facts.get(i), rows.get(i));
            if (node != null) {
                found.add(node);
            }
            waiting.add(GraphOfFacts.relationships(facts.get(i), rows.get(i)));
        }
        tell("nodes", nodesDone.addAndGet(facts.size()), expected.nodes());
        return found;
    }

    private List<GraphElement> relationships(List<Object> facts) throws IOException {
        List<Map<String, Object>> rows = rows(facts);
        List<GraphElement> found = new ArrayList<>(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            found.addAll(GraphOfFacts.relationships(facts.get(i), rows.get(i)));
        }
        tell("ties", tiesDone.addAndGet(facts.size()), expected.ties());
        return found;
    }

    private List<Map<String, Object>> rows(List<Object> facts) throws IOException {
        List<Map<String, Object>> rows = facts.stream().map(GraphOfFacts::row).toList();
        if (kept != null) {
            kept.add(facts, rows);
        }
        return rows;
    }

    private void tell(String phase, long done, long total) {
        synchronized (progress) {
            progress.at(phase, done, Math.max(done, total));
        }
    }

    /** Some nodes with what hangs on them put aside; null if no more come. */
    private @Nullable List<GraphElement> nextNodes() throws IOException {
        List<Object> facts = nodes.take();
        return facts == null ? null : nodes(facts);
    }

    /** What waited for the nodes first, then ties; null if no more come. */
    private @Nullable List<GraphElement> nextRelationships() throws IOException {
        List<GraphElement> waited = stopped.get() ? List.of() : waiting.take();
        if (!waited.isEmpty()) {
            return waited;
        }
        List<Object> facts = ties.take();
        return facts == null ? null : relationships(facts);
    }

    private interface Next {
        @Nullable
        List<GraphElement> batch() throws IOException;
    }

    /** Hands batches to the threads of the importer. */
    private record ElementBatches(ImporterGroups groups, Next next) implements InputIterator {
        @Override
        public InputChunk newChunk() {
            return new Chunk(groups);
        }

        @Override
        public boolean next(InputChunk chunk) throws IOException {
            List<GraphElement> batch = next.batch();
            ((Chunk) chunk).fill(batch == null ? List.of() : batch);
            return batch != null;
        }

        @Override
        public void close() {}
    }

    /** Some elements, for one thread. */
    private static final class Chunk implements InputChunk {
        private final ImporterGroups groups;
        private List<GraphElement> elements = List.of();
        private int next;

        Chunk(ImporterGroups groups) {
            this.groups = groups;
        }

        void fill(List<GraphElement> batch) {
            elements = batch;
            next = 0;
        }

        @Override
        public boolean next(InputEntityVisitor visitor) throws IOException {
            if (next == elements.size()) {
                return false;
            }
            groups.visit(elements.get(next++), visitor);
            return true;
        }

        @Override
        public void close() {}
    }
}
