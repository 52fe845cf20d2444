package org.tieline.gate;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names that this machine is asked under. A site that leads its own name to an address here (DNS rebinding) makes the
 * browser of a visitor take both for one; only its name, which it cannot hide, gives it away.
 *
 * @param names in lower case, addresses of IPv6 without brackets
 * @param named those of them that a setting names, beside what is listened on
 * @param everyAddress whether addresses in digits are known, all of them: nobody can lead those elsewhere
 */
public record KnownHosts(Set<String> names, Set<String> named, boolean everyAddress) {
    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "::1");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

    /** Of a server that listens on loopback. */
    public static final KnownHosts LOOPBACK = of("127.0.0.1", false, Set.of());

    public KnownHosts {
        names = Set.copyOf(names);
        named = Set.copyOf(named);
    }

    /**
     * The names of loopback, what is listened on, and those that a setting names.
     *
     * @param everywhere whether the host means all addresses of this machine
     */
    public static KnownHosts of(String host, boolean everywhere, Collection<String> named) {
        Set<String> further = new HashSet<>();
        named.forEach(name -> further.add(plain(name)));
        Set<String> names = new HashSet<>(OWN);
        names.add(plain(host));
        names.addAll(further);
        return new KnownHosts(names, further, everywhere);
    }

    /** @param host a name or an address, an IPv6 one with or without brackets; null if none was sent, which no browser does */
    public boolean knows(@Nullable String host) {
        if (host == null || host.isEmpty()) {
            return true;
        }
        String plain = plain(host);
        return names.contains(plain) || everyAddress && isAddress(plain);
    }

    /** Whether a setting names the host. */
    public boolean names(String host) {
        return named.contains(plain(host));
    }

    /** @param authority a host with or without a port, as in the header {@code Host} */
    public boolean knowsAuthority(String authority) {
        try {
            String host = URI.create("http://" + authority).getHost();
            return host != null && !authority.contains("@") && knows(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAddress(String plain) {
        return IPV4.matcher(plain).matches() || IPV6.matcher(plain).matches();
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        String bare = lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
        String rooted = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
        return IPV6.matcher(rooted).matches() ? written(rooted) : rooted;
    }

    /** One address of IPv6 is written in many ways. */
    private static String written(String address) {
        try {
            String plain = InetAddress.getByName(address).getHostAddress();
            return plain.equals("0:0:0:0:0:0:0:1") ? "::1" : plain;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
