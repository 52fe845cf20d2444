package org.tieline.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.PartialDate;

class IdentifiersTests {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    @Test
    void shouldFindWhatAWalkOverAllOfThemFinds() {
        Random random = new Random(5);
        for (int size : new int[] {0, 1, 2, 3, 50, 400}) {
            List<Identifier> all = Stream.generate(() -> identifier(random))
                    .limit(size)
                    .sorted(Comparator.comparing(Identifier::key))
                    .toList();
            Identifiers identifiers = new Identifiers(all);
            for (int i = 0; i < 200; i++) {
                Identifier one = identifier(random);
                assertThat(identifiers.of(one.organization()))
                        .isEqualTo(all.stream()
                                .filter(each -> each.organization().equals(one.organization()))
                                .toList());
                assertThat(identifiers.holders(one.text(), DAY, null))
                        .isEqualTo(all.stream()
                                .filter(each -> each.text().equals(one.text()) && each.holds(DAY, null))
                                .map(Identifier::organization)
                                .distinct()
                                .sorted()
                                .toList());
                List<Identifier> called = new ArrayList<>(all.stream()
                        .filter(each -> each.text().equalsIgnoreCase(one.value()))
                        .toList());
                all.stream()
                        .filter(each -> each.value().equalsIgnoreCase(one.value()))
                        .forEach(called::add);
                assertThat(identifiers.called(" " + one.value().toLowerCase(Locale.ROOT)))
                        .isEqualTo(called);
                assertThat(identifiers.called(one.text().toUpperCase(Locale.ROOT)))
                        .isEqualTo(all.stream()
                                .filter(each -> each.text().equals(one.text()))
                                .toList());
            }
            assertThat(identifiers.of("zz")).isEmpty();
            assertThat(identifiers.called("nobody")).isEmpty();
        }
    }

    private static Identifier identifier(Random random) {
        IdentifierScheme scheme = random.nextBoolean() ? IdentifierScheme.WIKIDATA : IdentifierScheme.ASN;
        String number = Integer.toString(1 + random.nextInt(60));
        return new Identifier(
                List.of("a", "a-b", "ab", "a1", "b-2", "b").get(random.nextInt(6)),
                scheme,
                scheme == IdentifierScheme.WIKIDATA ? "Q" + number : number,
                PartialDate.parse(Integer.toString(2000 + random.nextInt(10))),
                random.nextInt(3) == 0 ? PartialDate.parse("2015") : null,
                List.of("s"));
    }
}
