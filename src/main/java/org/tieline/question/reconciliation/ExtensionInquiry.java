package org.tieline.question.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tieline.model.Organization;
import org.tieline.question.Json;
import org.tieline.question.Snapshot;
import org.tieline.question.reconciliation.ExtensionAnswer.Cut;
import org.tieline.question.reconciliation.ExtensionAnswer.Meta;
import org.tieline.question.reconciliation.ExtensionAnswer.Searched;
import org.tieline.question.reconciliation.ExtensionQuestion.Wanted;

/** Tells properties of organizations, each on its own day. */
public final class ExtensionInquiry {
    private final Snapshot snapshot;
    private final ExtensionQuestion question;
    private final Map<String, Map<String, List<Map<String, Object>>>> rows = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> evidence = new LinkedHashMap<>();
    private final List<Cut> cut = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private ExtensionInquiry(Snapshot snapshot, ExtensionQuestion question) {
        this.snapshot = snapshot;
        this.question = question;
    }

    /**
     * Asks one snapshot. An id that nobody has fails nothing, and a former one means the organization that has
     * it no more: a table may have ids of another day.
     *
     * @throws org.tieline.model.TielineException.NotFound if a setting names a government that is not there
     */
    public static ExtensionAnswer ask(Snapshot snapshot, ExtensionQuestion question) {
        question.wanted().forEach(wanted -> wanted.on().bans().governments().forEach(snapshot::organization));
        return new ExtensionInquiry(snapshot, question).answer();
    }

    private ExtensionAnswer answer() {
        PropertyValues values = new PropertyValues(snapshot);
        for (String id : question.ids()) {
            rows.put(id, new LinkedHashMap<>());
            Organization organization = snapshot.organizations().get(snapshot.currentId(id));
            if (organization == null) {
                unknown.add(id);
            }
            for (Wanted wanted : question.wanted()) {
                add(id, wanted, organization == null ? PropertyValues.NONE : values.of(organization, wanted));
            }
        }
        return new ExtensionAnswer(
                Json.NOTICE,
                snapshot.version(),
                snapshot.problems().size(),
                question.wanted().stream().map(Searched::of).toList(),
                question.wanted().stream().map(each -> Meta.of(each.property())).toList(),
                rows,
                evidence,
                cut,
                unknown);
    }

    private void add(String id, Wanted wanted, PropertyValues.Found found) {
        String property = wanted.property().text();
        Objects.requireNonNull(rows.get(id))
                .put(property, found.first().stream().map(PropertyValue::shown).toList());
        if (found.first().stream().anyMatch(each -> each.evidence() != null)) {
            evidence.computeIfAbsent(id, none -> new LinkedHashMap<>())
                    .put(
                            property,
                            found.first().stream().map(PropertyValue::evidence).toList());
        }
        if (found.total() > found.first().size()) {
            cut.add(new Cut(id, property, found.total()));
        }
    }
}
