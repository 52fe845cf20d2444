package org.tieline.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.tieline.http.message.HttpRefusal;
import org.tieline.http.message.ProblemType;
import org.tieline.http.message.Problems;

/**
 * A handler that is given so much time until its answer begins. It runs in a thread of its own; when the time is over, the
 * client is told so at once, the thread is interrupted, which ends searches and frees connections to the database, and what
 * it may still say goes nowhere. An answer that has begun to stream has told its status already and takes what it takes.
 */
final class AnswerDeadline implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerDeadline.class);

    private final Duration timeout;
    private final Handler handler;

    private AnswerDeadline(Duration timeout, Handler handler) {
        this.timeout = timeout;
        this.handler = handler;
    }

    /** @param timeout zero for any time */
    static Handler within(Duration timeout, Handler handler) {
        return timeout.isZero() ? handler : new AnswerDeadline(timeout, handler);
    }

    @Override
    public void handle(Context context) throws Exception {
        Set<String> headers = Set.copyOf(context.res().getHeaderNames());
        Map<String, String> marks = MDC.getCopyOfContextMap();
        Gate gate = new Gate(context);
        FutureTask<Void> work = new FutureTask<>(() -> {
            if (marks != null) {
                MDC.setContextMap(marks);
            }
            handler.handle(gate.context());
            return null;
        });
        Thread.ofVirtual().name("answer").start(work);
        try {
            work.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            boolean slow = gate.isReading();
            if (gate.close()) {
                work.cancel(true);
                LOG.warn("{} was not answered within {}", context.path(), timeout);
                context.res().getHeaderNames().stream()
                        .filter(name -> !headers.contains(name))
                        .toList()
                        .forEach(context::removeHeader);
                throw slow ? new HttpRefusal(Problems.tooSlow()) : late();
            } else {
                await(context, work);
            }
        } catch (ExecutionException e) {
            throw cause(context, e);
        } catch (InterruptedException e) {
            work.cancel(true);
            throw e;
        }
    }

    private HttpRefusal late() {
        return new HttpRefusal(
                ProblemType.TOOK_TOO_LONG,
                "no answer was ready within %s s, and the work on it was given up"
                        .formatted(BigDecimal.valueOf(timeout.toMillis(), 3)
                                .stripTrailingZeros()
                                .toPlainString()));
    }

    private static void await(Context context, FutureTask<Void> work) throws Exception {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw cause(context, e);
        }
    }

    /** An error is the failure of this request alone: other threads go on, and where memory is short, it may be free again. */
    private static Exception cause(Context context, ExecutionException e) {
        if (e.getCause() instanceof OutOfMemoryError error) {
            LOG.error("there was too little memory to answer {}", context.path(), error);
            return new HttpRefusal(ProblemType.BUSY, "there is too little memory for this question now");
        }
        return e.getCause() instanceof Exception failure ? failure : e;
    }

    /** The context as the handler sees it, until it is closed. */
    private static final class Gate {
        /** They send bytes to the client, after which the status cannot change any more. */
        private static final Set<String> BEGINNING = Set.of("outputStream", "writeJsonStream", "writeSeekableStream");

        /** They wait for the client, during which the gate can be closed. */
        private static final Set<String> READING = Set.of("bodyInputStream", "bodyAsBytes", "body", "bodyAsClass");

        private final Context context;
        private final ReentrantLock lock = new ReentrantLock();
        private boolean begun;
        private boolean closed;

        /** While the handler waits for the body of the request. */
        private volatile boolean reading;

        Gate(Context context) {
            this.context = context;
        }

        Context context() {
            return (Context) Proxy.newProxyInstance(
                    Context.class.getClassLoader(),
                    new Class<?>[] {Context.class},
                    (proxy, method, arguments) -> pass(method, arguments));
        }

        /** Whether it could be closed, because the answer has not begun. */
        boolean close() {
            lock.lock();
            try {
                closed = !begun;
                return closed;
            } finally {
                lock.unlock();
            }
        }

        /** Whether it is the client that is waited for. */
        boolean isReading() {
            return reading;
        }

        private Object pass(Method method, Object[] arguments) throws Throwable {
            lock.lock();
            try {
                if (closed) {
                    throw new CancellationException("nobody waits for this answer any more");
                }
                begun |= BEGINNING.contains(method.getName());
                if (!begun && !READING.contains(method.getName())) {
                    return call(method, arguments);
                }
                reading = !begun;
            } finally {
                lock.unlock();
            }
            try {
                return call(method, arguments);
            } finally {
                reading = false;
            }
        }

        private Object call(Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(context, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
