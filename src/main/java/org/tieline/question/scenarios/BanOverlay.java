package org.tieline.question.scenarios;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;
import org.tieline.naming.Nearest;

/** The bans of a scenario. */
final class BanOverlay extends Overlay<Ban> {
    private final TreeMap<String, Ban> bans;
    private final LocalDate asOf;

    /**
     * @param bans on record, by id
     * @param asOf the day that is asked about
     */
    BanOverlay(TreeMap<String, Ban> bans, LocalDate asOf) {
        super(bans::get);
        this.bans = bans;
        this.asOf = asOf;
    }

    /** Lifts a ban; it goes if no day is given. */
    void lift(int change, Ban ban, @Nullable LocalDate on) {
        set(change, ban.id(), on == null ? null : ended(ban, on));
    }

    private @Nullable Ban ended(Ban ban, LocalDate on) {
        try {
            return ban.with(ban.targets(), PartialDate.of(on));
        } catch (InvalidValue e) {
            // Lifted before a date of its life that no longer comes: until then it stands as it did, then it is gone.
            return asOf.isBefore(on) ? ban : null;
        }
    }

    /** Takes away the bans of a government, and an organization from what bans are against; tells how many bans change. */
    int remove(int change, String organization) {
        Set<String> ids = new TreeSet<>(bans.keySet());
        ids.addAll(there());
        int changed = 0;
        for (String id : ids) {
            Ban ban = now(id).orElse(null);
            if (ban != null && ban.government().equals(organization)) {
                set(change, id, null);
                changed++;
            } else if (ban != null && ban.targets().contains(organization)) {
                List<String> others = ban.targets().stream()
                        .filter(target -> !target.equals(organization))
                        .toList();
                set(change, id, others.isEmpty() ? null : ban.with(others, ban.ended()));
                changed++;
            }
        }
        return changed;
    }

    /** Ids of the bans that are not as they are on record and replace another, on record or as they are now. */
    List<String> replacing(String ban) {
        List<String> replacing = new ArrayList<>();
        differing((id, now) -> {
            if (Stream.concat(onRecord(id).stream(), now.stream())
                    .anyMatch(other -> other.replaces().contains(ban))) {
                replacing.add(id);
            }
        });
        return replacing;
    }

    List<String> nearest(String id) {
        Set<String> ids = new TreeSet<>(bans.keySet());
        ids.addAll(there());
        return Nearest.among(ids, id);
    }

    /** All bans as they would be, by id. */
    TreeMap<String, Ban> all() {
        TreeMap<String, Ban> all = new TreeMap<>(bans);
        differing((id, ban) -> ban.ifPresentOrElse(there -> all.put(id, there), () -> all.remove(id)));
        return all;
    }
}
