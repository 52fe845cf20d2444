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
import org.tieline.graph.element.GraphElement;
import org.tieline.graph.element.GraphElement.OfRelationship;
import org.tieline.graph.element.NodeGroup;
import org.tieline.scratch.Scratch;
import org.tieline.scratch.Spool;

/** Relationships that came with a node and are imported after all nodes; written first, read afterwards, by many threads each. */
final class WaitingRelationships {
    private static final int BATCH = 1_000;
    private static final NodeGroup[] GROUPS = NodeGroup.values();

    private final Spool spool;
    private final DataOutputStream out;
    private @Nullable DataInputStream in;
    private boolean ended;

    WaitingRelationships(Scratch scratch) {
        this.spool = new Spool(scratch);
        this.out = new DataOutputStream(new BufferedOutputStream(spool));
    }

    synchronized void add(List<OfRelationship> relationships) throws IOException {
        for (OfRelationship relationship : relationships) {
            out.writeUTF(relationship.type());
            out.writeByte(relationship.fromGroup().ordinal());
            RecordForm.writeText(relationship.from(), out);
            out.writeByte(relationship.toGroup().ordinal());
            RecordForm.writeText(relationship.to(), out);
            StoredRows.write(out, relationship.properties(), true);
        }
    }

    /** Some of them, which nobody else gets; empty if there are no more. No more can be added then. */
    synchronized List<GraphElement> take() throws IOException {
        if (ended) {
            return List.of();
        }
        if (in == null) {
            out.flush();
            in = new DataInputStream(new BufferedInputStream(spool.read()));
        }
        List<GraphElement> taken = new ArrayList<>(BATCH);
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

    private static OfRelationship next(DataInputStream from) throws IOException {
        String type = from.readUTF();
        return new OfRelationship(
                type,
                GROUPS[from.readByte()],
                RecordForm.readText(from),
                GROUPS[from.readByte()],
                RecordForm.readText(from),
                StoredRows.read(from));
    }
}
