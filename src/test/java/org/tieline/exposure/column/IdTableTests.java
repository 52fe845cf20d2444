package org.tieline.exposure.column;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdTableTests {
    private static final int MOST = 3_000;

    @Property(tries = 100)
    void shouldGiveBackEveryIdAndFindThoseThatAreSorted(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> ids = List.copyOf(new TreeSet<>(ids(random, random.nextInt(200))));
        IdTable table = table(ids, 1 + random.nextInt(40));

        assertThat(all(table)).isEqualTo(ids);
        for (int i = 0; i < 50 && !ids.isEmpty(); i++) {
            int number = random.nextInt(ids.size());
            assertThat(table.id(number)).isEqualTo(ids.get(number));
        }
        int from = random.nextInt(ids.size() + 1);
        int to = from + random.nextInt(ids.size() + 1 - from);
        for (String id : ids(random, 50)) {
            int place = Collections.binarySearch(ids.subList(from, to), id);
            assertThat(table.search(id, from, to)).isEqualTo(place < 0 ? place - from : from + place);
        }
        IntStream.range(from, to).forEach(number -> assertThat(table.search(ids.get(number), from, to))
                .isEqualTo(number));
    }

    @Test
    void shouldTakeNextToNothingForTextsThatAreEmpty() {
        IdWriter writer = new IdWriter(100);
        IntStream.range(0, 100_000).forEach(number -> writer.add(number == 70_000 ? "not empty" : ""));
        IdTable table = writer.table();

        assertThat(table.id(70_000)).isEqualTo("not empty");
        assertThat(table.id(70_001)).isEmpty();
        assertThat(table.size()).isEqualTo(100_000);
        assertThat(table.bytes()).isLessThan(1_000);
    }

    @Property(tries = 100)
    void shouldSortAndTellOfThoseThatCameBefore(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> ids = ids(random, random.nextInt(200));
        List<String> again = new ArrayList<>();
        IdWriter writer = new IdWriter(1 + random.nextInt(40));
        ids.forEach(writer::add);
        IdTable table = writer.table();
        int[] order = IdOrder.of(table, number -> again.add(table.id(number)));

        List<String> sorted = List.copyOf(new TreeSet<>(ids));
        assertThat(all(table.gathered(order))).isEqualTo(sorted);
        assertThat(writer.isAscending()).isEqualTo(ids.equals(sorted));
        assertThat(order)
                .as("the first of those with one id")
                .containsExactly(sorted.stream().mapToInt(ids::indexOf).toArray());
        List<String> expected = new ArrayList<>(ids);
        sorted.forEach(expected::remove);
        assertThat(again).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(tries = 100)
    void shouldSpliceManyTimesAsIfBuiltAnew(@ForAll long seed) {
        Random random = new Random(seed);
        TreeSet<String> expected = new TreeSet<>(ids(random, random.nextInt(100)));
        IdTable table = table(List.copyOf(expected), 1 + random.nextInt(20));
        for (int round = 0; round < 10; round++) {
            IdTable before = table;
            BitSet removed = new BitSet();
            IntStream.range(0, table.size())
                    .filter(number -> random.nextInt(10) == 0)
                    .forEach(removed::set);
            TreeSet<String> more = new TreeSet<>(ids(random, random.nextInt(10)));
            more.removeAll(expected);
            int[] places = more.stream()
                    .mapToInt(id -> -1 - before.search(id, 0, before.size()))
                    .toArray();
            expected.removeAll(removed.stream().mapToObj(before::id).collect(Collectors.toSet()));
            expected.addAll(more);
            table = table.spliced(removed, table(List.copyOf(more), IdTable.PAGE), places);

            assertThat(all(table)).containsExactlyElementsOf(expected);
        }
    }

    /** Against a list, with texts of which some are long; what was spliced is laid elsewhere and spliced again. */
    @Property(tries = 60)
    void shouldHoldTextsInAnyOrderInMemoryAndInAFile(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<String> expected = texts(random, random.nextInt(300));
        IdTable table = table(expected, 1 + random.nextInt(60));
        for (int round = 0; round < 8; round++) {
            BitSet removed = new BitSet();
            List<String> more = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            List<String> after = new ArrayList<>();
            for (int number = 0; number <= expected.size(); number++) {
                for (String text : texts(random, random.nextInt(12) == 0 ? random.nextInt(4) : 0)) {
                    more.add(text);
                    places.add(number);
                    after.add(text);
                }
                if (number < expected.size() && random.nextInt(10) > 0) {
                    after.add(expected.get(number));
                } else {
                    removed.set(number);
                }
            }
            removed.clear(expected.size());
            IdTable spliced = table.spliced(
                    removed,
                    table(more, IdTable.PAGE),
                    places.stream().mapToInt(Integer::intValue).toArray());
            assertThat(all(spliced)).isEqualTo(after);
            assertThat(all(table)).isEqualTo(expected);
            expected = after;
            table = switch (random.nextInt(3)) {
                case 0 -> lying(spliced, pages(spliced));
                case 1 -> {
                    spliced.lieIn(LyingBytes.of(pages(spliced)));
                    yield spliced;
                }
                default -> spliced;
            };
            assertThat(all(table)).isEqualTo(expected);
            assertThat(table.pagesLength()).isEqualTo(pages(table).length);
        }
    }

    @Test
    void shouldRefuseAPageThatIsDamaged() throws IOException {
        IdTable table = table(texts(new Random(6), 100), 20);
        byte[] pages = pages(table);
        pages[pages.length - 1] ^= 1;
        IdTable damaged = lying(table, pages);

        assertThat(damaged.id(0)).isEqualTo(table.id(0));
        assertThatIllegalStateException().isThrownBy(() -> damaged.id(99)).withMessageContaining("damaged");
    }

    @Test
    void shouldMakePagesOfLongTextsThatAreNoLargerThanOthers() {
        IdWriter writer = new IdWriter();
        List<String> texts = texts(new Random(7), 30_000);
        texts.forEach(writer::add);
        IdTable table = writer.table();

        long bytes =
                texts.stream().mapToLong(text -> text.getBytes(UTF_8).length).sum();
        assertThat(table.bytes()).isLessThan(bytes + 3L * texts.size());
        assertThat(table.pages())
                .allSatisfy(page -> assertThat(page.length()).isLessThan(IdTable.PAGE_BYTES + (1 << 15)));
        IdTable grown = table;
        for (int i = 0; i < 40; i++) {
            int[] places = IntStream.range(0, 500).map(number -> 15_000).toArray();
            grown = grown.spliced(new BitSet(), table(texts.subList(0, 500), IdTable.PAGE), places);
        }
        assertThat(grown.pages()).hasSizeLessThan(table.pages().size() * 2).allSatisfy(page -> assertThat(page.length())
                .isLessThan(3 * IdTable.PAGE_BYTES));
    }

    private static byte[] pages(IdTable table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.writePages(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** The same table, whose pages are read from bytes. */
    private static IdTable lying(IdTable table, byte[] pages) throws IOException {
        ByteArrayOutputStream outline = new ByteArrayOutputStream();
        table.writeOutline(new DataOutputStream(outline));
        return IdTable.lying(
                new DataInputStream(new ByteArrayInputStream(outline.toByteArray())), LyingBytes.of(pages));
    }

    /** Sentences, many of them empty, in no order. */
    private static List<String> texts(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> switch (random.nextInt(4)) {
                    case 0 -> "";
                    case 1 -> "The minister said on day " + random.nextInt(MOST) + " that they were.";
                    case 2 -> ids(random, 1).getFirst();
                    default -> "Ein Satz über Geräte, ".repeat(random.nextInt(12)) + i;
                })
                .toList();
    }

    @Test
    void shouldTakeFewBytesForIdsThatAreAlikeAndShareThePagesThatAreTheSame() {
        List<String> ids =
                IntStream.range(0, 200_000).mapToObj("tie-%08d"::formatted).toList();
        IdTable table = table(ids, IdTable.PAGE);

        assertThat(table.bytes() / (double) ids.size()).isLessThan(4);
        BitSet removed = new BitSet();
        removed.set(100_000);
        IdTable without = table.spliced(removed, table(List.of(), 1), new int[0]);
        assertThat(without.pages()).hasSameSizeAs(table.pages());
        assertThat(IntStream.range(0, without.pages().size())
                        .filter(page ->
                                without.pages().get(page) != table.pages().get(page)))
                .hasSize(1);
        assertThat(without.search("tie-00100000", 0, without.size())).isEqualTo(-1 - 100_000);
        assertThat(without.id(100_000)).isEqualTo("tie-00100001");
    }

    @Test
    void shouldNumberIdsAsTheyArriveAndFindThemAgain() {
        IdIndex index = new IdIndex();
        Random random = new Random(4);
        List<String> arrived = new ArrayList<>();
        for (String id : ids(random, 50_000)) {
            int known = arrived.size() > 2_000 ? index.find(id) : arrived.indexOf(id);
            assertThat(index.find(id)).isEqualTo(known);
            assertThat(index.add(id)).isEqualTo(known < 0 ? arrived.size() : -1 - known);
            if (known < 0) {
                arrived.add(id);
            }
        }
        assertThat(index.size()).isEqualTo(arrived.size()).isEqualTo(new HashSet<>(arrived).size());
        assertThat(all(index.table())).isEqualTo(arrived);
        IntStream.range(0, arrived.size())
                .forEach(number -> assertThat(index.find(arrived.get(number))).isEqualTo(number));
    }

    @Test
    void shouldRememberTheIdsThatWereAskedForLast() {
        List<String> ids =
                IntStream.range(0, 70_000).mapToObj("o%06d"::formatted).toList();
        RecentIds recent = new RecentIds(table(ids, IdTable.PAGE));

        assertThat(recent.id(69_999)).isEqualTo("o069999").isSameAs(recent.id(69_999));
        assertThat(recent.id(69_999 - (1 << 16))).isEqualTo("o004463");
        assertThat(recent.id(69_999)).isEqualTo("o069999");
    }

    static IdTable table(List<String> ids, int page) {
        IdWriter writer = new IdWriter(page);
        ids.forEach(writer::add);
        return writer.table();
    }

    static List<String> all(IdTable table) {
        return IntStream.range(0, table.size()).mapToObj(table::id).toList();
    }

    /** Alike in their beginnings, some of them very long, some twice, some of other scripts. */
    static List<String> ids(Random random, int count) {
        String[] beginnings = {"", "a", "acme-owns-", "acme-owns-the-other-", "é", "x".repeat(1 + random.nextInt(400))};
        return random.ints(count, 0, MOST)
                .mapToObj(number ->
                        beginnings[random.nextInt(beginnings.length)] + (random.nextBoolean() ? number : number % 7))
                .toList();
    }
}
