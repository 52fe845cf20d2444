package org.tieline.question.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Evidence;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.OrganizationRef;
import org.tieline.question.SelfLink;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.Values;

/**
 * A part of the rows of a matrix.
 *
 * @param searched its vendors are the columns, and so are the affiliates that it lists
 * @param total how many carriers are exposed to at least one vendor
 */
record MatrixView(
        String notice, Echo<ExposureAnswer.FoundOut> searched, int total, int limit, int offset, List<Row> results) {

    /**
     * One carrier.
     *
     * @param exposures by id of the vendor; without those to which it is not exposed
     */
    record Row(OrganizationRef carrier, Map<String, Cell> exposures) {
        static Row of(MatrixAnswer.Row row, ExposureQuestion question) {
            Map<String, Cell> cells = new LinkedHashMap<>();
            row.cells()
                    .forEach((vendor, cell) -> cells.put(
                            vendor,
                            new Cell(
                                    cell.hops(),
                                    cell.relation(),
                                    cell.evidence(),
                                    new SelfLink(question.addressOf(
                                            vendor, row.carrier().id())))));
            return new Row(OrganizationRef.of(row.carrier()), cells);
        }
    }

    /**
     * One exposure.
     *
     * @param links where its path and its sources are
     */
    record Cell(int hops, Relation relation, Evidence evidence, SelfLink links) {}

    static MatrixView of(MatrixAnswer answer, ExposureQuestion question, Values values) {
        return new MatrixView(
                Json.NOTICE,
                answer.searched().echo(values),
                answer.total(),
                answer.page().limit(),
                answer.page().offset(),
                answer.rows().stream().map(row -> Row.of(row, question)).toList());
    }
}
