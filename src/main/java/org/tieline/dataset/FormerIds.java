package org.tieline.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tieline.model.DataError;
import org.tieline.model.Organization;

/** Finds former ids of organizations that do not lead to one organization alone. */
final class FormerIds {
    private record Placed(String id, long line) {}

    private final List<Placed> all = new ArrayList<>();

    void add(Organization organization, long line) {
        organization.formerIds().forEach(id -> all.add(new Placed(id, line)));
    }

    /** @param living the ids of all organizations */
    void check(Ids living, Problems problems) {
        Map<String, Long> lines = new HashMap<>();
        for (Placed former : all) {
            living.line(former.id())
                    .ifPresent(line -> report(
                            former, "must be the id of no organization, line %d has it".formatted(line), problems));
            Long earlier = lines.putIfAbsent(former.id(), former.line());
            if (earlier != null) {
                report(
                        former,
                        "must be a former id of one organization, line %d has it too".formatted(earlier),
                        problems);
            }
        }
    }

    private static void report(Placed former, String remedy, Problems problems) {
        problems.add(new DataError(Table.ORGANIZATIONS.file(), former.line(), "formerIds", former.id(), remedy));
    }
}
