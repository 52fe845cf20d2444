package org.tieline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.testing.Run;

/** {@code tieline diff}. */
class DiffCommandTests {
    @TempDir
    private Path place;

    private Path older;
    private Path newer;

    @BeforeEach
    void makeTwoReleases() throws IOException {
        older = Files.createDirectory(place.resolve("older"));
        newer = Files.createDirectory(place.resolve("newer"));
        for (Path folder : new Path[] {older, newer}) {
            write(folder, "bans.csv", "id,summary\n");
            write(folder, "sources.csv", "id,title\npaper,Title\n");
        }
        write(older, "datapackage.json", "{\"version\": \"2026.11.0\"}");
        write(newer, "datapackage.json", "{\"version\": \"2026.12.0\"}");
        write(older, "organizations.csv", "id,name,formerIds\nmaker,Maker,\nbuyer,Buyer,\n");
        write(newer, "organizations.csv", "id,name,formerIds\nmaker,Maker,\npurchaser,Purchaser,buyer\n");
        write(older, "ties.csv", """
                id,from,to,segment,until,summary
                supply,maker,buyer,ran,,It *sells*.
                old-supply,maker,buyer,,,It sold.
                """);
        write(newer, "ties.csv", """
                id,from,to,segment,until,summary
                supply,maker,purchaser,core|ran,2024-05,It *sells*.
                new-supply,maker,purchaser,,,It sells <more>.
                """);
        write(newer, "reasons.csv", """
                table,id,column,old,new,reason
                ties,supply,until,,2024-05,a page says | when it ended
                ties,old-supply,,,,no source holds it
                ties,lost,,,,of another release
                """);
    }

    @Test
    void shouldPrintTheTableThatThePageShows() throws IOException {
        Run run = diff();

        assertThat(run.code()).as(run.err()).isZero();
        String page = Files.readString(Path.of("docs", "collecting.md"));
        assertThat(page)
                .contains("```\n" + run.out().stripTrailing() + "\n```\n")
                .contains("```csv\n" + Files.readString(newer.resolve("reasons.csv")) + "```\n");
        assertThat(run.err().lines()).containsExactly("rows of reasons.csv that fit no change: line 4");
    }

    @Test
    void shouldPrintAChapterOfAChangelog() {
        Run run = diff("--format", "markdown");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("""
                ## 2026.12.0

                Facts since 2026.11.0: 1 added, 1 changed, 1 renamed, 1 withdrawn.

                ### Organizations

                | id | column | old | new | why |
                |---|---|---|---|---|
                | `buyer` | `id` | `buyer` | `purchaser` |  |
                | `buyer` | `name` | `Buyer` | `Purchaser` |  |

                ### Ties

                Added:

                - `new-supply`: It sells \\<more\\>.

                | id | column | old | new | why |
                |---|---|---|---|---|
                | `supply` | `to` | `buyer` | `purchaser` | follows the new id of the organization |
                | `supply` | `until` | (empty) | `2024-05` | a page says \\| when it ended |
                | `supply` | `segment` | `ran` | `core\\|ran` |  |

                Withdrawn:

                - `old-supply`: It sold. (no source holds it)
                """);
    }

    @Test
    void shouldPrintAnObjectALine() {
        Run run = diff("--format", "jsonl", "--limit", "3");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().getLast())
                .isEqualTo("{\"table\":\"ties\",\"id\":\"supply\",\"change\":\"changed\",\"cells\":["
                        + "{\"column\":\"to\",\"old\":\"buyer\",\"new\":\"purchaser\",\"reason\":\"follows the new id of the organization\"},"
                        + "{\"column\":\"until\",\"old\":null,\"new\":\"2024-05\",\"reason\":\"a page says | when it ended\"},"
                        + "{\"column\":\"segment\",\"old\":\"ran\",\"new\":\"core|ran\",\"reason\":null}"
                        + "],\"reason\":null}");
        assertThat(run.err()).contains("cut: 3 of 4 changed facts are listed, --limit lists more");
    }

    @Test
    void shouldSayWhereAListIsCut() {
        assertThat(diff("--limit", "0").out()).startsWith("from data set").contains("ties           1      1");
        assertThat(diff("--limit", "0").err()).contains("cut: 0 of 4 changed facts are listed");
        assertThat(diff("--format", "markdown", "--limit", "1").out())
                .endsWith("\nOnly the first 1 of 4 changed facts are listed.\n");
    }

    @Test
    void shouldListAHundredFactsOfATableThatIsNotTold() throws IOException {
        String rows = Stream.iterate(100, number -> number + 1)
                .limit(150)
                .map("source-%d,Title\n"::formatted)
                .reduce("id,title\n", String::concat);
        write(newer, "sources.csv", rows);

        assertThat(diff().err()).contains("cut: 100 of 155 changed facts are listed");
        assertThat(diff("--format", "jsonl").lines()).hasSize(155);
    }

    @Test
    void shouldSayThatNothingDiffers() {
        Run run = Run.of(Map.of(), "diff", older.toString(), older.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("no fact differs: from data set 2026.11.0 to 2026.11.0\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void shouldShowWhereLongTextsDiffer() throws IOException {
        String same = "A sentence of many words that both of the releases have before they part ";
        write(older, "sources.csv", "id,title\npaper," + same + "here.\n");
        write(newer, "sources.csv", "id,title\npaper," + same + "there.\n");

        assertThat(diff().out()).contains("…fore they part here.  …fore they part there.");
    }

    @Test
    void shouldKeepATerminalFromWhatCellsHold() throws IOException {
        write(newer, "sources.csv", "id,title\npaper,A \u001B[31mred one\n");

        assertThat(diff().out()).contains("A  [31mred one").doesNotContain("\u001B");
    }

    @Test
    void shouldRefuseWhatItCannotRead() throws IOException {
        Files.delete(newer.resolve("ties.csv"));

        Run missing = diff();

        assertThat(missing.code()).isEqualTo(Failures.INVALID_DATA);
        assertThat(missing.lines()).containsExactly(newer.resolve("ties.csv") + ": must be there, with the header id");
        assertThat(missing.err()).isEqualTo("1 error" + System.lineSeparator());
    }

    @Test
    void shouldRefuseOptionsThatCannotBe() {
        assertThat(diff("--limit", "-1").code()).isEqualTo(Failures.USAGE);
        assertThat(diff("--limit", "-1").err()).contains("--limit must be 0 or more, was -1");
        assertThat(diff("--format", "xml").code()).isEqualTo(Failures.USAGE);
        assertThat(diff("--format", "xml").err())
                .contains("'--format'")
                .contains("MARKDOWN")
                .contains("'xml'");
    }

    private Run diff(String... options) {
        return Run.of(
                Map.of(),
                Stream.concat(Stream.of("diff", older.toString(), newer.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    private static void write(Path folder, String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }
}
