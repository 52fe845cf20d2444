package org.tieline.gate;

import java.net.InetSocketAddress;
import java.util.Collection;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * The proxies that are believed what they say of the address that a client spoke to, by {@code X-Forwarded-Host},
 * {@code -Proto} and {@code -Port}. From all others, and so by default from everybody, these are passed over.
 *
 * <p>{@code X-Forwarded-For} is believed from nobody: proxies append to what a client has sent.
 */
public final class TrustedProxies implements HttpConfiguration.Customizer {
    /** Nobody is believed. */
    public static final TrustedProxies NONE = new TrustedProxies(new InetAddressSet());

    private final InetAddressSet addresses;
    private final ForwardedRequestCustomizer forwarded = new ForwardedRequestCustomizer();

    private TrustedProxies(InetAddressSet addresses) {
        this.addresses = addresses;
        forwarded.setForwardedForHeader(null);
        forwarded.setForwardedHeader(null);
        forwarded.setForwardedServerHeader(null);
        forwarded.setForwardedHttpsHeader(null);
        forwarded.setForwardedSslSessionIdHeader(null);
        forwarded.setForwardedCipherSuiteHeader(null);
    }

    /**
     * @param addresses of proxies, or networks of them like {@code 10.0.0.0/8}
     * @throws IllegalArgumentException if one is neither
     */
    public static TrustedProxies of(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return NONE;
        }
        InetAddressSet set = new InetAddressSet();
        set.addAll(addresses);
        return new TrustedProxies(set);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable headers) {
        boolean believed = !addresses.isEmpty()
                && request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress address
                && addresses.test(address.getAddress());
        return believed ? forwarded.customize(request, headers) : request;
    }
}
