package org.tieline.exchange;

import java.io.OutputStream;
import java.io.Writer;
import java.util.Map;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.jgrapht.nio.graphml.GraphMLExporter.AttributeCategory;

/** GraphML 1.0, with typed attributes. */
final class GraphMlExport extends DrawingExport {
    GraphMlExport(OutputStream out) {
        super(out);
    }

    @Override
    void write(DirectedMultigraph<Element, Element> drawing, Writer writer) {
        GraphMLExporter<Element, Element> exporter = new GraphMLExporter<>(Element::id);
        exporter.setEdgeIdProvider(Element::id);
        exporter.setVertexAttributeProvider(Element::attributes);
        exporter.setEdgeAttributeProvider(Element::attributes);
        exporter.setExportVertexLabels(true);
        exporter.setVertexLabelAttributeName(LABEL);
        exporter.setExportEdgeLabels(true);
        exporter.setEdgeLabelAttributeName(LABEL);
        // A name can be registered once, so those that nodes and edges share are registered for both.
        NODE_TEXTS.forEach(name -> exporter.registerAttribute(
                name,
                EDGE_TEXTS.contains(name) ? AttributeCategory.ALL : AttributeCategory.NODE,
                AttributeType.STRING));
        exporter.registerAttribute(NAMED, AttributeCategory.NODE, AttributeType.BOOLEAN);
        EDGE_TEXTS.stream()
                .filter(name -> !NODE_TEXTS.contains(name))
                .forEach(name -> exporter.registerAttribute(name, AttributeCategory.EDGE, AttributeType.STRING));
        exporter.registerAttribute(PERCENT, AttributeCategory.EDGE, AttributeType.DOUBLE);
        exporter.registerAttribute("description", AttributeCategory.GRAPH, AttributeType.STRING);
        exporter.setGraphAttributeProvider(
                () -> Map.of("description", DefaultAttribute.createAttribute(description())));
        exporter.exportGraph(drawing, writer);
    }
}
