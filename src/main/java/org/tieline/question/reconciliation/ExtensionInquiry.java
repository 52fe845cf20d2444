package org.tieline.question.reconciliation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tieline.model.Organization;
import org.tieline.question.Snapshot;
import org.tieline.question.reconciliation.ExtensionAnswer.Row;
import org.tieline.question.reconciliation.ExtensionAnswer.Values;
import org.tieline.question.reconciliation.ExtensionQuestion.Wanted;

/** Tells properties of organizations, each on its own day. */
public final class ExtensionInquiry {
    private ExtensionInquiry() {}

    /**
     * Asks one snapshot. An id that nobody has fails nothing, and a former one means the organization that has
     * it no more: a table may have ids of another day.
     *
     * @throws org.tieline.model.TielineException.NotFound if a setting names a government that is not there
     */
    public static ExtensionAnswer ask(Snapshot snapshot, ExtensionQuestion question) {
        question.wanted().forEach(wanted -> wanted.on().bans().governments().forEach(snapshot::organization));
        List<Row> rows = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        PropertyValues inquiry = new PropertyValues(snapshot);
        for (String id : question.ids()) {
            Organization organization = snapshot.organizations().get(snapshot.currentId(id));
            if (organization == null) {
                unknown.add(id);
            }
            Map<OrganizationProperty, Values> values = new EnumMap<>(OrganizationProperty.class);
            for (Wanted wanted : question.wanted()) {
                values.put(wanted.property(), organization == null ? Values.NONE : inquiry.of(organization, wanted));
            }
            rows.add(new Row(id, values));
        }
        return new ExtensionAnswer(
                List.copyOf(rows),
                List.copyOf(unknown),
                snapshot.version(),
                snapshot.problems().size());
    }
}
