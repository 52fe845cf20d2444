package org.tieline.start;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.question.AnswerForm;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Reading;
import org.tieline.question.registry.Inquiries;
import org.tieline.question.registry.Questions;

/**
 * Asks once what people ask first, so that they do not wait for cold code, nor for the index of names. One question after
 * the other, in a thread that yields to others and that nobody waits for; what fails is for the log of those who look for it.
 */
final class Warming implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Warming.class);
    private static final long PAUSE_MILLIS = 200;

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

    /** Asks about exposures. To be called before {@link #start}, or not at all; it is asked once. */
    void askExposures(Snapshot snapshot) {
        exposuresAsked = true;
        snapshot.bans().values().stream()
                .flatMap(ban -> ban.targets().stream())
                .findFirst()
                .ifPresent(vendor -> once(snapshot, "exposures", "vendor", vendor));
    }

    private void ask(Snapshot snapshot) {
        if (!exposuresAsked) {
            askExposures(snapshot);
        }
        snapshot.organizations().values().stream().findFirst().ifPresent(organization -> {
            once(snapshot, "organizations", "id", organization.id());
            once(snapshot, "search", "q", organization.name());
        });
    }

    private void once(Snapshot snapshot, String name, String parameter, String text) {
        Questions questions = inquiries.questions().byName().get(name);
        if (stopping.getCount() == 0 || questions == null) {
            return;
        }
        Given given = new Given(Map.of(parameter, List.of(text)));
        Reading reading = snapshot.reading(LocalDate.now(ZoneOffset.UTC));
        try {
            questions
                    .meant(given)
                    .understand(given, null, reading)
                    .in(snapshot)
                    .write(OutputStream.nullOutputStream(), AnswerForm.JSON);
        } catch (IOException | RuntimeException e) {
            LOG.debug("could not ask for {} beforehand", name, e);
        }
    }
}
