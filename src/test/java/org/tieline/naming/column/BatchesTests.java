package org.tieline.naming.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchesTests {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 50_000})
    void shouldTakeAllInTheirOrder(int size) {
        List<Integer> taken = new ArrayList<>();

        Batches.inOrder(size, number -> number * 3, taken::add);

        assertThat(taken)
                .isEqualTo(
                        IntStream.range(0, size).mapToObj(number -> number * 3).toList());
    }

    @Test
    void shouldThrowWhatWorkThrows() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Batches.inOrder(
                        20_000,
                        number -> {
                            if (number == 10_000) {
                                throw new IllegalStateException("no such name");
                            }
                            return number;
                        },
                        number -> {}))
                .withMessageContaining("no such name");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 100, 10_007})
    void shouldSortAndLeaveEqualOnesInTheirOrder(int size) {
        Random random = new Random(size);
        String[] all = new String[size];
        Arrays.setAll(all, i -> random.nextInt(20) + " " + i);
        Comparator<String> order = Comparator.comparing(text -> text.substring(0, text.indexOf(' ')));
        String[] expected = all.clone();
        Arrays.sort(expected, order);

        Batches.sort(all, order);

        assertThat(all).containsExactly(expected);
    }
}
