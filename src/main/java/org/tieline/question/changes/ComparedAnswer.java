package org.tieline.question.changes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.FoundExposures;
import org.tieline.exposure.LeftOutCount;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.TieOnDay;
import org.tieline.model.Ban;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.BansAgainst;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.exposures.Starts;
import org.tieline.restriction.BanOnDay;
import org.tieline.restriction.Restrictions;

/**
 * One of the answers that are compared: everything that one snapshot says to one question. It searches from the vendor that it
 * is asked about and holds the memory of this one search, so it is to be asked vendor by vendor; and to be closed.
 */
public final class ComparedAnswer implements AutoCloseable {
    private final Snapshot snapshot;
    private final ExposureQuestion question;
    private final Function<Ban, Optional<BanOnDay>> standing;
    private final UnaryOperator<Found> mark;
    private final Restrictions restrictions;
    private final BansAgainst bans;
    private final Function<String, Optional<TieOnDay>> ties;
    private final Starts starts;

    /** Of the vendors that were searched from. */
    private final LeftOutCount leftOut = new LeftOutCount();

    private final Set<String> counted = new HashSet<>();

    /** The search from the vendor that was asked about last. */
    private @Nullable FoundExposures reach;

    /** By carrier its number in that search. */
    private Map<String, Integer> places = Map.of();

    private ComparedAnswer(
            Snapshot snapshot,
            ExposureQuestion question,
            Function<Ban, Optional<BanOnDay>> standing,
            UnaryOperator<Found> mark) {
        this.snapshot = snapshot;
        this.question = question;
        this.standing = standing;
        this.mark = mark;
        restrictions = new Restrictions(snapshot.bans().values(), standing);
        bans = new BansAgainst(
                snapshot, restrictions, question.search(), question.bans().minBan());
        ties = snapshot.search().graph().onDay(question.search());
        starts = Starts.of(snapshot, question, restrictions);
    }

    /**
     * Asks.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static ComparedAnswer of(Snapshot snapshot, ExposureQuestion question) {
        return of(
                snapshot,
                question,
                snapshot.clock(question.search().asOf(), question.search().knownAt())::on,
                UnaryOperator.identity());
    }

    /**
     * Asks where bans are supposed.
     *
     * @param standing how each ban stands
     * @param mark what is done to each exposure before anybody sees it
     */
    public static ComparedAnswer of(
            Snapshot snapshot,
            ExposureQuestion question,
            Function<Ban, Optional<BanOnDay>> standing,
            UnaryOperator<Found> mark) {
        question.requireKnown(snapshot);
        return new ComparedAnswer(snapshot, question, standing, mark);
    }

    /** Whether it is searched from a vendor, whose search is the current one then. */
    private boolean turnTo(String vendor) {
        if (!searches(vendor)) {
            return false;
        }
        if (reach == null || !reach.vendor().equals(vendor)) {
            close();
            reach = snapshot.search().reach(vendor, question.search());
            places = HashMap.newHashMap(reach.size());
            for (int i = 0; i < reach.size(); i++) {
                places.put(reach.carrier(i), i);
            }
            if (counted.add(vendor)) {
                leftOut.add(reach);
            }
        }
        return true;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    ExposureQuestion question() {
        return question;
    }

    /** Where it was searched from, by id. */
    public SortedSet<String> vendors() {
        return starts.vendors();
    }

    boolean searches(String vendor) {
        return starts.vendors().contains(vendor);
    }

    /** Whether it is searched from a vendor for a carrier. */
    boolean searches(String vendor, String carrier) {
        return searches(vendor) && starts.count(vendor, carrier);
    }

    boolean onlyCertain() {
        return question.search().certainty() == Certainty.CERTAIN;
    }

    /** The carriers of a vendor that the question wants, by id. */
    public SortedSet<String> wanted(String vendor) {
        SortedSet<String> wanted = new TreeSet<>();
        if (!turnTo(vendor)) {
            return wanted;
        }
        FoundExposures found = Objects.requireNonNull(reach);
        Set<String> homes = question.homes(snapshot);
        for (int i = 0; i < found.size(); i++) {
            if (question.wants(snapshot, homes, starts, found, i)) {
                wanted.add(found.carrier(i));
            }
        }
        return wanted;
    }

    /** The exposure of a pair, whether the question wants it or not. */
    @Nullable
    Found found(String vendor, String carrier) {
        Integer place = turnTo(vendor) ? places.get(carrier) : null;
        return place == null ? null : mark.apply(found(place));
    }

    /** The same without its bans, which are much more to find. */
    @Nullable
    Exposure exposure(String vendor, String carrier) {
        Integer place = turnTo(vendor) ? places.get(carrier) : null;
        return place == null ? null : Objects.requireNonNull(reach).exposure(place);
    }

    /** The country of the only carriers for which it was searched from a vendor; null if it was for all. */
    @Nullable
    String onlyIn(String vendor) {
        return starts.onlyIn(vendor);
    }

    private Found found(int place) {
        Exposure exposure = Objects.requireNonNull(reach).exposure(place);
        return new Found(
                snapshot.organization(exposure.vendor()),
                snapshot.organization(exposure.carrier()),
                exposure,
                bans.of(exposure, reach.contacts(place)));
    }

    /** What the question makes of a tie; empty if there is none with this id. */
    Optional<TieOnDay> tie(String id) {
        return ties.apply(id);
    }

    boolean walks(String tie) {
        return tie(tie).map(TieOnDay::walked).orElse(false);
    }

    /** How a ban stands; empty if it does not exist or is not known. */
    public Optional<BanOnDay> ban(String id) {
        return Optional.ofNullable(snapshot.bans().get(id)).flatMap(standing);
    }

    ExposureAnswer.Searched searched() {
        starts.vendors().stream().filter(vendor -> !counted.contains(vendor)).forEach(this::turnTo);
        return ExposureAnswer.Searched.of(snapshot, question, starts.vendors(), leftOut.total(), null);
    }

    @Override
    public void close() {
        if (reach != null) {
            reach.close();
            reach = null;
        }
    }
}
