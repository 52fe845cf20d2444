package org.tieline.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.FactChange.Cell;
import org.tieline.model.DataError;
import org.tieline.model.TielineException.InvalidData;

/** What one folder of facts has that another has not. */
class DatasetDifferenceTests {
    @TempDir
    private Path place;

    private Folder older;
    private Folder newer;

    @BeforeEach
    void makeTwoThatAreEqual() throws IOException {
        older = Folder.sound(Files.createDirectory(place.resolve("older")));
        newer = Folder.sound(Files.createDirectory(place.resolve("newer")));
    }

    @Test
    void shouldFindNothingBetweenEqualFolders() {
        assertThat(difference().changes()).isEmpty();
        assertThat(difference().oldVersion()).isEqualTo("unversioned");
    }

    @Test
    void shouldTellWhatIsAddedChangedAndWithdrawn() {
        newer.replace(
                        DatasetTable.TIES,
                        "supply,vendor,SUPPLIES,carrier,2018-05,,",
                        "supply,vendor,SUPPLIES,carrier,,2020,")
                .replace(DatasetTable.TIES, "share,state,OWNS,carrier,,,40.00,,,announced,wire,It owns too.\n", "")
                .add(DatasetTable.ORGANIZATIONS, "another,Another,carrier,FR,");

        assertThat(told())
                .containsExactly(
                        "organizations another added [id:>another, name:>Another, kind:>carrier, country:>FR]",
                        "ties supply changed [since:2018-05>, until:>2020]",
                        "ties share withdrawn [id:share>, from:state>, type:OWNS>, to:carrier>, percent:40.00>, "
                                + "evidence:announced>, sources:wire>, summary:It owns too.>]");
        assertThat(difference().count("ties", FactChange.Kind.WITHDRAWN)).isOne();
        assertThat(difference().count("bans", FactChange.Kind.WITHDRAWN)).isZero();
    }

    @Test
    void shouldTakeNoNoticeOfTheOrderOfRowsAndColumns() {
        newer.with(DatasetTable.SOURCES, """
                url,published,title,publisher,id
                ,2019-03,[A page],Wire,wire
                https://example.org/a,2018-12-07,Title,Paper,paper
                """);

        assertThat(difference().changes()).isEmpty();
    }

    @Test
    void shouldTakeAColumnThatIsMissingForEmpty() {
        newer.with(DatasetTable.ORGANIZATIONS, """
                id,name,kind,country,aliases,since
                vendor,Vendor,vendor,CN,V|Vend,1987
                carrier,Carrier,carrier,DE,,
                other-carrier,Other Carrier,carrier,DE,,
                holding,Holding,company,DE,,
                state,State,government,DE,,
                alliance,Alliance,association,,,
                """);

        assertThat(told()).containsExactly("organizations vendor changed [since:>1987]");
    }

    @Test
    void shouldTakeAnOptionalTableThatIsMissingForEmpty() {
        newer.with(DatasetTable.MEMBERSHIPS, "bloc,country,since,until,sources\nEU,DE,1958-01-01,,paper\n");

        assertThat(difference().changes()).singleElement().satisfies(change -> {
            assertThat(change.table()).isEqualTo("memberships");
            assertThat(change.id()).isEqualTo("EU DE 1958-01-01");
            assertThat(change.kind()).isEqualTo(FactChange.Kind.ADDED);
        });
    }

    @Test
    void shouldFollowFormerIds() {
        newer.with(DatasetTable.ORGANIZATIONS, """
                id,name,kind,country,aliases,formerIds
                maker,Maker,vendor,CN,V|Vend,vendor
                carrier,Carrier,carrier,DE,,other-carrier
                holding,Holding,company,DE,,
                state,State,government,DE,,
                alliance,Alliance,association,,,
                """).replace(DatasetTable.TIES, "supply,vendor,", "supply,maker,");

        assertThat(told())
                .containsExactly(
                        "organizations carrier changed [formerIds:>other-carrier]",
                        "organizations vendor renamed [id:vendor>maker, name:Vendor>Maker]",
                        "organizations other-carrier merged [id:other-carrier>carrier]",
                        "ties supply changed [from:vendor>maker]");
        assertThat(difference().changes().getLast().cells().getFirst().reason())
                .isEqualTo("follows the new id of the organization");
    }

    @Test
    void shouldNotTakeAnIdForFormerThatIsStillInUse() {
        newer.replace(DatasetTable.ORGANIZATIONS, "id,name,kind,country,aliases\n", "id,name,kind,country,formerIds\n")
                .replace(DatasetTable.ORGANIZATIONS, "V|Vend", "carrier");

        assertThat(told()).containsExactly("organizations vendor changed [aliases:V|Vend>, formerIds:>carrier]");
    }

    @Test
    void shouldGiveReasonsForCellsAndFacts() {
        newer.replace(DatasetTable.TIES, "carrier,2018-05,,", "carrier,2018-04,,")
                .replace(DatasetTable.TIES, "It owns.", "It owns six tenths.")
                .replace(DatasetTable.TIES, "share,state,OWNS,carrier,,,40.00,,,announced,wire,It owns too.\n", "")
                .add(DatasetTable.SOURCES, "book,Book,Title,,");
        reasons("""
                ties,supply,since,2018,2018-05,from an older release
                ties,supply,since,2018-05,2018,the month is not said
                ties,supply,since,2018,2018-04,a report says April
                ties,stake,summary,,,the share is known
                ties,share,,,,no source holds it
                sources,book,id,,book,a new row
                ties,stake,percent,60,61,of another release
                """);

        assertThat(difference().changes())
                .extracting(FactChange::id, FactChange::reason, change -> change.cells()
                        .getLast()
                        .reason())
                .containsExactly(
                        tuple("stake", null, "the share is known"),
                        tuple("supply", null, "the month is not said; a report says April"),
                        tuple("share", "no source holds it", null),
                        tuple("book", "a new row", null));
        assertThat(difference().unusedReasons()).containsExactly(2L, 8L);
    }

    @Test
    void shouldTakeTheNewIdOfATieFromItsReason() {
        newer.replace(DatasetTable.TIES, "stake,holding", "holding-owns-carrier,holding");
        reasons("ties,stake,id,stake,holding-owns-carrier,ids say who owns whom\n");

        assertThat(told()).containsExactly("ties stake renamed [id:stake>holding-owns-carrier]");
        assertThat(difference().changes().getFirst().cells().getFirst().reason())
                .isEqualTo("ids say who owns whom");
        assertThat(difference().unusedReasons()).isEmpty();
    }

    @Test
    void shouldRefuseReasonsThatCannotBeUnderstood() {
        reasons("""
                tie,supply,since,2018,2019,why
                ties,,since,,,why
                ties,supply,,2018,,why
                ties,supply,since,,,
                """);

        assertThat(errors())
                .containsExactly(
                        "reasons.csv:2: table: \"tie\": must be one of " + DatasetDifference.tables()
                                + "; did you mean ties?",
                        "reasons.csv:3: id: must not be empty",
                        "reasons.csv:4: old: \"2018\": must be empty where no column is named",
                        "reasons.csv:5: reason: must not be empty");
    }

    @Test
    void shouldSayAllThatCannotBeRead() {
        older.without(DatasetTable.BANS).add(DatasetTable.TIES, "supply,again,,,,,,,,,,", "short,row");
        newer.with(DatasetTable.SOURCES, "key,title\na,b\n")
                .with("ties.csv", "id,summary\nx,M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(errors())
                .containsExactly(
                        "ties.csv:5: id: \"supply\": must be unique, line 2 has it too",
                        "ties.csv:6: must have 12 fields like the header, has 2",
                        "bans.csv: must be there, with the header id",
                        "ties.csv:2: summary: \"M\uFFFDller\": must be UTF-8; the byte 0xFC is not; if the file is in Windows-1252 "
                                + "or Latin-1, where it is \u00fc, save it as UTF-8",
                        "sources.csv:1: id: must be in the header");
    }

    @Test
    void shouldSayThatAFolderIsNone() {
        assertThatThrownBy(() -> DatasetDifference.between(place.resolve("nowhere"), newer.path()))
                .isInstanceOf(InvalidData.class)
                .hasMessage(place.resolve("nowhere")
                        + ": must be a folder with organizations.csv, ties.csv, bans.csv, sources.csv");
    }

    private void reasons(String rows) {
        newer.with("reasons.csv", ("table,id,column,old,new,reason\n" + rows).getBytes(StandardCharsets.UTF_8));
    }

    private DatasetDifference difference() {
        return DatasetDifference.between(older.path(), newer.path());
    }

    /** Each change as {@code table id kind [column:old>new]}. */
    private List<String> told() {
        return difference().changes().stream()
                .map(change -> "%s %s %s %s"
                        .formatted(
                                change.table(),
                                change.id(),
                                change.kind().text(),
                                change.cells().stream()
                                        .map(DatasetDifferenceTests::told)
                                        .toList()))
                .toList();
    }

    private static String told(Cell cell) {
        return "%s:%s>%s".formatted(cell.column(), cell.old(), cell.now());
    }

    private List<String> errors() {
        return catchThrowableOfType(InvalidData.class, this::difference).errors().stream()
                .map(DataError::toString)
                .map(error -> error.replace(older.path() + "/", "").replace(newer.path() + "/", ""))
                .toList();
    }
}
