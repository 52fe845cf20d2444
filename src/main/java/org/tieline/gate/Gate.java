package org.tieline.gate;

import java.util.Collection;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.ResponseHttpFields.PersistentHttpField;

/**
 * What every port asks first: whether it is meant by the host that the client speaks to. A request that means another is
 * refused with 421, before anything else looks at it.
 *
 * @param hosts the names that this machine is asked under
 * @param proxies who may say what that name was
 */
public record Gate(KnownHosts hosts, TrustedProxies proxies) {
    /** Of a server that listens on loopback, with no proxy before it. */
    public static final Gate LOOPBACK = new Gate(KnownHosts.LOOPBACK, TrustedProxies.NONE);

    /**
     * A gate.
     *
     * @param host what is listened on
     * @param everywhere whether that means all addresses of this machine
     * @param names further names of it
     * @param proxies addresses or networks that are believed
     */
    public static Gate of(String host, boolean everywhere, Collection<String> names, Collection<String> proxies) {
        return new Gate(KnownHosts.of(host, everywhere, names), TrustedProxies.of(proxies));
    }

    /** Sets it up before everything else. */
    public void guard(HttpConfiguration http) {
        http.addCustomizer(proxies);
        http.addCustomizer(this::admit);
    }

    private Request admit(Request request, HttpFields.Mutable headers) {
        put(headers, "X-Content-Type-Options", "nosniff");
        if (!hosts.knows(request.getHttpURI().getHost())) {
            throw new HttpException.RuntimeException(
                    HttpStatus.MISDIRECTED_REQUEST_421, "this server is asked under another name");
        }
        return request;
    }

    /** In the place of what stands there, and also in the answer that a failure later makes anew. */
    public static void put(HttpFields.Mutable headers, String name, String value) {
        headers.put(new PersistentHttpField(new HttpField(name, value)));
    }
}
