package org.tieline.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.known.SortedFacts;
import org.tieline.model.DataError;
import org.tieline.model.Dataset;
import org.tieline.model.DatasetSummary;
import org.tieline.model.FactSink;
import org.tieline.model.Tie;
import org.tieline.model.TielineException.InvalidData;

/** Folders whose rows do not fit into memory, in small. */
class ManyFactsTests {
    private static final int TIES = 20_000;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        new ManyFacts(5_000, TIES).write(folder, Dataset.UNVERSIONED);
    }

    @Test
    void shouldHandEveryFactOverWithTheDigestOfAll() {
        List<Tie> ties = new ArrayList<>();
        FactSink sink = new FactSink() {
            @Override
            public void tie(Tie tie) {
                ties.add(tie);
            }
        };

        DatasetReader.Checked checked = DatasetReader.check(List.of(folder), sink, DatasetReader.Following.NOTHING);

        Dataset whole = DatasetReader.read(folder);
        assertThat(checked.summary()).isEqualTo(DatasetSummary.of(whole));
        assertThat(checked.summary().ties()).isEqualTo(TIES);
        assertThat(checked.warningsInAll()).isZero();
        assertThat(ties).isEqualTo(whole.ties());
        assertThat(whole.sha256()).isEqualTo(Datasets.sha256(SortedFacts.of(whole)));
    }

    @Test
    void shouldDigestRowsInAnyOrderAlike() throws IOException {
        String sorted = DatasetReader.check(List.of(folder)).summary().sha256();

        for (String file : List.of("ties.csv", "organizations.csv", "identifiers.csv", "sources.csv")) {
            ManyFacts.turn(folder, file);
            assertThat(DatasetReader.check(List.of(folder)).summary().sha256())
                    .as(file)
                    .isEqualTo(sorted);
        }
    }

    @Test
    void shouldFindTwoRowsWithOneIdAmongMany() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("ties.csv"));
        append("ties.csv", lines.get(1_000));

        assertThatThrownBy(() -> DatasetReader.check(List.of(folder)))
                .isInstanceOfSatisfying(InvalidData.class, invalid -> assertThat(invalid.errors())
                        .containsExactly(new DataError(
                                "ties.csv",
                                lines.size() + 1,
                                "id",
                                "t0000000999",
                                "must be unique, line 1001 has it too")));
    }

    @Test
    void shouldFindTheStakesThatContradictAmongMany() throws IOException {
        append("ties.csv", "z-stake,o00000000,OWNS,o00004000,2010,,,,99.99,,,,,,confirmed,s00001,Made up.");

        assertThatThrownBy(() -> DatasetReader.check(List.of(folder)))
                .isInstanceOfSatisfying(
                        InvalidData.class,
                        invalid -> assertThat(invalid.errors()).singleElement().satisfies(error -> {
                            assertThat(error.rule()).isEqualTo(DataError.Rule.WITHIN_100);
                            assertThat(error.remedy()).startsWith("must not lift the stakes in o00004000 above 100");
                        }));
    }

    @Test
    void shouldTellTheFirstOfVeryManyErrorsAndHowManyThereAre() throws IOException {
        String ties = Files.readString(folder.resolve("ties.csv"));
        Files.writeString(folder.resolve("ties.csv"), ties.replace(",confirmed,", ",certain,"));

        assertThatThrownBy(() -> DatasetReader.check(List.of(folder)))
                .isInstanceOfSatisfying(InvalidData.class, invalid -> {
                    assertThat(invalid.errors()).hasSize(DataErrors.MOST);
                    assertThat(invalid.inAll()).isBetween(DataErrors.MOST + 1L, (long) TIES);
                    assertThat(invalid.getMessage())
                            .endsWith("and %d errors more".formatted(invalid.inAll() - DataErrors.MOST));
                });
    }

    private void append(String file, String line) throws IOException {
        Files.writeString(folder.resolve(file), line + "\n", StandardOpenOption.APPEND);
    }
}
