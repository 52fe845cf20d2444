package org.tieline.question.exposures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.FoundExposures;
import org.tieline.exposure.LeftOutCount;
import org.tieline.exposure.path.ContactTie;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Relation;
import org.tieline.question.Cores;
import org.tieline.question.Snapshot;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.Restrictions;

/**
 * The searches of one question about exposures, one for each start and one after the other: its candidates in the order of the
 * answer. A candidate can be asked until the next one is taken; so the memory of one search is held at a time. To be closed.
 */
public final class ExposureSearches implements Iterator<ExposureSearches.Candidate>, AutoCloseable {
    private final Snapshot snapshot;
    private final ExposureQuestion question;
    private final Starts starts;
    private final Iterator<String> open;
    private final LeftOutCount leftOut = new LeftOutCount();
    private final BansAgainst bans;

    /** The search whose candidates are being taken; null before the first and after the last. */
    private @Nullable FoundExposures reach;

    /** Those that were not taken yet, nearest first, then by carrier. */
    private Iterator<Candidate> candidates = Collections.emptyIterator();

    /**
     * Prepares to search.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public ExposureSearches(Snapshot snapshot, ExposureQuestion question) {
        this.snapshot = snapshot;
        this.question = question;
        question.requireKnown(snapshot);
        Restrictions restrictions = snapshot.restrictions(
                question.search().asOf(), question.search().knownAt());
        starts = Starts.of(snapshot, question, restrictions);
        open = starts.all().iterator();
        bans = new BansAgainst(
                snapshot, restrictions, question.search(), question.bans().minBan());
    }

    /**
     * Searches from every start, on all cores, and passes on what is made of the candidates of each, which are in no order: of
     * one start after the other, as they come one by one too. For who takes nothing else.
     *
     * @param made safe for any number of threads; candidates can be asked in it alone
     */
    public <R> void each(Function<? super List<Candidate>, ? extends R> made, Consumer<? super R> taker) {
        Cores.inOrder(
                starts.all(),
                start -> {
                    try (FoundExposures found = search(start)) {
                        return made.apply(wanted(found));
                    }
                },
                taker);
    }

    private FoundExposures search(String start) {
        FoundExposures found = snapshot.search().reach(start, question.search());
        leftOut.add(found);
        return found;
    }

    @Override
    public boolean hasNext() {
        while (!candidates.hasNext() && open.hasNext()) {
            close();
            reach = search(open.next());
            List<Candidate> wanted = wanted(reach);
            wanted.sort(Comparator.comparingInt(Candidate::hops).thenComparing(Candidate::carrier));
            candidates = wanted.iterator();
        }
        if (!candidates.hasNext()) {
            close();
        }
        return candidates.hasNext();
    }

    @Override
    public Candidate next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return candidates.next();
    }

    /** A carrier that one search found and the question wants; spelled out when it is asked for. */
    public final class Candidate {
        private final FoundExposures reach;
        private final BansAgainst bans;
        private final int i;
        private @Nullable List<ContactTie> contacts;

        private Candidate(FoundExposures reach, BansAgainst bans, int i) {
            this.reach = reach;
            this.bans = bans;
            this.i = i;
        }

        public String vendor() {
            return reach.vendor();
        }

        public String carrier() {
            return reach.carrier(i);
        }

        /** The place of the carrier among {@link WantedCarriers}. */
        public int place() {
            return reach.place(i);
        }

        private int hops() {
            return reach.hops(i);
        }

        public Relation relation() {
            return reach.relation(i);
        }

        /**
         * The bans that are in conflict with some of its contact ties; asks for no path.
         *
         * @param held these ties; not asked for where no ban could be in conflict with any
         */
        public List<BanAgainst> conflicts(Supplier<List<ContactTie>> held) {
            return bans.conflicts(vendor(), carrier(), held);
        }

        /** The contact ties on any shortest path. */
        public List<ContactTie> contacts() {
            if (contacts == null) {
                contacts = reach.contacts(i);
            }
            return contacts;
        }

        /** Those of them that are of interest. */
        public List<ContactTie> wantedContacts() {
            return question.contacts().of(contacts());
        }

        /** The exposure with its path and the bans on its vendor, held against all contact ties. */
        public ExposureAnswer.Found found() {
            Exposure exposure = reach.exposure(i);
            return found(exposure, bans.on(vendor()).isEmpty() ? List.of() : bans.of(exposure, contacts()));
        }

        /** The same with some bans that were held against it before. */
        public ExposureAnswer.Found found(List<BanAgainst> held) {
            return found(reach.exposure(i), held);
        }

        private ExposureAnswer.Found found(Exposure exposure, List<BanAgainst> held) {
            return new ExposureAnswer.Found(
                    snapshot.organization(vendor()), snapshot.organization(carrier()), exposure, held);
        }
    }

    /** What was searched, once all candidates were taken. */
    public ExposureAnswer.Searched searched() {
        return ExposureAnswer.Searched.of(snapshot, question, starts.vendors(), leftOut.total(), starts.affiliates());
    }

    private List<Candidate> wanted(FoundExposures reach) {
        List<Candidate> wanted = new ArrayList<>();
        BansAgainst ofStart = bans.again();
        Set<String> homes = question.homes(snapshot);
        for (int i = 0; i < reach.size(); i++) {
            if (question.wants(snapshot, homes, starts, reach, i)) {
                Candidate candidate = new Candidate(reach, ofStart, i);
                if (question.contacts().isAny() || !candidate.wantedContacts().isEmpty()) {
                    wanted.add(candidate);
                }
            }
        }
        return wanted;
    }

    @Override
    public void close() {
        if (reach != null) {
            reach.close();
            reach = null;
        }
    }
}
