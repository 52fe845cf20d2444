package org.tieline.http.pages;

import java.util.List;

/**
 * What a picture tells of a record, or of a question.
 *
 * @param kind what it is, and where: {@code Carrier, United Kingdom}
 * @param name what it is called
 * @param lines the answer first, and what else is to be said; at least one
 * @param isFinding whether the first line tells of an established conflict
 * @param foot of which day and data it is
 */
record PreviewAnswer(String kind, String name, List<String> lines, boolean isFinding, String foot) {
    PreviewAnswer {
        lines = List.copyOf(lines);
    }
}
