package org.tieline.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.dataset.DatasetTable.BANS;
import static org.tieline.dataset.DatasetTable.ORGANIZATIONS;
import static org.tieline.dataset.DatasetTable.SOURCES;
import static org.tieline.dataset.DatasetTable.TIES;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors in how a file is written. None of them makes references to its rows dangle. */
class FileFormTests {
    private static final String SAVE = "save it from the spreadsheet as \"CSV UTF-8 (comma delimited)\"";
    private static final String WINDOWS =
            "; if the file is in Windows-1252 or Latin-1, where it is \u00e9, save it as UTF-8";

    @TempDir
    private Path path;

    private Folder folder;

    @BeforeEach
    void write() {
        folder = Folder.sound(path);
    }

    @Test
    void shouldReportAMissingFileAndNothingThatFollowsFromIt() {
        assertThat(folder.without(ORGANIZATIONS).without(SOURCES).errors())
                .containsExactly(
                        "organizations.csv: must be there, with the header id,name,kind,country,aliases,formerIds,since,until,successor",
                        "sources.csv: must be there, with the header id,publisher,title,published,url,archivedUrl,retrieved,sha256");
    }

    @Test
    void shouldReportAnEmptyFile() {
        assertThat(folder.with(SOURCES, "\n\n").errors())
                .containsExactly(
                        "sources.csv:1: must begin with the header id,publisher,title,published,url,archivedUrl,retrieved,sha256");
    }

    @Test
    void shouldReportAMissingColumn() {
        assertThat(folder.with(SOURCES, "id,publisher,title,url\npaper,P,T,\n").errors())
                .containsExactly("sources.csv:1: published: must be in the header");
    }

    @Test
    void shouldReportAColumnThatIsThereTwice() {
        assertThat(folder.with(SOURCES, "id,publisher,title,published,url,title\npaper,P,T,,,T\n")
                        .errors())
                .containsExactly("sources.csv:1: title: \"title\": must be in the header once");
    }

    @Test
    void shouldReportAnUnknownColumnWithTheOneThatWasMeant() {
        assertThat(folder.with(SOURCES, "id,publisher,titel,published,url,remark\npaper,P,T,,,\n")
                        .errors())
                .containsExactly(
                        "sources.csv:1: \"titel\": must be a column of the table: id,publisher,title,published,url,archivedUrl,retrieved,sha256;"
                                + " did you mean title?",
                        "sources.csv:1: \"remark\": must be a column of the table: id,publisher,title,published,url,archivedUrl,retrieved,sha256");
    }

    @Test
    void shouldReportRowsWithTooFewOrTooManyFields() {
        folder.add(SOURCES, "short,Paper", "", "long,Paper,Title,,,").replace(TIES, "paper|wire", "short|long");

        assertThat(folder.errors())
                .containsExactly(
                        "sources.csv:4: must have 5 fields like the header, has 2",
                        "sources.csv:6: must have 5 fields like the header, has 6");
    }

    @Test
    void shouldReportBrokenQuoting() {
        folder.add(SOURCES, "unclosed,Paper,\"Title,,", "next,Paper,Title,,").replace(TIES, "paper|wire", "next");

        assertThat(folder.errors())
                .singleElement()
                .asString()
                .startsWith("sources.csv:4: must be CSV as of RFC 4180: ")
                .endsWith("; nothing after it was read");
    }

    @Test
    void shouldCountLinesAndNotRows() {
        folder.replace(TIES, "It owns.", "\"It\nowns\n.\"").replace(TIES, "announced", "said");

        assertThat(folder.errors())
                .containsExactly(
                        "ties.csv:6: evidence: \"said\":" + " must be one of [reported, announced, confirmed, denied]");
    }

    @Test
    void shouldReportABadByteInItsCell() {
        folder.with(
                "sources.csv",
                (Folder.SOURCES + "caf\u00e9,Caf\u00e9,T\u00e9,,\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(folder.errors())
                .containsExactly(
                        "sources.csv:4: id: \"caf\uFFFD\": must be UTF-8; the byte 0xE9 is not" + WINDOWS,
                        "sources.csv:4: publisher: \"Caf\uFFFD\": must be UTF-8; the byte 0xE9 is not" + WINDOWS,
                        "sources.csv:4: title: \"T\uFFFD\": must be UTF-8; the byte 0xE9 is not" + WINDOWS);
    }

    @Test
    void shouldReportATruncatedCharacterAtTheEnd() {
        byte[] sound =
                (Folder.SOURCES + "late,Paper,Title,,https://example.org/\u4e2d").getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(sound, sound.length - 1);

        assertThat(folder.with("sources.csv", cut).errors())
                .containsExactly("sources.csv:4: url: \"https://example.org/\uFFFD\uFFFD\":"
                        + " must be UTF-8; the byte 0xE4 is not" + WINDOWS.replace("\u00e9", "\u00e4"));
    }

    @Test
    void shouldKeepCharactersBeyondTheFirstPlane() {
        folder.replace(ORGANIZATIONS, "Carrier,carrier,DE,\nother", "\uD83D\uDE80 \u4E2D\u56FD,carrier,DE,\nother");

        assertThat(folder.read().organizations().get(1).name()).isEqualTo("\uD83D\uDE80 \u4E2D\u56FD");
    }

    @Test
    void shouldReadCharactersThatLieAcrossItsBuffers() {
        String title = "\u4E2D\u00E9\uD83D\uDE80".repeat(30_000);

        assertThat(folder.replace(SOURCES, "Title", title)
                        .read()
                        .sources()
                        .getFirst()
                        .title())
                .isEqualTo(title);
    }

    @Test
    void shouldReportANulByte() {
        assertThat(folder.replace(BANS, "It bans.", "It\0bans.").errors())
                .containsExactly("bans.csv:2: summary: \"It\uFFFDbans.\": must have no NUL byte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void shouldNameAnotherEncodingThanUtf8(String encoding) {
        byte[] mark = encoding.equals("UTF-32") ? new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF} : new byte[0];
        byte[] text = Folder.SOURCES.getBytes(Charset.forName(encoding));

        assertThat(folder.with("sources.csv", concat(mark, text)).errors())
                .containsExactly("sources.csv:1: must be UTF-8, is %s: %s, or run iconv -f %1$s -t UTF-8"
                        .formatted(encoding, SAVE));
    }

    @ParameterizedTest
    @CsvSource({"';', semicolons", "'\t', tabs", "'|', bars"})
    void shouldNameAnotherSeparatorThanTheComma(String separator, String name) {
        for (String quote : List.of("", "\"")) {
            String header = "id,publisher,title,published,url".replace(",", quote + separator + quote);
            folder.with(SOURCES, quote + header + quote + "\npaper,P,T,,\n");

            assertThat(folder.errors())
                    .containsExactly(
                            "sources.csv:1: must be separated by commas, is by %s: %s and with the comma as separator"
                                    .formatted(name, SAVE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;", "SEP=,"})
    void shouldNameTheLineThatExcelPutsBeforeAHeader(String line) {
        assertThat(folder.with(SOURCES, line + "\r\n" + Folder.SOURCES).errors())
                .containsExactly("sources.csv:1: must begin with the header: remove the line \"%s\", which Excel alone"
                                .formatted(line)
                        + " understands, and separate by commas");
    }

    @ParameterizedTest
    @CsvSource({
        "504B0304140000, 'must be text, is a zip file, as .xlsx and .ods are: unpack it, or '",
        "D0CF11E0A1B11AE1, 'must be text, is a workbook of an old Excel: '",
        "1F8B0800, must be text, is packed by gzip: unpack it with gunzip"
    })
    void shouldNameAFileThatIsNoText(String bytes, String error) {
        assertThat(folder.with("ties.csv", HexFormat.of().parseHex(bytes)).errors())
                .singleElement()
                .asString()
                .startsWith("ties.csv:1: " + error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void shouldReadAFileWithAMarkAndOtherLineEnds(String end) {
        String sources = "\uFEFF" + Folder.SOURCES.replace("\n", end);

        assertThat(folder.with(SOURCES, sources).read().sources()).hasSize(2);
    }

    @Test
    void shouldNameAQuoteThatTakesInTheLinesAfterIt() {
        folder.add(SOURCES, "one,Paper,\"Title,,", "two,Paper,A \"title\",,").replace(TIES, "paper|wire", "one|paper");

        assertThat(folder.errors())
                .singleElement()
                .asString()
                .startsWith("sources.csv:4: ")
                .contains("quote");
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
