package org.tieline.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.Tie;
import org.tieline.model.TielineException;

/** Folders that are read as one. */
class SeveralFoldersTests {
    @TempDir
    private Path path;

    private Folder first;
    private Folder second;

    @BeforeEach
    void write() throws IOException {
        first = Folder.sound(Files.createDirectory(path.resolve("first")));
        second = new Folder(Files.createDirectory(path.resolve("second")))
                .with(
                        DatasetTable.ORGANIZATIONS,
                        "id,name,kind,country,aliases\nother-holding,Other Holding,company,DE,\n")
                .with(DatasetTable.TIES, header(Folder.TIES))
                .with(DatasetTable.BANS, header(Folder.BANS))
                .with(DatasetTable.SOURCES, header(Folder.SOURCES));
    }

    private static String header(String table) {
        return table.substring(0, table.indexOf('\n') + 1);
    }

    private Dataset read() {
        return DatasetReader.read(List.of(first.path(), second.path()));
    }

    private String in(Folder folder, DatasetTable table) {
        return folder.path().resolve(table.file()).toString();
    }

    @Test
    void shouldLetARowReferToRowsOfAnyFolder() {
        second.add(DatasetTable.TIES, "more,other-holding,OWNS,other-carrier,2019,,,,,reported,paper,It owns.");

        Dataset joined = read();

        assertThat(joined.ties()).extracting(Tie::id).containsExactly("more", "share", "stake", "supply");
        assertThat(joined.organizations()).extracting(Organization::id).contains("carrier", "other-holding");
    }

    @Test
    void shouldTakeTheSameRowOnce() {
        second.add(DatasetTable.ORGANIZATIONS, "carrier,Carrier,carrier,DE,")
                .add(DatasetTable.TIES, "share,state,OWNS,carrier,,,40,,,announced,wire,It owns too.");

        assertThat(read().ties()).hasSize(first.read().ties().size());
        assertThat(read().organizations()).hasSize(first.read().organizations().size() + 1);
    }

    @Test
    void shouldBeTheSameDataSetInWhateverFoldersItsRowsLie() {
        Dataset whole = first.add(DatasetTable.ORGANIZATIONS, "other-holding,Other Holding,company,DE,")
                .read();

        assertThat(read().sha256()).isEqualTo(whole.sha256());
    }

    @Test
    void shouldRefuseADifferentRowWithBothPlaces() {
        second.add(DatasetTable.ORGANIZATIONS, "carrier,Carrier Ltd,carrier,DE,")
                .add(DatasetTable.SOURCES, "paper,Paper,Title,2018-12-08,https://example.org/a");

        assertThatThrownBy(this::read)
                .isInstanceOf(TielineException.InvalidData.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "%s:3: id: \"carrier\": must be the same row as in %s:3, or have another id"
                                .formatted(
                                        in(second, DatasetTable.ORGANIZATIONS), in(first, DatasetTable.ORGANIZATIONS)),
                        "%s:2: id: \"paper\": must be the same row as in %s:2, or have another id"
                                .formatted(in(second, DatasetTable.SOURCES), in(first, DatasetTable.SOURCES))));
    }

    @Test
    void shouldFindStakesOfTwoFoldersThatContradictEachOther() {
        second.add(DatasetTable.TIES, "again,holding,OWNS,carrier,2018,,,,,confirmed,paper,It owns.");

        assertThatThrownBy(this::read)
                .isInstanceOf(TielineException.InvalidData.class)
                .hasMessageContaining("%s:2: since: \"2018\": must not hold beside stake (%s:3)"
                        .formatted(in(second, DatasetTable.TIES), in(first, DatasetTable.TIES)));
    }

    @Test
    void shouldReportAnExcessOfStakesAtTheFolderThatCameLater() {
        second.add(DatasetTable.TIES, "old,other-holding,OWNS,carrier,2010,,30,,,confirmed,paper,It owns.");

        assertThatThrownBy(this::read)
                .isInstanceOf(TielineException.InvalidData.class)
                .hasMessageContaining("%s:2: percent: \"30\": must not lift".formatted(in(second, DatasetTable.TIES)));
    }

    @Test
    void shouldNameTheFolderOfEveryError() throws IOException {
        Files.delete(second.path().resolve(DatasetTable.BANS.file()));
        second.with(DataPackage.FILE, "{\"version\": 7}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(this::read).satisfies(failure -> assertThat(
                        Arrays.stream(failure.getMessage().split(System.lineSeparator())))
                .hasSize(2)
                .allMatch(line -> line.startsWith(second.path().toString())));
    }

    @Test
    void shouldMakeItsVersionOfThoseOfTheFolders() {
        first.with(DataPackage.FILE, "{\"version\": \"1.0\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(read().version()).isEqualTo("1.0+unversioned");
    }
}
