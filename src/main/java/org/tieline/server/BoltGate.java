package org.tieline.server;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tieline.gate.KnownHosts;

/**
 * Stands before Neo4j's Bolt, which speaks WebSocket too and takes every page of the web for a driver. Only pages of Neo4j
 * Browser on this machine may; drivers, which send no HTTP, are not concerned.
 *
 * <p>Neo4j has no setting for it. Netty asks its extensions about each connection, if a property of the system says so before
 * its first; {@link #isInForce} tells whether it did.
 */
public final class BoltGate extends ChannelInitializerExtension {
    private static final Map<Integer, Visitors> BY_PORT = new ConcurrentHashMap<>();
    private static volatile boolean asked;

    /** For Netty alone. */
    public BoltGate() {}

    /**
     * Who may speak WebSocket at a port.
     *
     * @param hosts the names of this machine
     * @param browserPort where Neo4j Browser is
     */
    record Visitors(KnownHosts hosts, int browserPort) {
        /** @param host as in the header, with the port */
        boolean knows(String host) {
            return hosts.knowsAuthority(host);
        }

        /** @param origin as in the header */
        boolean allows(String origin) {
            try {
                URI page = new URI(origin);
                return page.getHost() != null
                        && hosts.knows(page.getHost())
                        && (page.getPort() == browserPort || hosts.names(page.getHost()));
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    /** To be called before anything uses Netty. */
    static void prepare() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    /** Whether Netty has asked about a port that is listened on. */
    static boolean isInForce() {
        return asked;
    }

    /** Until this was called for a port, nobody may speak WebSocket there. */
    static void open(int port, Visitors visitors) {
        BY_PORT.put(port, visitors);
    }

    static void close(int port) {
        BY_PORT.remove(port);
    }

    @Override
    public void postInitializeServerListenerChannel(ServerChannel channel) {
        asked |= channel instanceof ServerSocketChannel;
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        if (channel instanceof SocketChannel socket) {
            channel.pipeline().addFirst(new BoltHandshake(() -> visitors(socket.localAddress())));
        }
    }

    private static @Nullable Visitors visitors(InetSocketAddress local) {
        return local == null ? null : BY_PORT.get(local.getPort());
    }
}
