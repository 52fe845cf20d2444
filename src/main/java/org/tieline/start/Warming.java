package org.tieline.start;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.model.Ban;
import org.tieline.question.AnswerForm;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Paging;
import org.tieline.question.records.SearchInquiry;
import org.tieline.question.registry.Inquiries;

/**
 * Asks once what people ask first, so that they do not wait for it: a database plans and compiles the first query of each
 * kind, which takes seconds. One question after the other, in a thread that yields to others and that nobody waits for; what
 * fails is for the log of those who look for it.
 */
final class Warming implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Warming.class);
    private static final long PAUSE_MILLIS = 200;

    /** In characters: up to this length a text is a short one for Neo4j's planner. */
    private static final int SHORT = 10;

    private final Inquiries inquiries;
    private final CountDownLatch stopping;
    private boolean exposuresAsked;

    /** @param stopping at zero when nothing is to be asked any more */
    Warming(Inquiries inquiries, CountDownLatch stopping) {
        this.inquiries = inquiries;
        this.stopping = stopping;
    }

    /** Begins when there is a snapshot, which a database elsewhere may take long for. */
    Thread start() {
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("warming")
                .priority(Thread.MIN_PRIORITY)
                .unstarted(this);
        thread.start();
        return thread;
    }

    @Override
    public void run() {
        try {
            Optional<Snapshot> snapshot = inquiries.snapshots().latest();
            while (snapshot.isEmpty()) {
                if (stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                snapshot = inquiries.snapshots().latest();
            }
            ask(snapshot.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Asks about exposures, which needs no database, so that whoever is the first to ask does not wait for cold code. To be
     * called before {@link #start}, or not at all; it is asked once.
     */
    void askExposures(Snapshot snapshot) {
        exposuresAsked = true;
        snapshot.bans().values().stream()
                .flatMap(ban -> ban.targets().stream())
                .findFirst()
                .ifPresent(vendor -> once("exposures", () -> exposures(snapshot, vendor, today())));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private void ask(Snapshot snapshot) {
        if (!exposuresAsked) {
            askExposures(snapshot);
        }
        LocalDate today = today();
        for (String id : oneOfEach(snapshot.organizations().keySet(), Warming::isLong)) {
            once("organization", () -> inquiries.organizations().about(id, today));
            once("search", () -> inquiries.search().find(new SearchInquiry.Question(id, Paging.FIRST)));
        }
        for (Ban ban : oneOfEach(
                snapshot.bans().values(),
                some -> List.of(isLong(some.id()), some.sources().size() > 1))) {
            once("ban", () -> inquiries.bans().about(ban.id(), today, null));
        }
        for (String id : oneOfEach(snapshot.sources().keySet(), Warming::isLong)) {
            once("source", () -> inquiries.sources().about(id));
        }
    }

    /** Neo4j plans a query once for short texts and lists, and again for longer ones. */
    private static boolean isLong(String id) {
        return id.length() > SHORT;
    }

    private static <T> Collection<T> oneOfEach(Collection<T> all, Function<T, Object> kind) {
        return all.stream()
                .collect(Collectors.toMap(kind, Function.identity(), (first, other) -> first, LinkedHashMap::new))
                .values();
    }

    private static void exposures(Snapshot snapshot, String vendor, LocalDate today) {
        Given given = new Given(Map.of("vendor", List.of(vendor)));
        try {
            ExposureQuestion.DECLARED
                    .understand(given, null, snapshot.reading(today))
                    .in(snapshot)
                    .write(OutputStream.nullOutputStream(), AnswerForm.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void once(String what, Runnable question) {
        if (stopping.getCount() == 0) {
            return;
        }
        try {
            question.run();
        } catch (RuntimeException e) {
            LOG.debug("could not ask for an {} beforehand", what, e);
        }
    }
}
