package org.tieline.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.model.TielineException.DatabaseUnavailable;

class OtherStartTests {
    @TempDir
    private Path home;

    @Test
    void shouldGiveUpAnotherThatWritesNothing() {
        OtherStart other = new OtherStart(home, Duration.ofMillis(300));

        assertThatThrownBy(() -> IntStream.range(0, 1_000).forEach(i -> other.await()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("another Tieline is starting or stopping in the data folder " + home);
    }

    @Test
    void shouldWaitForAnotherWhileItWrites() throws IOException {
        OtherStart other = new OtherStart(home, Duration.ofSeconds(2));

        // Thirty pauses are longer than the silence that is allowed.
        for (int i = 0; i < 30; i++) {
            Files.writeString(home.resolve("log"), "line %d%n".formatted(i));
            other.await();
        }

        assertThat(home.resolve("log")).exists();
    }
}
