package org.tieline.graph;

import static org.tieline.graph.PropertyReader.BY_ID;
import static org.tieline.graph.PropertyReader.LEFT_OUT;
import static org.tieline.graph.PropertyReader.orRefused;

import java.util.List;
import java.util.Map;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;

/** Turns the properties of a node into a source. For one thread. */
public final class SourceReader {
    private static final List<String> STAND_INS = List.of("publisher", "title");

    private final PropertyReader values;

    public SourceReader() {
        this(new PropertyReader());
    }

    SourceReader(PropertyReader values) {
        this.values = values;
    }

    /**
     * Reads a source. What cannot be read is left out or replaced.
     *
     * @throws InvalidValue if it has no right id
     */
    public Source read(Map<String, Object> properties) {
        values.begin();
        String id = orRefused(PropertyReader.text(properties, "id"));
        String publisher = values.text(properties, "publisher", id, BY_ID);
        String title = values.text(properties, "title", id, BY_ID);
        PartialDate published = values.date(properties, "published");
        String url = values.text(properties, "url", null, LEFT_OUT);
        String archivedUrl = values.text(properties, "archivedUrl", null, LEFT_OUT);
        PartialDate retrieved = values.date(properties, "retrieved");
        String sha256 = values.text(properties, "sha256", null, LEFT_OUT);
        while (true) {
            try {
                return new Source(
                        id, orRefused(publisher), orRefused(title), published, url, archivedUrl, retrieved, sha256);
            } catch (InvalidValue e) {
                switch (e.field()) {
                    case "publisher" -> publisher = id;
                    case "title" -> title = id;
                    case "url" -> url = null;
                    case "archivedUrl" -> archivedUrl = null;
                    case "sha256" -> sha256 = null;
                    default -> throw e;
                }
                values.leaveOut(e, STAND_INS.contains(e.field()) ? BY_ID : LEFT_OUT);
            }
        }
    }
}
