package org.tieline.handbook;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.tieline.testing.HeldFile;

/** Holds the picture and the table of {@code docs/architecture.md} to the code, and the names of its prose to what there is. */
class ArchitecturePictureTests {
    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final Path PICTURE = Path.of("docs", "images", "rooms.svg");
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

    private static String words(Collection<String> rooms) {
        return rooms.isEmpty() ? "–" : rooms.stream().map("`%s`"::formatted).collect(joining(", "));
    }
}
