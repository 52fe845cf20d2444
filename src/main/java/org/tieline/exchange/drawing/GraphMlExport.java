package org.tieline.exchange.drawing;

import java.io.OutputStream;
import java.io.Writer;
import java.util.Map;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.jgrapht.nio.graphml.GraphMLExporter.AttributeCategory;

/** GraphML 1.0, with typed attributes. */
public final class GraphMlExport extends DrawingExport {
    public GraphMlExport(OutputStream out) {
        super(out);
    }

    @Override
    void write(DirectedMultigraph<DrawnElement, DrawnElement> drawing, Writer writer) {
        GraphMLExporter<DrawnElement, DrawnElement> exporter = new GraphMLExporter<>(DrawnElement::id);
        exporter.setEdgeIdProvider(DrawnElement::id);
        exporter.setVertexAttributeProvider(DrawnElement::attributes);
        exporter.setEdgeAttributeProvider(DrawnElement::attributes);
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
        exporter.registerAttribute(SUBSCRIBERS, AttributeCategory.NODE, AttributeType.DOUBLE);
        EDGE_NUMBERS.forEach(name -> exporter.registerAttribute(name, AttributeCategory.EDGE, AttributeType.DOUBLE));
        exporter.registerAttribute("description", AttributeCategory.GRAPH, AttributeType.STRING);
        exporter.setGraphAttributeProvider(
                () -> Map.of("description", DefaultAttribute.createAttribute(description())));
        exporter.exportGraph(drawing, writer);
    }
}
