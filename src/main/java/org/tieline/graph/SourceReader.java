package org.tieline.graph;

import static org.tieline.graph.PropertyReader.BY_ID;
import static org.tieline.graph.PropertyReader.LEFT_OUT;
import static org.tieline.graph.PropertyReader.orRefused;

import java.util.Map;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;

/** Turns the properties of a node into a source. For one thread. */
public final class SourceReader {
    private final PropertyReader values;

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
        while (true) {
            try {
                return new Source(id, orRefused(publisher), orRefused(title), published, url);
            } catch (InvalidValue e) {
                switch (e.field()) {
                    case "publisher" -> publisher = id;
                    case "title" -> title = id;
                    case "url" -> url = null;
                    default -> throw e;
                }
                values.leaveOut(e, e.field().equals("url") ? LEFT_OUT : BY_ID);
            }
        }
    }
}
