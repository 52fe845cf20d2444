package org.tieline.web;

import org.tieline.inquiry.CaughtAnswer;
import org.tieline.inquiry.CaughtQuestion;
import org.tieline.inquiry.ChangeAnswer;
import org.tieline.inquiry.ChangeQuestion;
import org.tieline.inquiry.ConflictAnswer;
import org.tieline.inquiry.ConflictQuestion;
import org.tieline.inquiry.ExposureAnswer;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.MatrixAnswer;
import org.tieline.inquiry.OwnershipAnswer;
import org.tieline.inquiry.PathAnswer;
import org.tieline.inquiry.PathQuestion;
import org.tieline.inquiry.ScenarioAnswer;
import org.tieline.inquiry.ScenarioText;
import org.tieline.inquiry.SeriesAnswer;
import org.tieline.inquiry.SeriesQuestion;

/** Answers as the API writes them, for those who do not come over HTTP. */
public final class AnswerJson {
    private AnswerJson() {}

    /** The body of {@code GET /v1/exposures}, in UTF-8. */
    public static byte[] of(ExposureAnswer answer, ExposureQuestion question) {
        return Json.bytes(ExposureList.of(answer, question));
    }

    /** The body of {@code GET /v1/organizations/{id}/ownership}, in UTF-8. */
    public static byte[] of(OwnershipAnswer answer) {
        return Json.bytes(OwnershipView.of(answer));
    }

    /** The body of {@code GET /v1/ownership}, in UTF-8. */
    public static byte[] of(CaughtAnswer answer, CaughtQuestion question) {
        return Json.bytes(CaughtList.of(answer, question));
    }

    /** The body of {@code GET /v1/paths}, in UTF-8. */
    public static byte[] of(PathAnswer answer, PathQuestion question) {
        return Json.bytes(PathList.of(answer, question));
    }

    /** The body of {@code GET /v1/conflicts}, in UTF-8. */
    public static byte[] of(ConflictAnswer answer, ConflictQuestion question) {
        return Json.bytes(ConflictList.of(answer, question));
    }

    /** The body of {@code GET /v1/matrix}, in UTF-8. */
    public static byte[] of(MatrixAnswer answer, ExposureQuestion question) {
        return Json.bytes(MatrixView.of(answer, question));
    }

    /** The body of {@code GET /v1/changes} with {@code step}, in UTF-8. */
    public static byte[] of(SeriesAnswer answer, SeriesQuestion question) {
        return Json.bytes(SeriesView.of(answer, question));
    }

    /** The body of {@code GET /v1/changes}, in UTF-8. */
    public static byte[] of(ChangeAnswer answer, ChangeQuestion question) {
        return Json.bytes(ChangeList.of(answer, question));
    }

    /** The body of the answer to {@code POST /v1/scenarios}, in UTF-8. */
    public static byte[] of(ScenarioAnswer answer, ScenarioText text) {
        return Json.bytes(ScenarioList.of(answer, text));
    }

    /**
     * A scenario from the body of {@code POST /v1/scenarios}.
     *
     * @throws org.tieline.model.TielineException.BadQuestion if it is no JSON, or has fields that are not known
     */
    public static ScenarioText scenario(byte[] json) {
        return Json.read(json, ScenarioBody.class).text();
    }
}
