package org.tieline.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tieline.question.Question;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.registry.Inquiries;
import org.tieline.question.registry.Questions;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** What people ask first is asked before them. */
class WarmingTests {
    private static final Duration END_TIMEOUT = Duration.ofMinutes(2);
    private static final Set<String> FIRST = Set.of("exposures", "organizations", "search");

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));

    /** Questions that tell who has asked them. */
    private Inquiries over(Snapshots some) {
        return new Inquiries(some)
                .asking(new Questions(FIRST.stream()
                        .map(name -> Question.of(
                                name,
                                "Test.",
                                Parameters.of(PARAMETERS.get(name)),
                                values -> snapshot -> {
                                    asked.add(name);
                                    throw new IllegalStateException("cannot be answered");
                                },
                                "/v1/" + name))
                        .toList()));
    }

    private static final Map<String, Parameter<String>> PARAMETERS = Map.of(
            "exposures", Parameter.of("vendor", Types.ID, "Test."),
            "organizations", Parameter.of("id", Types.ID, "Test."),
            "search", Parameter.of("q", Types.TEXT, "Test."));

    @AfterEach
    void close() {
        snapshots.close();
    }

    @Test
    void shouldAskEverythingThatPeopleAskFirstWhateverFails() {
        snapshots.refresh();

        new Warming(over(snapshots), stopping).run();

        assertThat(asked).isEqualTo(FIRST);
    }

    @Test
    void shouldWaitForASnapshotAndAskThen() throws InterruptedException {
        Thread warming = new Warming(over(snapshots), stopping).start();
        snapshots.refresh();

        assertThat(warming.join(END_TIMEOUT)).isTrue();
        assertThat(asked).isEqualTo(FIRST);
    }

    @Test
    void shouldEndWithTheServer() throws InterruptedException {
        Thread warming = new Warming(over(snapshots), stopping).start();
        stopping.countDown();

        assertThat(warming.join(END_TIMEOUT)).isTrue();
        snapshots.refresh();
        new Warming(over(snapshots), stopping).run();
        assertThat(asked).isEmpty();
    }
}
