package org.tieline.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameCompletionTests {
    private final NameIndex index = new NameIndex(List.of(
            named("huawei", "Huawei", "华为", "Huawei Technologies Co., Ltd."),
            named("hmn-tech", "HMN Tech", "Huawei Marine"),
            named("deutsche-telekom", "Deutsche Telekom", "Telekom"),
            named("telekom-srbija", "Telekom Srbija"),
            named("magenta", "Magenta Telekom"),
            named("att", "AT&T Inc."),
            named("zte", "ZTE")));

    private static NamedOrganization named(String id, String name, String... aliases) {
        return new NamedOrganization(id, name, List.of(aliases), null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hua          | huawei,hmn-tech",
                "HUAWEI       | huawei,hmn-tech",
                "hmn-t        | hmn-tech",
                "华            | huawei",
                "telek        | telekom-srbija,deutsche-telekom,magenta",
                "Telekom      | deutsche-telekom,telekom-srbija,magenta",
                "deutsche tel | deutsche-telekom",
                "telekom deu  | deutsche-telekom",
                "at&t         | att",
                "at&t inc     | att",
                "z            | zte",
                "q            | ''",
                "-            | ''"
            })
    void shouldPutWholeNamesBeforeBeginnings(String typed, String ids) {
        assertThat(index.beginning(typed).stream().map(NameCompletion::id).collect(Collectors.joining(",")))
                .isEqualTo(ids);
    }

    @Test
    void shouldSayWhatBeginsSo() {
        assertThat(index.beginning("huawei m"))
                .extracting(NameCompletion::id, NameCompletion::matched)
                .containsExactly(tuple("hmn-tech", "Huawei Marine"));
        assertThat(index.beginning("  ")).hasSize(7);
        assertThat(index.beginning("x".repeat(301))).isEmpty();
    }

    /** Against a look at every name. */
    @Test
    void shouldMissNothing() {
        Random random = new Random(20261123);
        List<NamedOrganization> many = IntStream.range(0, 300)
                .mapToObj(i -> named("id-" + i, word(random) + " " + word(random), word(random)))
                .toList();
        NameIndex index = new NameIndex(many);
        for (int i = 0; i < 500; i++) {
            String typed = word(random).substring(0, 1 + random.nextInt(2));
            Set<String> expected = many.stream()
                    .filter(each -> each.id().startsWith(typed)
                            || Stream.concat(Stream.of(each.name()), each.aliases().stream())
                                    .flatMap(name -> PlainName.of(name).words().stream())
                                    .anyMatch(word -> word.startsWith(typed)))
                    .map(NamedOrganization::id)
                    .collect(Collectors.toSet());
            List<String> found =
                    index.beginning(typed).stream().map(NameCompletion::id).toList();

            assertThat(found).doesNotHaveDuplicates();
            assertThat(Set.copyOf(found)).as(typed).isEqualTo(expected);
        }
    }

    @Test
    void shouldStopSomewhere() {
        List<NamedOrganization> many = new ArrayList<>();
        IntStream.range(0, 1_500).forEach(i -> many.add(named("n" + i, "Nova " + i)));

        assertThat(new NameIndex(many).beginning("nova")).hasSize(NameCompletion.MOST);
    }

    private static String word(Random random) {
        return IntStream.range(0, 4)
                .mapToObj(i -> String.valueOf("abcd".charAt(random.nextInt(4))))
                .collect(Collectors.joining());
    }
}
