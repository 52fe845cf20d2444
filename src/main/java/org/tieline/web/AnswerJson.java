package org.tieline.web;

import org.tieline.inquiry.ExposureAnswer;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.PathAnswer;
import org.tieline.inquiry.PathQuestion;

/** Answers as the API writes them, for those who do not come over HTTP. */
public final class AnswerJson {
    private AnswerJson() {}

    /** The body of {@code GET /v1/exposures}, in UTF-8. */
    public static byte[] of(ExposureAnswer answer, ExposureQuestion question) {
        return Json.bytes(ExposureList.of(answer, question));
    }

    /** The body of {@code GET /v1/paths}, in UTF-8. */
    public static byte[] of(PathAnswer answer, PathQuestion question) {
        return Json.bytes(PathList.of(answer, question));
    }
}
