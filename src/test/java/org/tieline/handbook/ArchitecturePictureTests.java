package org.tieline.handbook;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tieline.exposure.path.Relation;
import org.tieline.model.BanNature;
import org.tieline.model.Evidence;
import org.tieline.model.Term;
import org.tieline.model.TieType;
import org.tieline.restriction.Jurisdiction;
import org.tieline.testing.HeldFile;
import org.tieline.testing.HeldPart;

/** Holds the picture and the table of {@code docs/architecture.md} to the code, and the names of its prose to what there is. */
class ArchitecturePictureTests {
    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final Path PICTURE = Path.of("docs", "images", "rooms.svg");
    private static final Pattern STEP = Pattern.compile("(?m)^\\| \\d+ \\| `(.*?)` \\|");
    private static final Rooms ROOMS = Rooms.read();

    @Test
    void shouldDrawTheRoomsAsTheyAre() {
        HeldFile.holds(PICTURE, RoomsDrawing.of(ROOMS));
    }

    @Test
    void shouldListTheRoomsAsTheyAre() {
        String rows = ROOMS.uses().keySet().stream()
                .map(room -> "| `%s` | %s | %s |\n"
                        .formatted(
                                room,
                                Rooms.sentence(room),
                                words(ROOMS.uses().get(room).keySet())))
                .collect(joining());

        HeldPart.holds(PAGE, "rooms", "| package | what it is for | uses |\n|---|---|---|\n" + rows);
    }

    @Test
    void shouldSendTheTieThroughRoomsThatAreThere() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(STEP.matcher(page).results().map(step -> step.group(1)))
                .hasSizeGreaterThan(4)
                .isSubsetOf(ROOMS.uses().keySet());
        assertThat(Files.readAllLines(Path.of("seed-data", "ties.csv"))).contains(fenced(page, "csv"));
    }

    @Test
    void shouldNameTheWordsOfEachVocabulary() throws IOException {
        String glossary = Files.readString(PAGE).replaceFirst("(?s).*## Glossary(.*?)## .*", "$1");

        assertThat(glossary)
                .contains(quoted(TieType.class))
                .contains(quoted(Evidence.class))
                .contains(quoted(BanNature.class))
                .contains(quoted(Relation.class))
                .contains(quoted(Jurisdiction.class));
    }

    private static <T extends Enum<T> & Term> List<String> quoted(Class<T> vocabulary) {
        return Term.words(vocabulary).stream().map("`%s`"::formatted).toList();
    }

    private static String fenced(String page, String language) {
        Matcher block =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)\\n```$").matcher(page);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String words(Collection<String> rooms) {
        return rooms.isEmpty() ? "–" : rooms.stream().map("`%s`"::formatted).collect(joining(", "));
    }
}
