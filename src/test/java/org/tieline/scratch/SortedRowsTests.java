package org.tieline.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedRowsTests {
    @TempDir
    private Path folder;

    @Test
    void shouldSortWhatDoesNotFitIntoMemoryAndLeaveNothing() throws IOException {
        List<String> keys = new ArrayList<>(IntStream.range(0, 5_000)
                .mapToObj(i -> "\u00e9\ud83d\udcde" + i)
                .toList());
        Collections.shuffle(keys, new Random(7));
        List<String> sorted = new ArrayList<>();

        try (Scratch scratch = Scratch.in(folder)) {
            SortedRows rows = new SortedRows(scratch, 10_000);
            keys.forEach(key -> rows.add(key, key.getBytes(StandardCharsets.UTF_8)));
            assertThat(rows.size()).isEqualTo(keys.size());
            assertThat(files()).isNotEmpty();
            rows.forEach((key, bytes) -> sorted.add(new String(bytes, StandardCharsets.UTF_8)));
        }

        assertThat(sorted).isEqualTo(keys.stream().sorted().toList());
        assertThat(files()).isEmpty();
    }

    @Test
    void shouldReadWhatWasSpooledToAFile() throws IOException {
        byte[] much = new byte[1 << 20];
        new Random(1).nextBytes(much);

        try (Scratch scratch = Scratch.in(folder);
                Spool spool = new Spool(scratch)) {
            spool.write(much, 0, 1_000);
            assertThat(files()).isEmpty();
            spool.write(much, 1_000, much.length - 1_000);
            assertThat(files()).isNotEmpty();
            assertThat(spool.size()).isEqualTo(much.length);
            assertThat(spool.read()).hasBinaryContent(much);
        }
    }

    @Test
    void shouldEndWhatNobodyEndedWithTheFolder() throws IOException {
        byte[] much = new byte[1 << 20];
        Scratch scratch = Scratch.in(folder);
        Spool spool = new Spool(scratch);
        spool.write(much);

        scratch.close();

        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> spool.write(much)).isInstanceOf(ClosedChannelException.class);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
