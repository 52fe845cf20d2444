package org.tieline.standing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.model.TielineException;
import org.tieline.model.TielineException.TooOld;
import org.tieline.question.Snapshot;
import org.tieline.question.events.EventAnswer;
import org.tieline.question.events.EventInquiry;
import org.tieline.question.events.EventQuestion;
import org.tieline.question.events.Timepoint;

/** Asks all that somebody subscribed to again, whenever there is a new snapshot or a day may have turned. For one thread. */
final class Sweep {
    /** Who has so many events waiting is told of no more until some were taken; they come from the recorded states then. */
    static final int MOST_WAITING = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

    /** How far a subscription is told lags behind what was looked at, in the database, if nothing happens. */
    private static final Duration LONGEST_LAG = Duration.ofHours(12);

    private final SubscriptionStore store;
    private final Lease lease;
    private final Map<String, Reached> reached = new HashMap<>();

    /** Null before the first time. */
    private @Nullable Snapshot swept;

    private long quarter = Long.MIN_VALUE;

    /**
     * How far was looked for a subscription.
     *
     * @param kept what the database says
     * @param looked what is known besides: between the two nothing happened
     */
    private record Reached(Timepoint kept, Timepoint looked) {}

    Sweep(SubscriptionStore store, Lease lease) {
        this.store = store;
        this.lease = lease;
    }

    /**
     * Looks if it may be worth it and no other server does; returns whether something is ready for delivery now.
     *
     * @param isNewest whether nobody has committed anything since the snapshot
     * @throws Lease.Anothers if another server began meanwhile; nothing was kept then
     */
    boolean of(Snapshot snapshot, Instant now, BooleanSupplier isNewest) {
        long current = Math.floorDiv(now.getEpochSecond(), QUARTER);
        if (snapshot == swept && current == quarter || lease.isAnothers()) {
            return false;
        }
        List<SubscriptionStore.Ready> ready = ready(store.withRoom(MOST_WAITING), snapshot, now, isNewest);
        boolean told = false;
        List<SubscriptionStore.Ready> kept = new ArrayList<>();
        for (SubscriptionStore.Ready each : ready) {
            Timepoint before = each.subscription().after();
            boolean moved = !each.events().isEmpty();
            told |= moved;
            if (moved
                    || !Objects.equals(each.reached().state(), before.state())
                    || before.at().plus(LONGEST_LAG).isBefore(each.reached().at())) {
                kept.add(each);
                reached.remove(each.subscription().id());
            } else {
                reached.put(each.subscription().id(), new Reached(before, each.reached()));
            }
        }
        if (!kept.isEmpty()) {
            store.keep(kept, lease, isNewest);
        }
        swept = snapshot;
        quarter = current;
        return told;
    }

    /** What happened to the answers of all since each of them was looked at. */
    private List<SubscriptionStore.Ready> ready(
            List<SubscriptionStore.Standing> subscriptions, Snapshot snapshot, Instant now, BooleanSupplier isNewest) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        Map<SubscriptionStore.Standing, EventQuestion> questions = new HashMap<>();
        List<SubscriptionStore.Standing> asked = new ArrayList<>();
        for (SubscriptionStore.Standing subscription : subscriptions) {
            try {
                questions.put(
                        subscription,
                        EventQuestion.standing(subscription.question(), snapshot.reading(today))
                                .between(after(subscription), null));
                asked.add(subscription);
            } catch (TielineException e) {
                LOG.warn("the subscription {} cannot be asked: {}", subscription.id(), e.getMessage());
            }
        }
        try {
            return answered(asked, questions, snapshot, now);
        } catch (TielineException e) {
            LOG.debug("one of the subscriptions cannot be asked: {}", e.getMessage());
        }
        List<SubscriptionStore.Ready> ready = new ArrayList<>();
        for (SubscriptionStore.Standing subscription : asked) {
            try {
                ready.addAll(answered(List.of(subscription), questions, snapshot, now));
            } catch (TooOld e) {
                if (!isNewest.getAsBoolean()) {
                    // Not too old but too new: another server told of a state that is not known here yet.
                    throw new Lease.Anothers();
                }
                LOG.warn("the subscription {} begins anew: {}", subscription.id(), e.getMessage());
                EventQuestion question = Objects.requireNonNull(questions.get(subscription));
                questions.put(subscription, question.between(Timepoint.parse(e.oldest()), null));
                ready.addAll(answered(List.of(subscription), questions, snapshot, now));
            } catch (TielineException e) {
                LOG.warn("the subscription {} cannot be asked: {}", subscription.id(), e.getMessage());
            }
        }
        return ready;
    }

    private Timepoint after(SubscriptionStore.Standing subscription) {
        Reached known = reached.get(subscription.id());
        return known != null && known.kept().equals(subscription.after()) ? known.looked() : subscription.after();
    }

    private static List<SubscriptionStore.Ready> answered(
            List<SubscriptionStore.Standing> subscriptions,
            Map<SubscriptionStore.Standing, EventQuestion> questions,
            Snapshot snapshot,
            Instant now) {
        List<EventAnswer> answers = EventInquiry.ask(
                snapshot, subscriptions.stream().map(questions::get).toList(), now);
        List<SubscriptionStore.Ready> ready = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            ready.add(new SubscriptionStore.Ready(
                    subscriptions.get(i),
                    answers.get(i).reached(),
                    answers.get(i).events()));
        }
        return ready;
    }
}
