package org.tieline.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tieline.dataset.DatasetReader;

/** The shipped organizations among twenty thousand made ones: what the chosen names decide, all names together decide. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NameChoiceTests {
    private static final int SIZE = 20_000;
    private static final int AHEAD = 8;

    private List<NamedOrganization> shipped;
    private GeneratedNames generated;
    private NameTable table;
    private int[] all;

    @BeforeAll
    void build() throws IOException {
        shipped = DatasetReader.read(Path.of("seed-data")).organizations().stream()
                .map(NamedOrganization::of)
                .toList();
        generated = new GeneratedNames(shipped);
        table = new NameTable(generated.organizations(SIZE));
        all = IntStream.range(0, table.size())
                .filter(name -> !table.isPart(name))
                .toArray();
    }

    @Test
    void shouldDecideOnShippedNamesAsAllNamesTogetherDo() {
        for (int i = 0; i < shipped.size(); i += 20) {
            NamedOrganization each = shipped.get(i);
            shouldDecideAlike(each.name(), null);
            shouldDecideAlike(each.name(), each.country());
            each.aliases().forEach(alias -> shouldDecideAlike(alias, each.country()));
        }
    }

    @Test
    void shouldDecideOnNamesWrittenOtherwiseAsAllNamesTogetherDo() {
        generated.otherwise(generated.organizations(SIZE), 60).forEach(name -> shouldDecideAlike(name, null));
    }

    @Test
    void shouldDecideOnWordsThatManyNamesHaveAsAllNamesTogetherDo() {
        List<String> common = new ArrayList<>();
        for (int word = 0; word < table.nameWords.vocabulary.size(); word++) {
            if (table.nameWords.kind(word) == WordKind.NAME && table.nameWords.frequency(word) > 150) {
                common.add(table.nameWords.vocabulary.key(word));
            }
        }
        assertThat(common).hasSizeGreaterThan(3);
        for (String one : common) {
            shouldDecideAlike(one, null);
            shouldDecideAlike(one, "DE");
            shouldDecideAlike(one + " Telecom France", "FR");
            common.forEach(other -> shouldDecideAlike(one + " " + other + " Holding", null));
        }
    }

    private void shouldDecideAlike(String name, String country) {
        NameSearch chosen = new NameSearch(table, name, country);
        chosen.id();
        chosen.sameKey();
        chosen.words();
        NameSearch whole = new NameSearch(table, name, country);
        whole.id();
        whole.sameKey();
        whole.words(all);

        assertThat(decision(chosen)).as("%s, %s", name, country).isEqualTo(decision(whole));
    }

    /** Who is meant, or how near the nearest are. */
    private static String decision(NameSearch search) {
        NameCandidates found = search.found().inOrder(2);
        if (found.candidates() == 0) {
            return "nobody";
        }
        NameCandidate best = found.best().getFirst();
        int next = found.candidates() == 1 ? 0 : found.best().getLast().score();
        boolean decided = best.score() >= NameIndex.SURE && best.score() - next >= AHEAD;
        return "%s %d".formatted(decided ? best.id() : "ambiguous", best.score());
    }
}
