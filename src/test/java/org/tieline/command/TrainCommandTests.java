package org.tieline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tieline.testing.Run;

/** {@code tieline train} without the script that starts the program. */
class TrainCommandTests {
    @Test
    void shouldNotWorkForNothing() {
        Run run = Run.of(Map.of(), "train");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("""
                        Java was not told to keep what it learns; call bin/tieline of the unpacked archive with train alone
                        tieline train --help tells more
                        """);
    }
}
