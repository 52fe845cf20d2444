package org.tieline.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.util.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.2.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:db8::1"
            })
    void shouldRefuseWhatIsNotOfThePublicInternet(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() -> PublicAddresses.check(address, false))
                .isInstanceOf(PublicAddresses.Refused.class)
                .hasMessageContaining("no address of the public internet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.0.1",
                "223.255.255.255",
                "2606:4700::1111"
            })
    void shouldAcceptWhatIs(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
        PublicAddresses.check(address, false);
    }

    @Test
    void shouldRefuseANameThatMeansThisMachineUnlessAnyAddressWillDo() throws UnknownHostException {
        assertThatThrownBy(() -> PublicAddresses.check("localhost", false))
                .isInstanceOf(PublicAddresses.Refused.class)
                .hasMessageStartingWith("localhost is ");
        PublicAddresses.check("localhost", true);
    }

    /** What is connected to is what was looked at, and one bad address among good ones is enough. */
    @Test
    void shouldHandOnTheAddressesThatItLookedAt() throws Exception {
        List<InetSocketAddress> good = List.of(new InetSocketAddress("1.1.1.1", 443));
        List<InetSocketAddress> mixed =
                List.of(new InetSocketAddress("1.1.1.1", 443), new InetSocketAddress("10.0.0.1", 443));

        assertThat(resolved(good).get()).isSameAs(good);
        assertThatThrownBy(() -> resolved(mixed).get()).hasCauseInstanceOf(PublicAddresses.Refused.class);
    }

    private static CompletableFuture<List<InetSocketAddress>> resolved(List<InetSocketAddress> found) {
        CompletableFuture<List<InetSocketAddress>> resolved = new CompletableFuture<>();
        new PublicAddresses((host, port, context, promise) -> promise.succeeded(found), false)
                .resolve("example.org", 443, Map.of(), Promise.from(resolved));
        return resolved;
    }
}
