package org.tieline.question.records;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tieline.model.Identifier;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.question.FirstResults;
import org.tieline.question.ListPart;
import org.tieline.question.OrganizationRef;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Paging;

/**
 * A source with what rests on it.
 *
 * @param source its fields stand beside the others
 * @param asOf the day on which the bans are seen
 * @param ties the ties that cite it by id, of every day and grade
 * @param bans the bans that cite it by id, as they stood on the day
 * @param organizations those of which it tells an identifier or a count of subscribers, by id
 */
record SourceDetail(
        @JsonUnwrapped SourceView source,
        LocalDate asOf,
        FirstResults<TieView> ties,
        FirstResults<BanView> bans,
        FirstResults<OrganizationRef> organizations) {

    static SourceDetail of(Source source, Snapshot snapshot, LocalDate asOf) {
        return new SourceDetail(
                SourceView.of(source),
                asOf,
                FirstResults.of(
                        ListPart.of(
                                List.copyOf(snapshot.search()
                                        .graph()
                                        .tiesCiting(source.id())
                                        .values()),
                                Paging.FIRST),
                        tie -> TieView.of(TieBetween.of(tie, snapshot))),
                BanView.first(snapshot, asOf, ban -> ban.sources().contains(source.id())),
                FirstResults.of(ListPart.of(told(source.id(), snapshot), Paging.FIRST), OrganizationRef::of));
    }

    private static List<Organization> told(String source, Snapshot snapshot) {
        Stream<String> named = snapshot.identifiers().stream()
                .filter(identifier -> identifier.sources().contains(source))
                .map(Identifier::organization);
        Stream<String> counted = snapshot.subscribers().stream()
                .filter(count -> count.sources().contains(source))
                .map(SubscriberCount::organization);
        return Stream.concat(named, counted)
                .distinct()
                .map(snapshot::organization)
                .sorted(Comparator.comparing(Organization::id))
                .toList();
    }
}
