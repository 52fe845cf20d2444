package org.tieline.restriction;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Generation;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.TieType;

/**
 * A tie by which the vendor's side meets the carrier's side, as far as bans look at it.
 *
 * @param tie its id
 * @param type {@code SUPPLIES} or {@code PARTNERS_WITH}
 * @param segment the parts of the network it is about; may be empty
 * @param generation the generations it is about; may be empty
 * @param countries where the equipment is; empty if no source says
 * @param customer the customer or partner
 * @param owners ids of those that own the customer, directly or in steps, on a shortest path that has this tie
 * @param life when it began, and how well it stands on the day
 */
public record Contact(
        String tie,
        TieType type,
        List<Segment> segment,
        List<Generation> generation,
        List<String> countries,
        Customer customer,
        Set<String> owners,
        Life life) {

    /**
     * Where a contact ends.
     *
     * @param id of the organization
     * @param kind what it is
     * @param country its country; null if it has no home
     */
    public record Customer(
            String id, OrganizationKind kind, @Nullable String country) {}

    /**
     * The life of a tie, as it was known.
     *
     * @param beganOnOrAfter the first day on which it may have begun; null if no source says
     * @param beganBy the last day on which it may have begun: by then it was there for certain; null if nothing dates it
     * @param certain whether it certainly holds on the day
     * @param lastEvidenced the newest day on which a source says that it held; null if nothing dates it
     * @param removing from when on it is being taken out; null if that has not begun on the day
     */
    public record Life(
            @Nullable LocalDate beganOnOrAfter,
            @Nullable LocalDate beganBy,
            boolean certain,
            @Nullable PartialDate lastEvidenced,
            @Nullable PartialDate removing) {}

    /** What is known of where the equipment is: its countries, or the home of a customer that has its network there. */
    List<String> places() {
        if (!countries.isEmpty()) {
            return countries;
        }
        return switch (customer.kind()) {
            case CARRIER, GOVERNMENT -> customer.country() == null ? List.of() : List.of(customer.country());
            case COMPANY, ASSOCIATION, VENDOR -> List.of();
        };
    }
}
