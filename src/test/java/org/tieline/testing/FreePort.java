package org.tieline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for what must be told one, or find the same one again later. They lie below those that systems give to connections,
 * so that none of these takes one meanwhile.
 */
public final class FreePort {
    private static final int FIRST = 20_000;
    private static final int END = 32_000;

    private FreePort() {}

    /** One on which nobody listens. */
    public static int find() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException e) {
                // Another one then.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
