package org.tieline.question.matrix;

import java.util.List;
import java.util.SortedMap;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.parameter.Paging;

/**
 * All exposures at a glance: a row for each carrier that is exposed to at least one vendor, without paths.
 *
 * @param searched what was searched
 * @param columns the organizations that were started at, by id: the vendors, and their affiliates if they were asked for
 * @param total how many rows there are in all
 * @param page which part of them is here
 * @param rows by id of the carrier
 */
public record MatrixAnswer(
        ExposureAnswer.Searched searched, List<Organization> columns, int total, Paging page, List<Row> rows) {

    /**
     * One carrier.
     *
     * @param cells by id of the column; without those to which the carrier is not exposed, or not as asked for
     */
    public record Row(Organization carrier, SortedMap<String, Cell> cells) {}

    /**
     * One exposure.
     *
     * @param hops the number of ties on the path
     * @param relation how the path reads
     * @param evidence the weakest grade on the path
     */
    public record Cell(int hops, Relation relation, Evidence evidence) {}
}
