package org.tieline.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.exchange.ExportFormat;
import org.tieline.exchange.exports.Export;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.exchange.exports.Exports;
import org.tieline.http.message.Requests;
import org.tieline.http.message.WorkPlaces;
import org.tieline.model.Term;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Reading;
import org.tieline.question.parameter.Types;

/** The whole graph as a file. */
final class ExportRoutes {
    /** The version of the data that a file holds. */
    static final String VERSION = "Tieline-Data-Version";

    /** The SHA-256 of their content, as a data set has it. */
    static final String SHA256 = "Tieline-Data-Sha256";

    /** How many facts are badly made and not in the file; the catalogue lists them. */
    static final String LEFT_OUT = "Tieline-Left-Out";

    private static final Parameter<ExportFormat> FORMAT = Parameter.of(
                    "format", Types.word(ExportFormat.class), "The form of the file.")
            .required("one of " + String.join(", ", Term.words(ExportFormat.class)));

    private static final Parameters PARAMETERS = Parameters.of(FORMAT);

    private static final Logger LOG = LoggerFactory.getLogger(ExportRoutes.class);

    /** Each reads the whole graph, and keeps all facts in a scratch folder until the client has them. */
    private static final int MOST_AT_ONCE = 2;

    private final WorkPlaces places = new WorkPlaces("exports", MOST_AT_ONCE);
    private final Snapshots snapshots;
    private final @Nullable Exports exports;

    ExportRoutes(Snapshots snapshots, @Nullable Exports exports) {
        this.snapshots = snapshots;
        this.exports = exports;
    }

    /** All that can go wrong with the graph goes wrong before the first byte; HEAD reads no graph. */
    void export(Context context) throws Exception {
        ExportFormat format = Requests.query(context)
                .read(PARAMETERS, Reading.on(Requests.today()))
                .get(FORMAT);
        if (context.method() == HandlerType.HEAD) {
            head(context, format);
            return;
        }
        snapshots.requireDatabase();
        places.within(() -> {
            try (Export export = Objects.requireNonNull(exports).take()) {
                send(context, format, export);
            }
            return null;
        });
    }

    private static void head(Context context, ExportFormat format) {
        if (format.isFolder()) {
            // An archive has no character set, and is compressed already.
            context.res().setCharacterEncoding(null);
            context.disableCompression();
        }
        context.contentType(format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(format.fileName()));
    }

    private static void send(Context context, ExportFormat format, Export export) {
        head(context, format);
        context.header(VERSION, export.dataset().version().replaceAll("[^\\x20-\\x7E]", "?"))
                .header(SHA256, export.dataset().sha256())
                .header(LEFT_OUT, Integer.toString(export.leftOutTotal()));
        try (ExportWriter writer = format.open(context.outputStream())) {
            export.writeTo(writer);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("the client of {} went away: {}", context.path(), e.getMessage());
            Requests.breakOff(context);
        } catch (RuntimeException e) {
            if (!context.res().isCommitted()) {
                context.res().reset();
                throw e;
            }
            LOG.error("the answer of {} broke off", context.path(), e);
            Requests.breakOff(context);
        }
    }
}
