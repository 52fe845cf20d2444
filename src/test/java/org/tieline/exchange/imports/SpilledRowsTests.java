package org.tieline.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpilledRowsTests {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2_000, 50_000, 1 << 30})
    void shouldSortWhateverItHoldsInMemoryAndKeepTheOrderOfEqualOnes(long most) {
        Random random = new Random(most);
        List<Map.Entry<String, String>> expected = new ArrayList<>();
        SpilledRows rows = new SpilledRows(folder, "rows", most);
        for (int i = 0; i < 300; i++) {
            String key = "ключ-" + random.nextInt(200);
            String content = i % 7 == 0 ? "" : "row " + i;
            rows.add(key, content.getBytes(StandardCharsets.UTF_8));
            expected.add(Map.entry(key, content));
        }
        expected.sort(Comparator.comparing(Map.Entry::getKey));

        List<Map.Entry<String, String>> sorted = new ArrayList<>();
        rows.each((key, content) -> sorted.add(Map.entry(key, new String(content, StandardCharsets.UTF_8))));

        assertThat(sorted).isEqualTo(expected);
        assertThat(folder).isEmptyDirectory();
        rows.each((key, content) -> sorted.clear());
        assertThat(sorted).isEqualTo(expected);
    }
}
