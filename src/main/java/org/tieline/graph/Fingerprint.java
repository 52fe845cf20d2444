package org.tieline.graph;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.tieline.model.Sha256;

/** What a row says, in 64 bits: Neo4j keeps a number beside the relationship, and a text elsewhere. */
final class Fingerprint {
    /** Letters of a text, mostly. */
    private static final int MOSTLY = 1 << 9;

    private Fingerprint() {}

    /** @param joined what the row says beside its properties */
    static long of(Map<String, Object> properties, Map<String, Object> joined) {
        StringBuilder text = new StringBuilder(MOSTLY);
        append(text, properties);
        append(text, joined);
        return ByteBuffer.wrap(Sha256.of(text.toString())).getLong();
    }

    /** Control characters part the values, so that no two different rows read the same. */
    private static void append(StringBuilder text, Map<String, Object> values) {
        values.forEach((name, value) -> {
            text.append(name).append('\u001f');
            if (value instanceof List<?> elements) {
                elements.forEach(element -> text.append(element).append('\u001e'));
            } else {
                text.append(value);
            }
            text.append('\u001d');
        });
    }
}
