package org.tieline.question;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All cores for one question that falls into parts which know nothing of each other: one vendor, or one vendor on some days.
 *
 * <p>Who asks works on the parts in their order, and takes what became of each in the same order, so that an answer is the same
 * whatever the number of cores. The threads of the JDK's common pool help with those that nobody has begun, as far as cores are
 * idle: no more threads work on questions than there are cores, because of help. So a large question leaves small ones their
 * time, and where there is one core, or none is idle, nothing is but a loop. Who asks inside a {@link ForkJoinPool} is helped by
 * that pool alone.
 *
 * <p>Virtual threads, which the JDK would work parts in by itself, give way to nobody while they compute.
 */
public final class Cores {
    /** How many parts for each core are begun before the first of them is taken; their results are kept so long. */
    private static final int AHEAD = 8;

    /** The threads that work on questions now. */
    private static final AtomicInteger AT_WORK = new AtomicInteger();

    private Cores() {}

    /** One part until it is taken. The pool may come across it later, when it must not hold what was found any more. */
    private static final class Begun<R> implements Runnable {
        private final int most;
        private volatile @Nullable FutureTask<R> task;

        Begun(int most, Callable<R> work) {
            this.most = most;
            task = new FutureTask<>(work);
        }

        /** By a thread that helps, if a core is idle. */
        @Override
        public void run() {
            FutureTask<R> work = task;
            if (work == null || AT_WORK.getAndUpdate(working -> Math.min(working + 1, most)) >= most) {
                return;
            }
            try {
                work.run();
            } finally {
                AT_WORK.decrementAndGet();
                // It was meant for this part, and not for what the thread does next.
                Thread.interrupted();
            }
        }

        /** By who asks; does nothing if somebody has begun it. */
        void runHere() {
            Objects.requireNonNull(task, "was not taken yet").run();
        }

        boolean isDone() {
            return Objects.requireNonNull(task, "was not taken yet").isDone();
        }

        R take() throws InterruptedException, ExecutionException {
            R result = Objects.requireNonNull(task, "a part is taken once").get();
            task = null;
            return result;
        }

        void giveUp() {
            FutureTask<R> work = task;
            task = null;
            if (work != null) {
                work.cancel(true);
            }
        }
    }

    /**
     * What becomes of parts, in their order: each is worked on, or waited for, when it is asked for, while others work on those
     * behind it. For one thread at a time. Closing it gives up those that nobody has asked for.
     */
    public static final class Results<R> implements Iterator<R>, AutoCloseable {
        private final int cores = cores();
        private final ForkJoinPool pool =
                ForkJoinTask.inForkJoinPool() ? ForkJoinTask.getPool() : ForkJoinPool.commonPool();
        private final Iterator<Callable<R>> rest;
        private final Deque<Begun<R>> begun = new ArrayDeque<>();

        private Results(Iterator<Callable<R>> rest) {
            this.rest = rest;
        }

        @Override
        public boolean hasNext() {
            return !begun.isEmpty() || rest.hasNext();
        }

        /**
         * What became of the next part.
         *
         * @throws CancellationException if this thread is interrupted; the work on the others is given up then, and when a part
         *     fails, which throws what its work did
         */
        @Override
        public R next() {
            boolean taken = false;
            try {
                R result = cores == 1 ? rest.next().call() : take();
                taken = true;
                return result;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("nobody waits for this answer any more");
            } catch (RuntimeException e) {
                throw e;
            } catch (ExecutionException e) {
                throw unchecked(e.getCause());
            } catch (Exception e) {
                throw unchecked(e);
            } finally {
                if (!taken) {
                    close();
                }
            }
        }

        private R take() throws InterruptedException, ExecutionException {
            while (rest.hasNext() && begun.size() < AHEAD * cores) {
                Begun<R> next = new Begun<>(cores, rest.next());
                begun.add(next);
                pool.execute(next);
            }
            Begun<R> first = begun.getFirst();
            for (Iterator<Begun<R>> open = begun.iterator(); !first.isDone() && open.hasNext(); ) {
                open.next().runHere();
            }
            R result = first.take();
            begun.removeFirst();
            return result;
        }

        @Override
        public void close() {
            begun.forEach(Begun::giveUp);
            begun.clear();
        }
    }

    /**
     * Answers a question, which takes the core of this thread from those that could help with others.
     *
     * @throws Exception what the work throws
     */
    public static <T> T answering(Callable<T> work) throws Exception {
        AT_WORK.incrementAndGet();
        try {
            return work.call();
        } finally {
            AT_WORK.decrementAndGet();
        }
    }

    /**
     * Works on parts on all cores, as what becomes of them is asked for.
     *
     * @param parts asked for a few ahead of the one that is taken
     * @param work safe for any number of threads; what it throws is thrown when it is the turn of its part
     */
    public static <P, R> Results<R> results(Iterable<? extends P> parts, Function<? super P, ? extends R> work) {
        Iterator<? extends P> all = parts.iterator();
        return new Results<>(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Callable<R> next() {
                P part = all.next();
                return () -> work.apply(part);
            }
        });
    }

    /**
     * Works on parts on all cores, and passes on what became of each, in their order, by this thread. When one fails, or this
     * thread is interrupted, the work on the others is given up.
     *
     * @param parts asked for a few ahead of the one that is passed on, by this thread
     * @param work as {@link #results} has it
     * @throws CancellationException if this thread is interrupted
     */
    public static <P, R> void inOrder(
            Iterable<? extends P> parts, Function<? super P, ? extends R> work, Consumer<? super R> taker) {
        try (Results<R> results = results(parts, work)) {
            results.forEachRemaining(taker);
        }
    }

    /** How many parts are asked for, at most, ahead of the one that is passed on. */
    public static int ahead() {
        return cores() == 1 ? 0 : AHEAD * cores();
    }

    private static int cores() {
        return ForkJoinTask.inForkJoinPool()
                ? ForkJoinTask.getPool().getParallelism()
                : Runtime.getRuntime().availableProcessors();
    }

    private static RuntimeException unchecked(@Nullable Throwable failure) {
        return switch (failure) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failure);
        };
    }
}
