package org.tieline.exchange.drawing;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.SAXException;

/**
 * GEXF 1.3, with typed attributes, and the first and the last day of each node and edge for a timeline. Gephi merges edges of one
 * kind between the same two nodes, so every further one of them has a kind of its own, {@code OWNS 2}; its attribute says
 * {@code OWNS}.
 */
public final class GexfExport extends DrawingExport {
    private static final String NAMESPACE = "http://gexf.net/1.3";

    private final Map<String, Integer> parallel = new HashMap<>();

    public GexfExport(OutputStream out) {
        super(out);
    }

    @Override
    void write(List<DrawnElement> all, List<DrawnEdge> joined, XmlFile xml) throws SAXException {
        xml.begin("gexf", "xmlns", NAMESPACE, "version", "1.3");
        xml.begin("meta");
        xml.text("creator", "Tieline");
        xml.text("description", description());
        xml.end("meta");
        xml.begin(
                "graph",
                "defaultedgetype",
                "directed",
                "mode",
                "dynamic",
                "timeformat",
                "date",
                "timerepresentation",
                "interval");
        declare(xml, "node", OF_NODES);
        declare(xml, "edge", OF_EDGES);
        xml.begin("nodes");
        for (DrawnElement node : all) {
            Map<String, String> values = node.attributes();
            DrawnSpan span = node.span();
            xml.begin("node", "id", node.id(), LABEL, values.get(LABEL), "start", span.first(), "end", span.last());
            tell(xml, values);
            xml.end("node");
        }
        xml.end("nodes");
        xml.begin("edges");
        for (DrawnEdge edge : joined) {
            Map<String, String> values = edge.element().attributes();
            DrawnSpan span = edge.element().span();
            xml.begin(
                    "edge",
                    "id",
                    edge.element().id(),
                    "source",
                    edge.from(),
                    "target",
                    edge.to(),
                    "kind",
                    kind(edge),
                    LABEL,
                    values.get(LABEL),
                    "start",
                    span.first(),
                    "end",
                    span.last());
            tell(xml, values);
            xml.end("edge");
        }
        xml.end("edges");
        xml.end("graph");
        xml.end("gexf");
    }

    private String kind(DrawnEdge edge) {
        int number = parallel.merge(edge.from() + " " + edge.kind() + " " + edge.to(), 1, Integer::sum);
        return number == 1 ? edge.kind() : edge.kind() + " " + number;
    }

    private static void declare(XmlFile xml, String of, List<DrawnAttribute> attributes) throws SAXException {
        xml.begin("attributes", "class", of, "mode", "static");
        for (DrawnAttribute attribute : attributes) {
            xml.empty("attribute", "id", attribute.name(), "title", attribute.name(), "type", attribute.type());
        }
        xml.end("attributes");
    }

    private static void tell(XmlFile xml, Map<String, String> values) throws SAXException {
        xml.begin("attvalues");
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (!value.getKey().equals(LABEL)) {
                xml.empty("attvalue", "for", value.getKey(), "value", value.getValue());
            }
        }
        xml.end("attvalues");
    }
}
