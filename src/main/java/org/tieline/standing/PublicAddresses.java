package org.tieline.standing;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Finds the addresses of a host, and refuses those that are not of the public internet: this machine, its networks, and what is
 * reserved. The address that was looked at is the one that is connected to, so that a name cannot mean another a moment later.
 */
final class PublicAddresses implements SocketAddressResolver {
    /** The special-purpose registries of IANA, as far as they are not reachable from everywhere. */
    private static final List<Network> REFUSED = List.of(
            new Network("0.0.0.0", 8),
            new Network("10.0.0.0", 8),
            new Network("100.64.0.0", 10),
            new Network("127.0.0.0", 8),
            new Network("169.254.0.0", 16),
            new Network("172.16.0.0", 12),
            new Network("192.0.0.0", 24),
            new Network("192.0.2.0", 24),
            new Network("192.88.99.0", 24),
            new Network("192.168.0.0", 16),
            new Network("198.18.0.0", 15),
            new Network("198.51.100.0", 24),
            new Network("203.0.113.0", 24),
            new Network("224.0.0.0", 3),
            new Network("2001::", 23),
            new Network("2001:db8::", 32),
            new Network("2002::", 16),
            new Network("3fff::", 20));

    /** All that was ever given out for the public internet of IPv6. */
    private static final Network GLOBAL = new Network("2000::", 3);

    private final SocketAddressResolver names;
    private final boolean any;

    /**
     * @param names finds all addresses of a host
     * @param any whether every address will do
     */
    PublicAddresses(SocketAddressResolver names, boolean any) {
        this.names = names;
        this.any = any;
    }

    /** Addresses whose first bits are alike. */
    private record Network(byte[] address, int bits) {
        Network(String text, int bits) {
            this(literal(text), bits);
        }

        private static byte[] literal(String text) {
            try {
                return InetAddress.getByName(text).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                if (((other[bit / 8] ^ address[bit / 8]) >> 7 - bit % 8 & 1) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** That a host has an address to which nothing is sent. */
    static final class Refused extends RuntimeException {
        Refused(String host, InetAddress address) {
            super("%s is %s, which is no address of the public internet".formatted(host, address.getHostAddress()));
        }
    }

    /** Whether an address is one of the public internet. An IPv4 address that is written as one of IPv6 is the former. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return !(address instanceof Inet6Address && !GLOBAL.holds(bytes))
                && REFUSED.stream().noneMatch(network -> network.holds(bytes));
    }

    /** @throws Refused if one of them is not public */
    private static void check(String host, Stream<InetAddress> addresses, boolean any) {
        addresses.filter(address -> !any && !isPublic(address)).findFirst().ifPresent(address -> {
            throw new Refused(host, address);
        });
    }

    /**
     * Looks a host up at once, for who wants to tell early that it will not do.
     *
     * @throws Refused if one of its addresses is not public
     * @throws UnknownHostException if it has none
     */
    static void check(String host, boolean any) throws UnknownHostException {
        check(host, Arrays.stream(InetAddress.getAllByName(host)), any);
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        names.resolve(host, port, context, new Promise<>() {
            @Override
            public void succeeded(List<InetSocketAddress> addresses) {
                try {
                    check(host, addresses.stream().map(InetSocketAddress::getAddress), any);
                } catch (Refused e) {
                    promise.failed(e);
                    return;
                }
                promise.succeeded(addresses);
            }

            @Override
            public void failed(Throwable failure) {
                promise.failed(failure);
            }
        });
    }
}
