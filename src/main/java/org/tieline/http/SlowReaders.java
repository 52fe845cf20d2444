package org.tieline.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections whose clients do not take what they asked for. A piece of an answer, some 32 KiB, must be taken in time;
 * the idle time-out of a connection alone would be satisfied by a byte now and then.
 */
final class SlowReaders extends Handler.Wrapper {
    /** A client on a bad line, at a kilobyte a second, keeps up. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Duration patience;

    SlowReaders() {
        this(PATIENCE);
    }

    SlowReaders(Duration patience) {
        this.patience = patience;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Timed(request, response), callback);
    }

    private final class Timed extends Response.Wrapper {
        Timed(Request request, Response wrapped) {
            super(request, wrapped);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            Request request = getRequest();
            Scheduler.Task end = request.getComponents()
                    .getScheduler()
                    .schedule(() -> breakOff(request), patience.toNanos(), TimeUnit.NANOSECONDS);
            super.write(last, content, new Callback.Nested(callback) {
                @Override
                public void completed() {
                    end.cancel();
                }
            });
        }
    }

    private static void breakOff(Request request) {
        request.getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close(new TimeoutException("the client does not read its answer"));
    }
}
