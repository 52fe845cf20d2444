package org.tieline.web;

import org.tieline.inquiry.ConflictAnswer;
import org.tieline.inquiry.ConflictQuestion;
import org.tieline.inquiry.ExposureAnswer;
import org.tieline.inquiry.ExposureQuestion;

/** Answers as the API writes them, for those who do not come over HTTP. */
public final class AnswerJson {
    private AnswerJson() {}

    /** The body of {@code GET /v1/exposures}, in UTF-8. */
    public static byte[] of(ExposureAnswer answer, ExposureQuestion question) {
        return Json.bytes(ExposureList.of(answer, question));
    }

    /** The body of {@code GET /v1/conflicts}, in UTF-8. */
    public static byte[] of(ConflictAnswer answer, ConflictQuestion question) {
        return Json.bytes(ConflictList.of(answer, question));
    }
}
