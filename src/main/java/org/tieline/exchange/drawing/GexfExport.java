package org.tieline.exchange.drawing;

import java.io.OutputStream;
import java.io.Writer;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.nio.gexf.GEXFAttributeType;
import org.jgrapht.nio.gexf.GEXFExporter;
import org.jgrapht.nio.gexf.GEXFExporter.AttributeCategory;
import org.jgrapht.nio.gexf.GEXFExporter.Parameter;

/** GEXF 1.2, with typed attributes. */
public final class GexfExport extends DrawingExport {
    public GexfExport(OutputStream out) {
        super(out);
    }

    @Override
    void write(DirectedMultigraph<DrawnElement, DrawnElement> drawing, Writer writer) {
        GEXFExporter<DrawnElement, DrawnElement> exporter = new GEXFExporter<>(DrawnElement::id, DrawnElement::id);
        exporter.setVertexAttributeProvider(DrawnElement::attributes);
        exporter.setEdgeAttributeProvider(DrawnElement::attributes);
        exporter.setParameter(Parameter.EXPORT_EDGE_LABELS, true);
        exporter.setParameter(Parameter.EXPORT_EDGE_TYPES, true);
        exporter.setCreator("Tieline");
        exporter.setDescription(description());
        NODE_TEXTS.forEach(name -> exporter.registerAttribute(name, AttributeCategory.NODE, GEXFAttributeType.STRING));
        exporter.registerAttribute(NAMED, AttributeCategory.NODE, GEXFAttributeType.BOOLEAN);
        EDGE_TEXTS.forEach(name -> exporter.registerAttribute(name, AttributeCategory.EDGE, GEXFAttributeType.STRING));
        exporter.registerAttribute(SUBSCRIBERS, AttributeCategory.NODE, GEXFAttributeType.DOUBLE);
        EDGE_NUMBERS.forEach(
                name -> exporter.registerAttribute(name, AttributeCategory.EDGE, GEXFAttributeType.DOUBLE));
        exporter.exportGraph(drawing, writer);
    }
}
