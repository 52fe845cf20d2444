package org.tieline.graph;

import static org.tieline.graph.PropertyReader.orRefused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Membership;

/** Turns the properties of a relationship into a membership. It is refused without both countries and right days. */
final class MembershipReader {
    private final PropertyReader values;

    MembershipReader(PropertyReader values) {
        this.values = values;
    }

    /** That a country belongs to a bloc, by the codes of both. Without a day that it has it would hold for longer. */
    Membership read(@Nullable String country, @Nullable String bloc, Map<String, Object> properties) {
        values.begin();
        LocalDate since = values.day(properties, "since");
        LocalDate until = values.day(properties, "until");
        if (!values.leftOut().isEmpty()) {
            throw values.leftOut().getFirst().refusal();
        }
        List<String> sources = values.texts(properties, "sources");
        Membership membership = new Membership(orRefused(bloc), orRefused(country), since, until, sources);
        values.leaveOutMissing(
                membership::complete, e -> e.field().equals("since") ? "it holds from ever" : "it has none");
        return membership;
    }
}
