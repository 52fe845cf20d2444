package org.tieline.exchange.drawing;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.xml.sax.SAXException;

/** GraphML 1.0, with typed attributes: each has a key for nodes or one for edges, as some readers pass over keys for both. */
public final class GraphMlExport extends DrawingExport {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    public GraphMlExport(OutputStream out) {
        super(out);
    }

    @Override
    void write(List<DrawnElement> all, List<DrawnEdge> joined, XmlFile xml) throws SAXException {
        xml.begin(
                "graphml",
                "xmlns",
                NAMESPACE,
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                NAMESPACE + " " + NAMESPACE + "/1.0/graphml.xsd");
        key(xml, "graph", new DrawnAttribute("description", "string"));
        for (DrawnAttribute attribute : OF_NODES) {
            key(xml, "node", attribute);
        }
        key(xml, "node", new DrawnAttribute(LABEL, "string"));
        for (DrawnAttribute attribute : OF_EDGES) {
            key(xml, "edge", attribute);
        }
        key(xml, "edge", new DrawnAttribute(LABEL, "string"));
        xml.begin("graph", "id", "tieline", "edgedefault", "directed");
        xml.text("data", description(), "key", id("graph", "description"));
        for (DrawnElement node : all) {
            xml.begin("node", "id", node.id());
            data(xml, "node", node);
            xml.end("node");
        }
        for (DrawnEdge edge : joined) {
            xml.begin("edge", "id", edge.element().id(), "source", edge.from(), "target", edge.to());
            data(xml, "edge", edge.element());
            xml.end("edge");
        }
        xml.end("graph");
        xml.end("graphml");
    }

    private static void key(XmlFile xml, String of, DrawnAttribute attribute) throws SAXException {
        xml.empty(
                "key",
                "id",
                id(of, attribute.name()),
                "for",
                of,
                "attr.name",
                attribute.name(),
                "attr.type",
                attribute.type());
    }

    private static void data(XmlFile xml, String of, DrawnElement element) throws SAXException {
        for (Map.Entry<String, String> value : element.attributes().entrySet()) {
            xml.text("data", value.getValue(), "key", id(of, value.getKey()));
        }
    }

    private static String id(String of, String name) {
        return of + "-" + name;
    }
}
