package org.tieline;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.inquiry.Inquiries;
import org.tieline.inquiry.Page;
import org.tieline.inquiry.SearchInquiry;
import org.tieline.inquiry.Snapshot;
import org.tieline.model.Ban;
import org.tieline.web.Question;

/**
 * Asks once what people ask first, so that they do not wait for it: a database plans and compiles the first query of each
 * kind, which takes seconds. One question after the other, in a thread that yields to others and that nobody waits for; what
 * fails is for the log of those who look for it.
 */
final class Warming implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Warming.class);
    private static final long PAUSE_MILLIS = 200;

    private final Inquiries inquiries;
    private final CountDownLatch stopping;

    /** @param stopping at zero when nothing is to be asked any more */
    Warming(Inquiries inquiries, CountDownLatch stopping) {
        this.inquiries = inquiries;
        this.stopping = stopping;
    }

    /** Begins when there is a snapshot, which a database elsewhere may take long for. */
    static Thread start(Inquiries inquiries, CountDownLatch stopping) {
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("warming")
                .priority(Thread.MIN_PRIORITY)
                .unstarted(new Warming(inquiries, stopping));
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

    private void ask(Snapshot snapshot) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Optional<Ban> ban = snapshot.bans().values().stream().findFirst();
        Optional<String> vendor = ban.flatMap(some -> some.targets().stream().findFirst());
        vendor.ifPresent(id -> once("exposures", () -> exposures(snapshot, id, today)));
        // A plan is kept for texts of about one length, so a short and a long one are asked for.
        Comparator<String> byLength = Comparator.comparingInt(String::length);
        Stream.concat(vendor.stream(), snapshot.organizations().keySet().stream().max(byLength).stream())
                .distinct()
                .forEach(id -> {
                    once("organization", () -> inquiries.organizations().about(id, today));
                    once("search", () -> inquiries.search().find(new SearchInquiry.Question(id, Page.FIRST)));
                });
        ban.ifPresent(some -> {
            once("ban", () -> inquiries.bans().about(some.id(), today, null));
            once("source", () -> inquiries.sources().about(some.sources().getFirst()));
        });
    }

    private static void exposures(Snapshot snapshot, String vendor, LocalDate today) {
        Question.Asked asked = new Question.Asked(null, Map.of("vendor", List.of(vendor)), null, today);
        try {
            Question.EXPOSURES.answer(asked, snapshot, Output.JSON.toString(), OutputStream.nullOutputStream());
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
