package org.tieline.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownHostsTests {
    private final KnownHosts hosts = KnownHosts.of("Inner.example", false, List.of("graph.example.org", "fd00::7"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST.",
                "127.0.0.1",
                "[::1]",
                "::1",
                "[0:0:0:0:0:0:0:1]",
                "inner.example",
                "Graph.Example.Org",
                "[FD00:0::7]"
            })
    void shouldKnowLoopbackWhatIsListenedOnAndWhatIsNamed(String host) {
        assertThat(hosts.knows(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "graph.example.org.evil",
                "10.0.0.1",
                "[::2]",
                "127.0.0.1.nip.io"
            })
    void shouldKnowNoOther(String host) {
        assertThat(hosts.knows(host)).isFalse();
    }

    @Test
    void shouldKnowEveryAddressInDigitsButNoNameWhereItListensAtAll() {
        KnownHosts everywhere = KnownHosts.of("0.0.0.0", true, List.of());

        assertThat(List.of("192.168.1.5", "[fd00::7]", "localhost")).allMatch(everywhere::knows);
        assertThat(List.of("evil.example", "192.168.1.5.nip.io", "abc", "dead.beef"))
                .noneMatch(everywhere::knows);
    }

    @Test
    void shouldReadAHostWithItsPort() {
        assertThat(List.of("127.0.0.1:7687", "[::1]:7687", "localhost")).allMatch(hosts::knowsAuthority);
        assertThat(List.of("evil.example:7687", "evil.example", "a b", ":7", "user@evil.example"))
                .noneMatch(hosts::knowsAuthority);
    }
}
