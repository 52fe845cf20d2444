package org.tieline.graph.bulk;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.graph.RecordForm;
import org.tieline.graph.StoredRows;
import org.tieline.graph.bulk.ImportedEntity.OfRelationship;
import org.tieline.scratch.Scratch;
import org.tieline.scratch.Spool;

/** Relationships that came with a node and are imported after all nodes; written first, read afterwards, by many threads each. */
final class WaitingRelationships {
    private static final int BATCH = 1_000;

    private final GraphOfFacts graph;
    private final Spool spool;
    private final DataOutputStream out;
    private @Nullable DataInputStream in;
    private boolean ended;

    WaitingRelationships(GraphOfFacts graph, Scratch scratch) {
        this.graph = graph;
        this.spool = new Spool(scratch);
        this.out = new DataOutputStream(new BufferedOutputStream(spool));
    }

    synchronized void add(List<OfRelationship> relationships) throws IOException {
        for (OfRelationship relationship : relationships) {
            out.writeUTF(relationship.type());
            out.writeInt(relationship.fromGroup().id());
            RecordForm.writeText(relationship.from(), out);
            out.writeInt(relationship.toGroup().id());
            RecordForm.writeText(relationship.to(), out);
            StoredRows.write(out, relationship.properties(), true);
        }
    }

    /** Some of them, which nobody else gets; empty if there are no more. No more can be added then. */
    synchronized List<ImportedEntity> take() throws IOException {
        if (ended) {
            return List.of();
        }
        if (in == null) {
            out.flush();
            in = new DataInputStream(new BufferedInputStream(spool.read()));
        }
        List<ImportedEntity> taken = new ArrayList<>(BATCH);
        try {
            while (taken.size() < BATCH) {
                taken.add(next(in));
            }
        } catch (EOFException e) {
            // The last was read.
            in.close();
            ended = true;
        }
        return taken;
    }

    private OfRelationship next(DataInputStream from) throws IOException {
        String type = from.readUTF();
        return new OfRelationship(
                type,
                graph.group(from.readInt()),
                RecordForm.readText(from),
                graph.group(from.readInt()),
                RecordForm.readText(from),
                StoredRows.read(from));
    }
}
