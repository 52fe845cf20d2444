package org.tieline.question.scenarios;

import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationBuilder;

/**
 * The changes of a scenario to the lives of organizations; each returns what it was understood to be, or null if something is
 * wrong with it.
 */
final class OrganizationChanges {
    private final Overlay<Organization> organizations;
    private final TieOverlay ties;
    private final ScenarioReader reader;

    OrganizationChanges(Overlay<Organization> organizations, TieOverlay ties, ScenarioReader reader) {
        this.organizations = organizations;
        this.ties = ties;
        this.reader = reader;
    }

    @Nullable
    String change(int place, ScenarioFields fields) {
        Organization named = reader.organization(fields, "organization", fields.required("organization"));
        Organization successor = reader.organization(fields, "successor", fields.text("successor"));
        SupposedColumns<OrganizationBuilder> columns = new SupposedColumns<OrganizationBuilder>(
                        fields, fields.texts("without"))
                .with("since", fields.date("since"), OrganizationBuilder::since)
                .with("until", fields.date("until"), OrganizationBuilder::until)
                .with("successor", successor == null ? null : successor.id(), OrganizationBuilder::successor);
        fields.refuseOthers();
        columns.requireSome();
        if (named == null || !fields.sound()) {
            return null;
        }
        Organization before = organizations.now(named.id()).orElse(named);
        try {
            organizations.set(place, named.id(), before.with(columns::into));
        } catch (InvalidValue e) {
            fields.refuse(e);
            return null;
        }
        ties.touch(place, named.id());
        return "The organization %s is changed: %s.".formatted(named.id(), columns.said());
    }

    /** Forgets the changes to an organization that is taken away. */
    void remove(int place, String organization) {
        organizations.onRecord(organization).ifPresent(before -> organizations.set(place, organization, before));
    }
}
