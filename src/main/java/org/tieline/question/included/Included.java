package org.tieline.question.included;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.question.records.BanView;
import org.tieline.question.records.OrganizationView;
import org.tieline.question.records.SourceView;
import org.tieline.question.records.TieView;

/**
 * The records to which the results of one answer refer, each once and by id, in the forms that lists of them have.
 *
 * @param bans to which a result refers, as they were known for the answer; where an answer compares two, as the later of them
 *     that has the ban knew it
 * @param sources that results and these bans cite; null if not asked for
 * @param ties on the paths of results and under the bans held against them, as they are on record; null if not
 *     asked for
 * @param organizations on the paths of results, and the governments of these bans; null if not asked for
 */
public record Included(
        List<BanView> bans,
        @Nullable List<SourceView> sources,
        @Nullable List<TieView> ties,
        @Nullable List<OrganizationView> organizations) {}
