package org.tieline.question.series;

import java.util.List;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Values;

/**
 * A whole series.
 *
 * @param total the number of days, of which none is left out
 */
record SeriesView(String notice, Echo<SeriesSearched> searched, int total, List<SeriesAnswer.Point> results) {
    static SeriesView of(Snapshot snapshot, SeriesAnswer answer, SeriesQuestion question, Values values) {
        return new SeriesView(
                Json.NOTICE,
                SeriesSearched.echo(snapshot, question, answer.vendors(), values),
                answer.points().size(),
                answer.points());
    }
}
