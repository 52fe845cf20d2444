package org.tieline.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.testing.Patience;

/** Parts of one question on several cores. */
class CoresTests {
    private static final List<Integer> PARTS = IntStream.range(0, 1_000).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void shouldPassOnEachPartInItsTurn(int cores) throws Exception {
        List<String> taken = new ArrayList<>();
        on(cores, () -> {
            Cores.inOrder(PARTS, part -> part + " " + part * part, taken::add);
            return null;
        });

        assertThat(taken)
                .containsExactlyElementsOf(
                        PARTS.stream().map(part -> part + " " + part * part).toList());
    }

    @Test
    void shouldWorkOnSeveralAtOnce() throws Exception {
        CyclicBarrier met = new CyclicBarrier(2);
        on(7, () -> {
            Cores.inOrder(List.of("one", "other"), part -> meet(met), place -> assertThat(place)
                    .isBetween(0, 1));
            return null;
        });
    }

    /** The thread that asks is at work too, and more than there are cores are not. */
    @Test
    void shouldBeginNothingByOthersWhereEveryCoreIsTaken() throws Exception {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        Thread asking = on(
                2,
                () -> Cores.answering(() -> Cores.answering(() -> {
                    Cores.inOrder(PARTS, part -> workers.add(Thread.currentThread()), first -> {});
                    return Thread.currentThread();
                })));

        assertThat(workers).containsExactly(asking);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void shouldKeepFewResults(int cores) throws Exception {
        AtomicInteger taken = new AtomicInteger();
        on(cores, () -> {
            int ahead = Cores.ahead();
            Iterable<Integer> parts = () -> PARTS.stream()
                    .peek(part -> assertThat(part - taken.get()).isLessThanOrEqualTo(ahead))
                    .iterator();
            Cores.inOrder(parts, part -> part, part -> taken.incrementAndGet());
            return null;
        });

        assertThat(taken).hasValue(PARTS.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void shouldFailAsThePartDoesWhoseTurnItIs(int cores) throws Exception {
        List<Integer> taken = new ArrayList<>();
        on(cores, () -> assertThatThrownBy(() -> Cores.inOrder(
                        PARTS,
                        part -> {
                            if (part >= 20) {
                                throw new IllegalArgumentException("part " + part);
                            }
                            return part;
                        },
                        taken::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("part 20"));

        assertThat(taken).containsExactlyElementsOf(PARTS.subList(0, 20));
    }

    /** Who does not wait any more stops those who help; and the thread that helped goes on with the work of others. */
    @Test
    void shouldStopThoseWhoHelpWhenNobodyWaits() throws Exception {
        CountDownLatch helping = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        try (ForkJoinPool pool = new ForkJoinPool(2)) {
            Patience.get(pool.submit(() -> {
                Thread asking = Thread.currentThread();
                assertThatThrownBy(() -> Cores.inOrder(
                                List.of("mine", "others"),
                                part -> {
                                    if (Thread.currentThread() == asking) {
                                        await(helping);
                                        asking.interrupt();
                                    } else {
                                        helping.countDown();
                                        waitForAnInterrupt(stopped);
                                    }
                                    return part;
                                },
                                part -> {}))
                        .isInstanceOf(CancellationException.class);
                assertThat(Thread.interrupted()).isTrue();
                return null;
            }));
            assertThat(stopped.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            for (int i = 0; i < 10; i++) {
                assertThat(Patience.get(pool.submit(() -> Thread.currentThread().isInterrupted())))
                        .isFalse();
            }
        }
    }

    private static void waitForAnInterrupt(CountDownLatch stopped) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int meet(CyclicBarrier met) {
        try {
            return met.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("nobody else worked at the same time", e);
        }
    }

    private static <T> T on(int cores, Callable<T> work) throws Exception {
        try (ForkJoinPool pool = new ForkJoinPool(cores)) {
            return Patience.get(pool.submit(work));
        }
    }
}
