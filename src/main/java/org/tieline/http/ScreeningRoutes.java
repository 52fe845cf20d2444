package org.tieline.http;

import io.javalin.http.Context;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.http.message.Answers;
import org.tieline.http.message.Negotiation;
import org.tieline.http.message.Requests;
import org.tieline.http.message.WorkPlaces;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.parameter.Values;
import org.tieline.question.screening.ScreeningBody;
import org.tieline.question.screening.ScreeningEntry;
import org.tieline.question.screening.ScreeningInquiry;
import org.tieline.question.screening.ScreeningQuestion;
import org.tieline.question.screening.ScreeningResult;
import org.tieline.question.screening.ScreeningWriter;

/** Screens a list of names: which organizations they mean, and what is on record of these. */
final class ScreeningRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(ScreeningRoutes.class);

    private static final List<String> TYPES =
            Arrays.stream(ScreeningBody.values()).map(ScreeningBody::type).toList();

    /** Each holds the paths that were found from all restricted vendors until the client has the last entry. */
    private static final int MOST_AT_ONCE = 2;

    private final WorkPlaces places = new WorkPlaces("screenings", MOST_AT_ONCE);
    private final Snapshots snapshots;

    ScreeningRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Everything that can be wrong with a request is found before the first byte of the answer. */
    void screen(Context context) throws Exception {
        Snapshot snapshot = snapshots.current();
        context.header(Answers.SNAPSHOT, snapshot.version()).addHeader("Vary", "Accept");
        Negotiation.Wanted form = Negotiation.ofList(context);
        Values values = Requests.given(context).read(ScreeningQuestion.PARAMETERS, snapshot.reading(Requests.today()));
        ScreeningQuestion question = ScreeningQuestion.of(values);
        List<ScreeningEntry> entries = sent(context).read(Requests.body(context));
        Answer answer = new Answer(context, form, question, entries);
        try {
            places.within(() -> {
                answer.end(ScreeningInquiry.ask(snapshot.of(values), question, entries, answer));
                return null;
            });
        } catch (UncheckedIOException e) {
            LOG.debug("the client of {} went away: {}", context.path(), e.getMessage());
        } catch (RuntimeException e) {
            if (!answer.begun()) {
                throw e;
            }
            LOG.error("the answer of {} broke off", context.path(), e);
            Requests.breakOff(context);
        }
    }

    /** In which form the entries come. */
    private static ScreeningBody sent(Context context) {
        String type = Requests.requireType(context, TYPES);
        return Arrays.stream(ScreeningBody.values())
                .filter(form -> form.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** Begins the answer when the first thing is known that belongs in it. */
    private static final class Answer implements ScreeningInquiry.Sink {
        private final Context context;
        private final Negotiation.Wanted form;
        private final ScreeningQuestion question;
        private final List<ScreeningEntry> entries;

        @SuppressWarnings("NullAway.Init") // What was searched is told before any result.
        private ScreeningWriter writer;

        Answer(Context context, Negotiation.Wanted form, ScreeningQuestion question, List<ScreeningEntry> entries) {
            this.context = context;
            this.form = form;
            this.question = question;
            this.entries = entries;
        }

        boolean begun() {
            return writer != null;
        }

        @Override
        public void searched(ExposureAnswer.Searched searched) {
            // A compressing stream would hold results back until it has enough of them.
            context.disableCompression();
            context.contentType(form.contentType());
            Writer out = new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8);
            writer = ScreeningWriter.of(form.form(), out, question, entries);
            writer.searched(searched);
        }

        @Override
        public void result(ScreeningResult result) {
            writer.result(result);
        }

        void end(Map<ScreeningResult.Outcome, Integer> outcomes) {
            writer.end(outcomes);
        }
    }
}
