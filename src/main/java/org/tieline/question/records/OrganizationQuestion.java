package org.tieline.question.records;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.question.Answer;
import org.tieline.question.ListPart;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Types;

/**
 * What is on record of one organization: itself, all its ties, denied ones and those of other days too, whichever end it is,
 * and the bans on it as they stood on a day.
 */
public record OrganizationQuestion(String id, LocalDate asOf) {
    private static final Parameter<String> ID = Parameter.of("id", Types.ID, "The organization that is asked about.")
            .required("the id of an organization, like sprint, or an identifier, like mcc-mnc:440-10");

    public static final Question DECLARED = Question.of(
                    "organizations",
                    OrganizationsQuestion.DECLARED.sentence(),
                    Parameters.of(ID, SearchParameters.AS_OF),
                    values -> new OrganizationQuestion(values.get(ID), values.get(SearchParameters.AS_OF))::answer,
                    "/v1/organizations/{id}")
            .chosenBy(ID)
            .answering(OrganizationDetail.class, OrganizationDetail.class, OrganizationView.COLUMNS)
            .shownAt("/organizations/{id}")
            .offering();

    private Answer<Object> answer(Snapshot snapshot) {
        Organization organization = snapshot.organization(id);
        List<String> predecessors = predecessors(snapshot);
        OrganizationDetail detail = OrganizationDetail.of(
                organization,
                predecessors,
                snapshot,
                asOf,
                ties(snapshot, predecessors),
                BanView.first(snapshot, asOf, ban -> ban.targets().contains(id)));
        return OneRecord.of(detail, OrganizationView.of(organization), OrganizationView.COLUMNS);
    }

    private List<String> predecessors(Snapshot snapshot) {
        return snapshot.organizations().values().stream()
                .filter(each -> id.equals(each.successor()))
                .map(Organization::id)
                .sorted()
                .toList();
    }

    private OrganizationDetail.Ties ties(Snapshot snapshot, List<String> predecessors) {
        List<Tie> all =
                List.copyOf(snapshot.search().graph().tiesOf(List.of(id)).values());
        List<Tie> before = predecessors.isEmpty()
                ? List.of()
                : List.copyOf(snapshot.search().graph().tiesOf(predecessors).values());
        return new OrganizationDetail.Ties(
                part(snapshot, all, tie -> true),
                part(
                        snapshot,
                        all,
                        tie -> tie.type() == TieType.OWNS && tie.to().equals(id)),
                part(
                        snapshot,
                        all,
                        tie -> tie.type() == TieType.OWNS && tie.from().equals(id)),
                part(
                        snapshot,
                        before,
                        tie -> tie.type() == TieType.SUPPLIES
                                && tie.evidence() != Evidence.DENIED
                                && predecessors.contains(tie.to())));
    }

    private static ListPart<TieBetween> part(Snapshot snapshot, List<Tie> all, Predicate<Tie> wanted) {
        List<Tie> those = all.stream().filter(wanted).toList();
        return new ListPart<>(
                Paging.FIRST.of(those).stream()
                        .map(tie -> TieBetween.of(tie, snapshot))
                        .toList(),
                those.size(),
                Paging.FIRST);
    }
}
