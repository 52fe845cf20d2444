package org.tieline.question.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.question.reconciliation.ReconciliationAnswer.Type;

/**
 * Something that somebody may be typing the name of: an organization, a type or a property.
 *
 * @param description absent for a type, whose name says all
 * @param notable the type of an organization; absent for others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Suggestion(
        String id,
        String name,
        @Nullable String description,
        @Nullable List<Type> notable) {
    /** @param matched the name, alias or id that was met */
    static Suggestion of(Organization organization, String matched) {
        String description = ReconciliationAnswer.kindAndCountry(organization);
        return new Suggestion(
                organization.id(),
                organization.name(),
                matched.equals(organization.name()) ? description : description + "; " + matched,
                List.of(Type.of(organization.kind())));
    }

    public static Suggestion of(Type type) {
        return new Suggestion(type.id(), type.name(), null, null);
    }

    public static Suggestion of(OrganizationProperty property) {
        return new Suggestion(property.text(), property.title(), property.meaning(), null);
    }
}
