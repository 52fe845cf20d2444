package org.tieline.config;

import java.util.List;

/**
 * Under which names this machine is asked, and through whom.
 *
 * @param hosts names beside those of loopback and the one that is listened on, in lower case
 * @param proxies addresses of proxies, or networks of them like {@code 10.0.0.0/8}, that are believed which address a client
 *     spoke to
 */
public record AccessSettings(List<String> hosts, List<String> proxies) {
    public AccessSettings {
        hosts = List.copyOf(hosts);
        proxies = List.copyOf(proxies);
    }
}
