package org.tieline.exchange;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.Bundle;
import org.tieline.exchange.admin.AdminExport;
import org.tieline.exchange.drawing.GexfExport;
import org.tieline.exchange.drawing.GraphMlExport;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.exchange.ftm.FtmExport;
import org.tieline.model.Term;

/** The formats in which the graph can be had. */
public enum ExportFormat implements Term {
    /** The folder that a load takes, with its data package. */
    CSV("csv", CsvExport::new),

    /** What {@code neo4j-admin database import full} takes; the database it makes is what a load makes. */
    NEO4J_ADMIN("neo4j-admin", AdminExport::new),

    /** For yEd, NetworkX, igraph, Cytoscape. */
    GRAPHML("graphml", "application/graphml+xml", "tieline.graphml", GraphMlExport::new),

    /** For Gephi. */
    GEXF("gexf", "application/gexf+xml", "tieline.gexf", GexfExport::new),

    /** For Aleph and the tools of FollowTheMoney. */
    FTM("ftm", "application/x-ndjson", "tieline.ftm.json", FtmExport::new);

    private final String text;
    private final String mediaType;
    private final String fileName;
    private final Function<OutputStream, ExportWriter> file;
    private final @Nullable Function<Bundle, ExportWriter> files;

    /** A format of several files, which over a stream are a zip archive. */
    ExportFormat(String text, Function<Bundle, ExportWriter> files) {
        this.text = text;
        this.mediaType = "application/zip";
        this.fileName = "tieline-" + text + ".zip";
        this.file = out -> files.apply(Bundle.zip(out));
        this.files = files;
    }

    /** A format of one file, in UTF-8. */
    ExportFormat(String text, String mediaType, String fileName, Function<OutputStream, ExportWriter> file) {
        this.text = text;
        this.mediaType = mediaType;
        this.fileName = fileName;
        this.file = file;
        this.files = null;
    }

    @Override
    public String text() {
        return text;
    }

    /** Of what {@link #open} writes. */
    public String mediaType() {
        return mediaType;
    }

    /** A name for what {@link #open} writes. */
    public String fileName() {
        return fileName;
    }

    /** Whether it has several files, so that it can be written as a folder. */
    public boolean isFolder() {
        return files != null;
    }

    /** Writes into a stream, which stays open. */
    public ExportWriter open(OutputStream out) {
        return file.apply(out);
    }

    /**
     * Writes into a folder that is there and empty.
     *
     * @throws IllegalStateException if the format is one file
     */
    public ExportWriter openFolder(Path folder) {
        if (files == null) {
            throw new IllegalStateException(text + " is one file");
        }
        return files.apply(Bundle.folder(folder));
    }
}
