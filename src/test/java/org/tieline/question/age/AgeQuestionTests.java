package org.tieline.question.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.DatasetReader;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.Answer;
import org.tieline.question.AnswerForm;
import org.tieline.question.Snapped;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Given;

/**
 * How old facts are that answers stand on.
 *
 * <pre>
 *              ┌─SUPPLIES (2015)─→ anna ─OWNS (2020)─→ bert      DE, whose ban is of 2020
 *        maker ┤
 *              └─SUPPLIES (undated)─→ carl                       US, whose ban is of 2015
 *
 *        dora, which nothing ties to anybody                     DE
 * </pre>
 */
class AgeQuestionTests {
    @TempDir
    private Path folder;

    private Snapshot snapshot;

    @BeforeEach
    void read() throws IOException {
        write("organizations.csv", """
                id,name,kind,country,aliases
                maker,Maker,vendor,CN,
                anna,Anna,carrier,DE,
                bert,Bert,carrier,DE,
                carl,Carl,carrier,US,
                dora,Dora,carrier,DE,
                gov-de,Germany,government,DE,
                gov-us,United States,government,US,
                """);
        write("ties.csv", """
                id,from,type,to,since,until,percent,segment,generation,evidence,sources,summary
                anna-owns-bert,anna,OWNS,bert,2010,,60,,,confirmed,new,It owns.
                maker-supplies-anna,maker,SUPPLIES,anna,2010,,,ran,4G,confirmed,old,It sells.
                maker-supplies-carl,maker,SUPPLIES,carl,2010,,,ran,4G,confirmed,undated,It sells.
                maker-trials-dora,maker,PARTNERS_WITH,dora,2010,,,,,denied,new,It does not.
                """);
        write("bans.csv", """
                id,government,country,targets,named,carriers,nature,scope,status,reported,announced,effective,deadline,ended,sources,summary
                de-ban,gov-de,DE,maker,yes,,order,5g,in-force,,,2014-01-01,,,new,It bans.
                us-ban,gov-us,US,maker,yes,,order,5g,in-force,,,2014-01-01,,,old,It bans.
                """);
        write("sources.csv", """
                id,publisher,title,published,url
                new,Paper,Title,2020-01-01,https://example.org/new
                old,Paper,Title,2015-01-01,https://example.org/old
                undated,Paper,Title,,https://example.org/undated
                """);
        snapshot = Snapped.of(DatasetReader.read(folder));
    }

    @Test
    void shouldListWhatMostStandsOnForLongest() {
        assertThat(asked(Map.of()))
                .containsExactly(
                        "tie maker-supplies-anna [maker, anna] 2015-01-01: 2 x 1836 = 3672",
                        "tie maker-supplies-carl [maker, carl] null: 1 x null = 1836",
                        "ban us-ban [gov-us, maker] 2015-01-01: 1 x 1836 = 1836",
                        "ban de-ban [gov-de, maker] 2020-01-01: 2 x 10 = 20",
                        "tie anna-owns-bert [anna, bert] 2020-01-01: 1 x 10 = 10");
    }

    @Test
    void shouldCountCarriersOfSomeCountriesAlone() {
        assertThat(asked(Map.of("country", "US")))
                .containsExactly(
                        "tie maker-supplies-carl [maker, carl] null: 1 x null = 1836",
                        "ban us-ban [gov-us, maker] 2015-01-01: 1 x 1836 = 1836");
    }

    @Test
    void shouldKnowNothingLater() {
        assertThat(asked(Map.of("knownAt", "2019-12-31")))
                .containsExactly(
                        "tie maker-supplies-anna [maker, anna] 2015-01-01: 1 x 1836 = 1836",
                        "tie maker-supplies-carl [maker, carl] null: 1 x null = 1836",
                        "ban us-ban [gov-us, maker] 2015-01-01: 1 x 1836 = 1836");
    }

    @Test
    void shouldCallNothingOldThatWasVouchedForLater() {
        assertThat(asked(Map.of("asOf", "2014-06-01")))
                .allSatisfy(fact -> assertThat(fact).endsWith("= 0"));
    }

    @Test
    void shouldGiveAPartOfTheList() {
        Answer<?> answer = answer(Map.of("limit", "1", "offset", "3"));

        assertThat(answer.total()).isEqualTo(5);
        assertThat(told(answer)).containsExactly("ban de-ban [gov-de, maker] 2020-01-01: 2 x 10 = 20");
    }

    @Test
    void shouldStartAtAVendorThatIsNamed() {
        assertThat(asked(Map.of("vendor", "maker"))).hasSize(5);
        assertThat(asked(Map.of("vendor", "dora"))).isEmpty();
        assertThatThrownBy(() -> asked(Map.of("vendor", "makers"))).isInstanceOf(NotFound.class);
    }

    @Test
    void shouldBeReadByPeopleAndSpreadsheets() throws IOException {
        assertThat(text(AnswerForm.TABLE)).isEqualTo("""
                KIND  ID                   LASTEVIDENCED  DAYS  ANSWERS  WEIGHT
                tie   maker-supplies-anna  2015-01-01     1836  2        3672
                tie   maker-supplies-carl                       1        1836
                ban   us-ban               2015-01-01     1836  1        1836
                ban   de-ban               2020-01-01     10    2        20
                tie   anna-owns-bert       2020-01-01     10    1        10

                5 of 5 ties and bans on which 3 answers stand; weight: answers times days since the last evidence
                A tie is not a finding of wrongdoing.
                """);
        assertThat(text(AnswerForm.CSV).lines())
                .startsWith(
                        "kind,id,lastEvidenced,days,answers,weight,about,sources,asOf",
                        "tie,maker-supplies-anna,2015-01-01,1836,2,3672,maker|anna,old,2020-01-11");
    }

    private String text(AnswerForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer(Map.of()).write(out, form);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> asked(Map<String, String> options) {
        return told(answer(options));
    }

    private static List<String> told(Answer<?> answer) {
        return answer.results().stream()
                .map(AgedFact.class::cast)
                .map(fact -> "%s %s %s %s: %d x %s = %d"
                        .formatted(
                                fact.kind().text(),
                                fact.id(),
                                fact.about(),
                                fact.lastEvidenced(),
                                fact.answers(),
                                fact.days(),
                                fact.weight()))
                .toList();
    }

    private Answer<?> answer(Map<String, String> options) {
        Map<String, List<String>> given = new HashMap<>(Map.of("asOf", List.of("2020-01-11")));
        options.forEach((name, value) -> given.put(name, List.of(value)));
        return AgeQuestion.DECLARED
                .understand(new Given(given), null, snapshot.reading(LocalDate.EPOCH))
                .in(snapshot);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }
}
