package org.tieline.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.tieline.dataset.DatasetReader;
import org.tieline.exposure.FoundExposures;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Exposure;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphChange;
import org.tieline.graph.GraphFollower;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Tie;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.naming.NameIndex;
import org.tieline.testing.Folders;
import org.tieline.testing.InMemory;
import org.tieline.testing.Patience;

class KeptSnapshotTests {
    private static final Still SHIPPED = new Still(new InMemory(DatasetReader.read(Path.of("seed-data"))), "here 1");
    private static final Snapshot TAKEN = SnapshotBuilder.take(SHIPPED);

    private static final String SUPPLIES = """
            MATCH (h {id: 'h'}), (c {id: 'c'})
            CREATE (h)-[:SUPPLIES {id: '%1$s', evidence: 'confirmed', sources: ['s'], summary: 'The %1$s.'}]->(c)
            """;

    @TempDir
    private Path folder;

    private Path file;

    /** A graph that stays as it is, in a state with a name. */
    private record Still(GraphReader graph, String state) implements GraphReader {
        @Override
        public Commit lastCommit() {
            return graph.lastCommit();
        }

        @Override
        public Optional<String> lastingState() {
            return state.isEmpty() ? Optional.empty() : Optional.of(state);
        }

        @Override
        public void read(GraphSink sink) {
            graph.read(sink);
        }
    }

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("snapshot");
        new KeptSnapshot(file).writeWhole(TAKEN, SHIPPED.state, null);
    }

    private Optional<Snapshot> read(GraphReader reader) {
        return new KeptSnapshot(file).read(reader, null, new ReadReleases()).map(found -> found.taken()
                .snapshot());
    }

    @Test
    void shouldBeTheSameAsOneThatIsReadAnew() throws IOException {
        Snapshot kept = read(SHIPPED).orElseThrow();

        assertThat(kept.version()).isEqualTo(TAKEN.version());
        assertThat(kept.commit()).isEqualTo(TAKEN.commit());
        assertThat(kept.dataset()).isEqualTo(TAKEN.dataset());
        assertThat(kept.organizations()).isEqualTo(TAKEN.organizations()).isNotEmpty();
        assertThat(kept.bans()).isEqualTo(TAKEN.bans()).isNotEmpty();
        assertThat(kept.sources()).isEqualTo(TAKEN.sources()).isNotEmpty();
        assertThat(kept.memberships()).isEqualTo(TAKEN.memberships()).isNotEmpty();
        assertThat(kept.identifiers()).isEqualTo(TAKEN.identifiers()).isNotEmpty();
        assertThat(kept.subscribers()).isEqualTo(TAKEN.subscribers()).isNotEmpty();
        assertThat(kept.problems()).isEqualTo(TAKEN.problems());
        assertThat(kept.releases().all()).isEqualTo(TAKEN.releases().all());
        assertThat(ties(kept)).isEqualTo(ties(TAKEN)).anySatisfy((id, tie) -> assertThat(tie.summary())
                .isNotEmpty());
        assertThat(bytes(kept)).isEqualTo(bytes(TAKEN));
        for (String vendor : TAKEN.search().graph().organizations(OrganizationKind.VENDOR)) {
            assertThat(exposures(kept, vendor)).isEqualTo(exposures(TAKEN, vendor));
        }
    }

    /** What is read ahead is believed no sooner than what is read when it is asked for. */
    @Test
    void shouldBeReadAheadAndBelievedByTheSameSigns() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        assertThat(bytes(readAhead(SHIPPED).orElseThrow())).isEqualTo(bytes(TAKEN));

        assertThat(readAhead(new Still(SHIPPED.graph, "here 2"))).isEmpty();
        assertThat(file).doesNotExist();
        assertThat(readAhead(SHIPPED)).isEmpty();

        byte[] wrong = whole.clone();
        wrong[whole.length / 4] ^= 1;
        for (byte[] damaged : List.of(wrong, Arrays.copyOf(whole, 20), new byte[0])) {
            replace(damaged);
            assertThat(readAhead(SHIPPED)).isEmpty();
            assertThat(file).doesNotExist();
        }
    }

    private Optional<Snapshot> readAhead(GraphReader reader) {
        KeptSnapshot kept = new KeptSnapshot(file);
        kept.readAhead();
        return kept.read(reader, null, new ReadReleases())
                .map(found -> found.taken().snapshot());
    }

    private static Map<String, Tie> ties(Snapshot snapshot) {
        return snapshot.search().graph().tiesOf(snapshot.organizations().keySet());
    }

    private static byte[] bytes(Snapshot snapshot) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        snapshot.search().graph().write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static List<Exposure> exposures(Snapshot snapshot, String vendor) {
        List<Exposure> exposures = new ArrayList<>();
        try (FoundExposures found = snapshot.search()
                .reach(vendor, SearchOptions.on(LocalDate.of(2021, 5, 1)).withMaxHops(3))) {
            for (int i = 0; i < found.size(); i++) {
                exposures.add(found.exposure(i));
            }
        }
        return exposures;
    }

    @Test
    void shouldNotBeUsedForAnotherStateAndBeGoneThen() {
        assertThat(read(new Still(SHIPPED.graph, "here 2"))).isEmpty();
        assertThat(file).doesNotExist();
        assertThat(read(SHIPPED)).isEmpty();
    }

    @Test
    void shouldNotBeUsedWhileSomebodyCommits() {
        assertThat(read(new Still(SHIPPED.graph, ""))).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void shouldStayIfTheDatabaseDoesNotTellItsState() {
        GraphReader away = new GraphReader() {
            @Override
            public Commit lastCommit() {
                throw new DatabaseUnavailable("it is just stopping", null);
            }

            @Override
            public void read(GraphSink sink) {
                throw new AssertionError("nothing can be read");
            }
        };
        assertThatThrownBy(() -> read(away)).isInstanceOf(DatabaseUnavailable.class);
        assertThat(read(SHIPPED)).isPresent();
    }

    @Test
    void shouldNotBelieveATornFile() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        List<Integer> lengths = new ArrayList<>(List.of(0, 1, 7, 8, 20, whole.length - 8, whole.length - 1));
        random.ints(20, 0, whole.length).forEach(lengths::add);
        for (int length : lengths) {
            replace(Arrays.copyOf(whole, length));
            assertThat(read(SHIPPED)).as("%d bytes of %d", length, whole.length).isEmpty();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void shouldNotBelieveAFileOfWhichOneBitIsWrong() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        long texts = TAKEN.search().graph().textsLength();
        Random random = new Random(2);
        for (int i = 0; i < 40; i++) {
            int place = i < 10 ? i : i < 15 ? whole.length - 1 - i % 8 : random.nextInt(whole.length);
            byte[] wrong = whole.clone();
            wrong[place] ^= (byte) (1 << random.nextInt(8));
            replace(wrong);
            Optional<Snapshot> kept = read(SHIPPED);
            if (place < whole.length - texts) {
                assertThat(kept).as("byte %d of %d", place, whole.length).isEmpty();
                assertThat(file).doesNotExist();
            } else {
                assertThatIllegalStateException()
                        .as("byte %d of %d", place, whole.length)
                        .isThrownBy(() -> ties(kept.orElseThrow()))
                        .withMessageContaining("damaged");
            }
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        replace(longer);
        assertThat(read(SHIPPED)).isEmpty();
    }

    /** Sentences of a snapshot that was written lie in the file, so that nobody may write to that. */
    private void replace(byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        Files.write(file, bytes);
    }

    @Test
    void shouldNotReadAFileOfTheFormOfBefore() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        byte[] name = "Tieline snapshot 1".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(name, 0, whole, 2, name.length);
        replace(whole);

        assertThat(read(SHIPPED)).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void shouldNotTakeAForeignFileForASnapshot() throws IOException {
        for (String foreign : List.of("", "x", "Somebody's notes\n".repeat(1_000))) {
            replace(foreign.getBytes(StandardCharsets.UTF_8));
            assertThat(read(SHIPPED)).isEmpty();
            assertThat(file).doesNotExist();
        }
    }

    /** What another version wrote has another form, or another version in it; whole as it may be. */
    @Test
    void shouldNotReadWhatAnotherVersionWrote() throws IOException {
        byte[] version = ProgramVersion.TEXT.getBytes(StandardCharsets.UTF_8);
        int place = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .indexOf(new String(version, StandardCharsets.ISO_8859_1));
        try (RandomAccessFile changed = new RandomAccessFile(file.toFile(), "rw")) {
            changed.seek(place);
            changed.write('9');
        }
        assertThat(read(SHIPPED)).isEmpty();
        assertThat(file).doesNotExist();
    }

    /** A kill leaves what was written so far under another name, beside the file from before. */
    @Test
    void shouldReadTheFileFromBeforeWhenTheNextOneWasNotFinished() throws IOException {
        Path unfinished = folder.resolve("snapshot.unfinished");
        Files.write(unfinished, new byte[] {1, 2, 3});

        assertThat(read(SHIPPED)).isPresent();
        assertThat(unfinished).doesNotExist();
        assertThat(file).exists();
    }

    @Test
    void shouldNotFailWhereNothingCanBeWritten() {
        KeptSnapshot nowhere = new KeptSnapshot(folder.resolve("no").resolve("folder"), Duration.ZERO);

        assertThat(nowhere.read(SHIPPED, null, new ReadReleases())).isEmpty();
        assertThatCode(() -> nowhere.look(TAKEN, SHIPPED, Optional::empty)).doesNotThrowAnyException();
        nowhere.close();
    }

    @Test
    void shouldBeWrittenWhenASnapshotHasStoodForAWhile() throws IOException {
        Files.delete(file);
        KeptSnapshot slow = new KeptSnapshot(file, Duration.ofHours(1));
        slow.look(TAKEN, SHIPPED, Optional::empty);
        slow.look(TAKEN, SHIPPED, Optional::empty);
        slow.close();
        assertThat(file).doesNotExist();

        KeptSnapshot quick = new KeptSnapshot(file, Duration.ZERO);
        quick.look(TAKEN, SHIPPED, Optional::empty);
        Patience.await(() -> Files.exists(file));
        assertThat(quick.read(SHIPPED, null, new ReadReleases())).isPresent();
        quick.close();
    }

    @Test
    void shouldFitAStoreThatWasStartedAgainAndNoOther() {
        Path home = folder.resolve("home");
        Snapshots.Rebuilds none = new Snapshots.Rebuilds(0, 0, Duration.ZERO, 0);
        try (Store store = new Store(home);
                Snapshots snapshots = new Snapshots(store.reader(), new KeptSnapshot(file, Duration.ZERO))) {
            store.write("CREATE (:Organization:Vendor {id: 'h', name: 'H', country: 'CN'})");
            snapshots.start(Duration.ofMillis(20));
            Patience.await(() -> snapshots.latest().isPresent() && Files.exists(file));
            assertThat(snapshots.rebuilds()).isNotEqualTo(none);
        }
        try (Store store = new Store(home);
                Snapshots snapshots = new Snapshots(store.reader(), new KeptSnapshot(file, Duration.ofHours(1)))) {
            snapshots.refresh();
            assertThat(snapshots.current().organizations()).containsOnlyKeys("h");
            assertThat(snapshots.rebuilds())
                    .as("nothing was read from the graph")
                    .isEqualTo(none);

            store.write("CREATE (:Organization:Carrier {id: 'c', name: 'C', country: 'GB'})");
            snapshots.refresh();
            assertThat(snapshots.current().organizations()).containsOnlyKeys("c", "h");
            assertThat(snapshots.rebuilds()).isNotEqualTo(none);
            assertThat(read(store.reader())).as("it is of the state before").isEmpty();
        }
    }

    @Test
    void shouldGoOnFromTheFileWithoutReadingTheGraphAsAWhole() {
        Path home = folder.resolve("home");
        try (Store store = new Store(home);
                Snapshots snapshots = new Snapshots(store.reader(), new KeptSnapshot(file, Duration.ZERO))) {
            store.writeSupply("first");
            snapshots.start(Duration.ofMillis(20));
            Patience.await(() -> snapshots.latest().isPresent() && Files.exists(file));
        }
        try (Store store = new Store(home);
                Snapshots snapshots = new Snapshots(store.reader(), new KeptSnapshot(file, Duration.ofHours(1)))) {
            snapshots.refresh();
            store.write(SUPPLIES.formatted("second"));
            store.write("MATCH (o {id: 'c'}) SET o.name = 'Carrier'");
            store.write("MATCH (s:Source) SET s.published = '2020'");
            store.write("MATCH ()-[t {id: 'first'}]->() DELETE t");
            store.write("CREATE (:Organization:Carrier {id: 'd', name: 'D', country: 'GB'})");
            store.write("MATCH (o {id: 'd'}) DELETE o");
            snapshots.refresh();

            Snapshot taken = SnapshotBuilder.take(store.reader());
            assertThat(ties(snapshots.current())).isEqualTo(ties(taken)).containsOnlyKeys("second");
            assertThat(Map.copyOf(snapshots.current().organizations())).isEqualTo(taken.organizations());
            assertThat(Map.copyOf(snapshots.current().sources())).isEqualTo(taken.sources());
            assertThat(snapshots.current().problems()).isEqualTo(taken.problems());
            assertThat(snapshots.rebuilds().taken())
                    .as("times the whole graph was read")
                    .isZero();
            assertThat(snapshots.rebuilds().changed()).isPositive();
        }
    }

    /** Such a server leaves the file from before. */
    @Test
    void shouldTakeInWhatWasCommittedRightBeforeAServerWasGone() {
        Path home = folder.resolve("home");
        try (Store store = new Store(home);
                Snapshots snapshots = new Snapshots(store.reader(), new KeptSnapshot(file, Duration.ZERO))) {
            store.writeSupply("first");
            snapshots.start(Duration.ofMillis(20));
            Patience.await(() -> snapshots.latest().isPresent() && Files.exists(file));
        }
        try (Store store = new Store(home);
                Snapshots snapshots = new Snapshots(store.reader(), new KeptSnapshot(file, Duration.ofHours(1)))) {
            snapshots.refresh();
            store.write("MATCH (o {id: 'c'}) SET o.id = 'd'");
            snapshots.refresh();
            assertThat(snapshots.rebuilds().taken()).isZero();
        }
        try (Store store = new Store(home);
                Snapshots snapshots = new Snapshots(store.reader(), new KeptSnapshot(file, Duration.ofHours(1)))) {
            snapshots.refresh();
            store.write(SUPPLIES.formatted("second").replace("'c'", "'d'"));
            snapshots.refresh();

            Snapshot taken = SnapshotBuilder.take(store.reader());
            assertThat(Map.copyOf(snapshots.current().organizations()))
                    .isEqualTo(taken.organizations())
                    .containsOnlyKeys("h", "d");
            assertThat(ties(snapshots.current())).isEqualTo(ties(taken)).containsOnlyKeys("first", "second");
            assertThat(snapshots.rebuilds().taken()).isZero();
        }
    }

    /** A store that was put back from a copy may be as long as the one that the file is of, and have other commits in it. */
    @Test
    void shouldNotGoOnFromAStateThatTheGraphWasNeverIn() throws IOException {
        Path home = folder.resolve("home");
        try (Store store = new Store(home)) {
            store.writeSupply("first");
        }
        Path copy = folder.resolve("copy");
        Folders.copy(home, copy);
        try (Store store = new Store(home);
                Snapshots snapshots = new Snapshots(store.reader(), new KeptSnapshot(file, Duration.ZERO))) {
            store.write(SUPPLIES.formatted("second"));
            snapshots.start(Duration.ofMillis(20));
            Patience.await(() -> snapshots.latest().isPresent() && Files.exists(file));
        }
        try (Store store = new Store(copy);
                Snapshots snapshots = new Snapshots(store.reader(), new KeptSnapshot(file, Duration.ofHours(1)))) {
            store.write(SUPPLIES.formatted("other1"));
            store.write(SUPPLIES.formatted("other2"));
            snapshots.refresh();

            assertThat(ties(snapshots.current())).containsOnlyKeys("first", "other1", "other2");
            assertThat(snapshots.rebuilds().taken()).isEqualTo(1);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void shouldReadTheGraphBehindAFileOfOneInWhichSomethingIsWrong() {
        Path home = folder.resolve("home");
        try (Store store = new Store(home);
                Snapshots snapshots = new Snapshots(store.reader(), new KeptSnapshot(file, Duration.ZERO))) {
            store.write("CREATE (:Organization:Vendor {id: 'h', name: 'H', country: 'CN', since: 'soon'})");
            snapshots.start(Duration.ofMillis(20));
            Patience.await(() -> snapshots.latest().isPresent() && Files.exists(file));
        }
        try (Store store = new Store(home);
                Snapshots snapshots = new Snapshots(store.reader(), new KeptSnapshot(file, Duration.ofHours(1)))) {
            snapshots.start(Duration.ofMillis(20));
            Patience.await(() -> snapshots.rebuilds().taken() == 1);
            Patience.await(() -> snapshots.current().problems().size() == 1);

            store.write("MATCH (o {id: 'h'}) REMOVE o.since");
            Patience.await(() -> snapshots.current().problems().isEmpty());
        }
    }

    @Test
    void shouldReadTheGraphBehindAFileOfWhichASentenceIsDamaged() throws IOException {
        Path home = folder.resolve("home");
        try (Store store = new Store(home);
                Snapshots snapshots = new Snapshots(store.reader(), new KeptSnapshot(file, Duration.ZERO))) {
            store.writeSupply("first");
            store.write("MATCH ()-[t {id: 'first'}]->() SET t.summary = 'H supplies C.'");
            snapshots.start(Duration.ofMillis(20));
            Patience.await(() -> snapshots.latest().isPresent() && Files.exists(file));
        }
        byte[] damaged = Files.readAllBytes(file);
        damaged[damaged.length - 1] ^= 1;
        replace(damaged);
        try (Store store = new Store(home);
                Snapshots snapshots = new Snapshots(store.reader(), new KeptSnapshot(file, Duration.ofHours(1)))) {
            snapshots.refresh();
            Snapshot ofFile = snapshots.current();
            assertThatIllegalStateException().isThrownBy(() -> ties(ofFile)).withMessageContaining("damaged");

            snapshots.start(Duration.ofMillis(20));
            Patience.await(() -> snapshots.current() != ofFile);
            assertThat(ties(snapshots.current()).get("first").summary()).isEqualTo("H supplies C.");
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void shouldKeepWhatWasMadeReadyWhenTheGraphIsReadBehindTheFile() {
        Followed graph = new Followed(SHIPPED, 0);
        try (Snapshots snapshots = new Snapshots(graph, new KeptSnapshot(file, Duration.ofHours(1)))) {
            snapshots.refresh();
            Snapshot first = snapshots.current();
            NameIndex made = first.names().index();
            snapshots.start(Duration.ofMillis(20));
            Patience.await(() -> snapshots.current() != first);
            Patience.await(() -> snapshots.current().names().isMade());

            assertThat(snapshots.current().names().index()).isSameAs(made);
        }
    }

    @Test
    void shouldAnswerFromTheFileWhileADataSetIsLoaded() {
        Followed graph = new Followed(SHIPPED, 4);
        try (Snapshots snapshots = new Snapshots(graph, new KeptSnapshot(file, Duration.ofHours(1)))) {
            snapshots.refresh();
            Snapshot first = snapshots.current();
            snapshots.start(Duration.ofMillis(40));
            Patience.await(() -> {
                assertThat(snapshots.health().failedSince()).isNull();
                return graph.readings > 4;
            });
            Patience.await(() -> snapshots.current() != first);

            assertThat(snapshots.rebuilds().taken()).isEqualTo(1);
            assertThat(snapshots.rebuilds().failed()).isZero();
            assertThat(snapshots.waitsFor()).isNull();
        }
    }

    /** A graph in which nothing changes; at first a data set is being loaded. */
    private static final class Followed implements GraphReader, GraphFollower {
        private final Still still;
        private final int loading;
        private volatile int readings;

        Followed(Still still, int loading) {
            this.still = still;
            this.loading = loading;
        }

        @Override
        public Commit lastCommit() {
            return still.lastCommit();
        }

        @Override
        public Optional<String> lastingState() {
            return still.lastingState();
        }

        @Override
        public Optional<GraphFollower> follow() {
            return Optional.of(this);
        }

        @Override
        public void read(GraphSink sink) {
            readings++;
            if (readings <= loading) {
                throw new DatabaseUnavailable(DatabaseUnavailable.Reason.LOADING, "a data set is being loaded", null);
            }
            still.read(sink);
        }

        @Override
        public Optional<GraphChange> changes(Known known) {
            return Optional.empty();
        }

        @Override
        public Optional<String> failure() {
            return Optional.empty();
        }
    }

    /** A database of its own, without a network. */
    private static final class Store implements AutoCloseable {
        private final DatabaseManagementService service;

        Store(Path home) {
            service = new DatabaseManagementServiceBuilder(home)
                    .setConfig(GraphDatabaseSettings.pagecache_memory, 8L << 20)
                    .build();
        }

        GraphReader reader() {
            return new EmbeddedGraphReader(service.database("neo4j"));
        }

        void write(String query) {
            service.database("neo4j").executeTransactionally(query, Map.of());
        }

        /** Of the vendor h to the carrier c, which it writes too. */
        void writeSupply(String id) {
            write("CREATE (:Organization:Vendor {id: 'h', name: 'H', country: 'CN'})");
            write("CREATE (:Organization:Carrier {id: 'c', name: 'C', country: 'GB'})");
            write("CREATE (:Source {id: 's', publisher: 'P', title: 'T', url: 'https://s.example'})");
            write(SUPPLIES.formatted(id));
        }

        @Override
        public void close() {
            service.shutdown();
        }
    }
}
