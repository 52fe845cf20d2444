package org.tieline.server;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.tieline.gate.Gate;

/**
 * Stands before Neo4j's HTTP: pages of other origins may not even ask, and a page of Neo4j Browser may reach this machine
 * alone. Browser would tell four hosts of the internet about its use, whatever the settings say.
 */
final class BrowserGuard implements HttpConfiguration.Customizer {
    /**
     * Styles are set on single elements. {@code blob:} is for what the editor works out aside, and for pictures that a reader
     * saves.
     */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self'; worker-src 'self' blob:; "
            + "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src ";

    private final Set<String> names;
    private final int boltPort;
    private volatile int guidePort;

    /**
     * @param host the name that the addresses have which others are told
     * @param boltPort where Browser connects to
     */
    BrowserGuard(String host, int boltPort) {
        this.names = new TreeSet<>(Set.of("localhost"));
        names.add(host);
        this.boltPort = boltPort;
    }

    /** Lets Browser fetch the guide, and the style that it names. */
    void allowGuide(URI guide) {
        guidePort = guide.getPort();
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable headers) {
        HttpURI asked = request.getHttpURI();
        Gate.put(headers, "Content-Security-Policy", policy(asked.getHost()));
        Gate.put(headers, "Referrer-Policy", "no-referrer");
        Gate.put(headers, "X-Frame-Options", "DENY");
        // With it, Neo4j leaves out what it would add to the pages of Browser: another policy.
        Gate.put(headers, "Cache-Control", "no-store");
        for (String origin : request.getHeaders().getValuesList(HttpHeader.ORIGIN)) {
            if (!origin.equalsIgnoreCase(asked.getScheme() + "://" + asked.getAuthority())) {
                throw new HttpException.RuntimeException(
                        HttpStatus.FORBIDDEN_403, "pages of other origins may not ask this server");
            }
        }
        return request;
    }

    /** Discovery asks Bolt's port by HTTP first. */
    private String policy(String asked) {
        Set<String> hosts = new TreeSet<>(names);
        if (asked != null) {
            hosts.add(asked);
        }
        StringBuilder reachable = new StringBuilder("'self'");
        for (String host : hosts) {
            // There is no way to name an address of IPv6 in a policy.
            String place = host.startsWith("[") ? "*" : host;
            reachable.append(" ws://%1$s:%2$d http://%1$s:%2$d".formatted(place, boltPort));
            if (guidePort > 0) {
                reachable.append(" http://%s:%d".formatted(place, guidePort));
            }
        }
        return POLICY + reachable;
    }
}
