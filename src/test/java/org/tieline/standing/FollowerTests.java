package org.tieline.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tieline.testing.TestFacts.organization;
import static org.tieline.testing.TestFacts.removal;
import static org.tieline.testing.TestFacts.tie;

import com.standardwebhooks.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.events.Timepoint;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Patience;

/**
 * Webhooks to a real receiver, from a real database, at times that the test makes.
 *
 * <pre>
 * acme ─SUPPLIES→ one (JP)        gov ─ban jp, in force from 2021-03-01→ acme
 * </pre>
 */
@ExtendWith(EmbeddedNeo4jExtension.class)
class FollowerTests {
    private static final DeliveryTimes PATIENT = times(Patience.LONGEST);

    private static DeliveryTimes times(Duration answer) {
        return new DeliveryTimes(
                Patience.LONGEST, answer, List.of(Duration.ofMinutes(1), Duration.ofMinutes(10)), Duration.ofDays(10));
    }

    private final List<Organization> organizations = List.of(
            organization("acme", "Acme", OrganizationKind.VENDOR, "CN"),
            organization("gov", "Government", OrganizationKind.GOVERNMENT, "JP"),
            organization("one", "One", OrganizationKind.CARRIER, "JP"),
            organization("two", "Two", OrganizationKind.CARRIER, "JP"));
    private final List<Tie> ties = List.of(tie("acme-supplies-one", "acme", TieType.SUPPLIES, "one"));

    private final EmbeddedServer server;
    private final Neo4j neo4j;
    private final Moment clock = new Moment(Instant.parse("2021-02-20T10:00:00Z"));
    private Snapshots snapshots;
    private Receiver receiver;
    private Follower follower;
    private Subscriptions subscriptions;

    FollowerTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    /** A time that stands still until somebody moves it. */
    private static final class Moment extends Clock {
        private volatile Instant now;

        Moment(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void begin() throws Exception {
        EmbeddedNeo4jExtension.empty(server);
        load(ties);
        snapshots = new Snapshots(new DriverGraphReader(neo4j));
        snapshots.refresh();
        receiver = new Receiver();
        follower = new Follower(neo4j, snapshots, clock, PATIENT, true);
        subscriptions = new Subscriptions(neo4j, clock, true, 3);
        look();
    }

    @AfterEach
    void end() {
        follower.close();
        receiver.close();
        snapshots.close();
    }

    private void load(List<Tie> those) {
        Dataset facts = new Dataset(
                "1.0.0",
                "a".repeat(64),
                organizations,
                those,
                List.of(removal("jp", "JP", "2021-03-01", "acme")),
                List.of(new Source(
                        "bbc-2020", "BBC", "Of Acme", PartialDate.parse("2020-07-14"), "https://example.org/bbc")),
                List.of());
        new DatasetLoader(neo4j, Clock.systemUTC()).load(facts, Progress.NONE);
    }

    /** Follows what was committed until nothing is new. */
    private void look() {
        Snapshot before;
        do {
            snapshots.refresh();
            before = snapshots.current();
            follower.look();
            snapshots.refresh();
        } while (!snapshots.current().version().equals(before.version()));
    }

    private Subscription subscribe(Map<String, Object> parameters) {
        return subscriptions.add("me", new Subscriptions.Wish(receiver.url(), parameters), snapshots.current());
    }

    private void at(String time) {
        clock.now = Instant.parse(time);
        look();
        follower.deliver();
    }

    private Subscription seen(Subscription subscription) {
        return subscriptions.of("me", subscription.id());
    }

    @Test
    void shouldDeliverSignedWhatADayBringsAtMidnightOfTheBan() throws Exception {
        Subscription subscription = subscribe(Map.of("vendor", "acme", "subject", List.of("conflict")));

        at("2021-02-28T14:59:00Z");
        assertThat(receiver.others()).isEmpty();
        at("2021-02-28T15:00:10Z");

        Receiver.Call call = receiver.next();
        assertThat(call.json().at("/type").textValue()).isEqualTo("tieline.event");
        assertThat(call.json().at("/data/ban").textValue()).isEqualTo("jp");
        assertThat(call.json().at("/data/id").textValue()).isEqualTo(call.id());
        assertThat(call.headers().getFirst("webhook-timestamp"))
                .isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
        assertThat(call.headers().getFirst("webhook-signature"))
                .isEqualTo(new Webhook(subscription.secret())
                        .sign(call.id(), clock.instant().getEpochSecond(), call.body()));
        follower.deliver();
        at("2021-03-02T15:00:10Z");
        assertThat(receiver.others()).isEmpty();
        assertThat(seen(subscription).waiting()).isZero();
        assertThat(seen(subscription).secret()).isNull();
    }

    @Test
    void shouldDeliverWhatIsNewOnRecord() throws Exception {
        at("2021-04-01T00:00:00Z");
        subscribe(Map.of("subject", "exposure"));
        List<Tie> more = new ArrayList<>(ties);
        more.add(tie("acme-supplies-two", "acme", TieType.SUPPLIES, "two"));
        load(more);

        at("2021-04-02T10:00:00Z");

        Receiver.Call call = receiver.next();
        assertThat(call.json().at("/data/cause").textValue()).isEqualTo("fact");
        assertThat(call.json().at("/data/carrier/id").textValue()).isEqualTo("two");
        assertThat(snapshots.current().movements()).hasSize(1);
        assertThat(receiver.others()).isEmpty();
    }

    @Test
    void shouldDeliverWhatIsNewBeforeAnybodyFollowed() throws Exception {
        neo4j.write(tx -> tx.run("MATCH (r:RecordedState) DELETE r").consume());
        clock.now = Instant.parse("2021-04-01T00:00:00Z");
        subscribe(Map.of("subject", "exposure"));
        List<Tie> more = new ArrayList<>(ties);
        more.add(tie("acme-supplies-two", "acme", TieType.SUPPLIES, "two"));
        load(more);

        at("2021-04-01T10:00:00Z");

        assertThat(receiver.next().json().at("/data/carrier/id").textValue()).isEqualTo("two");
    }

    /** Nothing was written by whoever looks at facts that he knows. */
    @Test
    void shouldRecordAStateOnce() {
        String before = snapshots.current().version();

        at("2021-02-20T11:00:00Z");
        at("2021-02-20T12:00:00Z");

        assertThat(snapshots.current().version()).isEqualTo(before);
        assertThat(snapshots.current().movements()).isEmpty();
    }

    @Test
    void shouldTryAgainWithGrowingWaitsAndLoseNothing() throws Exception {
        Subscription subscription = subscribe(Map.of());
        receiver.answering(500);
        at("2021-03-01T00:00:00Z");
        String first = receiver.next().id();
        assertThat(seen(subscription).failure()).isEqualTo("it answers 500");
        assertThat(seen(subscription).nextTry()).isEqualTo("2021-03-01T00:01:00Z");
        assertThat(seen(subscription).waiting()).isEqualTo(2);

        at("2021-03-01T00:00:59Z");
        assertThat(receiver.others()).isEmpty();
        at("2021-03-01T00:01:00Z");
        assertThat(receiver.next().id()).isEqualTo(first);
        assertThat(seen(subscription).nextTry()).isEqualTo("2021-03-01T00:11:00Z");
        assertThat(seen(subscription).failingSince()).isEqualTo("2021-03-01T00:00:00Z");

        receiver.answering(200);
        at("2021-03-01T00:11:00Z");
        assertThat(receiver.next().id()).isEqualTo(first);
        assertThat(receiver.next().id()).isNotEqualTo(first);
        assertThat(seen(subscription).failingSince()).isNull();
        assertThat(seen(subscription).waiting()).isZero();
        assertThat(follower.counts().taken()).isEqualTo(2);
        assertThat(follower.counts().failed()).isEqualTo(2);
    }

    @Test
    void shouldWaitForNobodyForEverNorFollowARedirect() throws Exception {
        Subscription subscription = subscribe(Map.of("subject", "conflict"));
        receiver.answering(Receiver.NEVER);
        follower.close();
        follower = new Follower(neo4j, snapshots, clock, times(Duration.ofSeconds(1)), true);
        at("2021-03-01T00:00:00Z");
        assertThat(receiver.next().path()).isEqualTo("/events");
        assertThat(seen(subscription).failure()).isEqualTo("no answer within 1 s");

        receiver.answering(302);
        follower.close();
        follower = new Follower(neo4j, snapshots, clock, PATIENT, true);
        at("2021-03-01T00:01:00Z");
        assertThat(receiver.next().path()).isEqualTo("/events");
        assertThat(seen(subscription).failure()).isEqualTo("it answers 302, and redirects are not followed");
        assertThat(receiver.others()).isEmpty();
    }

    @Test
    void shouldSayInWordsThatNobodyIsThere() {
        Subscription subscription = subscribe(Map.of("subject", "conflict"));
        receiver.close();

        at("2021-03-01T00:00:00Z");

        assertThat(seen(subscription).failure()).isEqualTo("no connection: Connection refused");
    }

    @Test
    void shouldEndWhereTheAddressIsGone() throws Exception {
        Subscription subscription = subscribe(Map.of());
        receiver.answering(410);

        at("2021-03-01T00:00:00Z");

        receiver.next();
        assertThatThrownBy(() -> seen(subscription)).isInstanceOf(NotFound.class);
        assertThat(follower.counts().ended()).isOne();
        at("2021-03-02T00:00:00Z");
        assertThat(receiver.others()).isEmpty();
    }

    @Test
    void shouldEndAfterTenDaysOfFailure() throws Exception {
        Subscription subscription = subscribe(Map.of());
        receiver.answering(503);

        at("2021-03-01T00:00:00Z");
        at("2021-03-10T23:00:00Z");
        assertThat(seen(subscription).waiting()).isPositive();
        at("2021-03-11T00:00:00Z");

        assertThatThrownBy(() -> seen(subscription)).isInstanceOf(NotFound.class);
    }

    /** What was ready is delivered by the next process; what was taken is not, however often it looks. */
    @Test
    void shouldGoOnAfterARestart() throws Exception {
        subscribe(Map.of());
        receiver.answering(500);
        at("2021-03-01T00:00:00Z");
        Set<String> ids = new HashSet<>();
        ids.add(receiver.next().id());
        follower.close();

        receiver.answering(200);
        follower = new Follower(neo4j, snapshots, clock, PATIENT, true);
        at("2021-03-01T00:01:00Z");
        ids.add(receiver.next().id());
        ids.add(receiver.next().id());
        follower.close();
        follower = new Follower(neo4j, snapshots, clock, PATIENT, true);
        at("2021-03-05T00:00:00Z");

        assertThat(ids).hasSize(2);
        assertThat(receiver.others()).isEmpty();
    }

    /** Between the looking and the end of the process no event is made ready twice, and none is left out. */
    @Test
    void shouldMakeReadyOnceWhatTwoProcessesFind() {
        Subscription subscription = subscribe(Map.of());
        clock.now = Instant.parse("2021-03-01T00:00:00Z");
        try (Follower other = new Follower(neo4j, snapshots, clock, PATIENT, true)) {
            look();
            other.look();
        }
        assertThat(seen(subscription).waiting()).isEqualTo(2);
    }

    @Test
    void shouldDeliverOnceWhereTwoServersDeliverAtTheSameTime() throws Exception {
        Subscription subscription = subscribe(Map.of());
        snapshots.refresh();
        clock.now = Instant.parse("2021-03-01T00:00:00Z");
        try (Follower other = new Follower(neo4j, snapshots, clock, PATIENT, true);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            for (Follower each : List.of(follower, other)) {
                working.add(threads.submit(() -> {
                    for (int i = 0; i < 20; i++) {
                        snapshots.refresh();
                        each.look();
                        each.deliver();
                    }
                }));
            }
            for (Future<?> each : working) {
                Patience.get(each);
            }
            assertThat(follower.counts().isWorking())
                    .isNotEqualTo(other.counts().isWorking());
            assertThat(follower.counts().taken() + other.counts().taken()).isEqualTo(2);
        }
        assertThat(receiver.others()).extracting(Receiver.Call::id).hasSize(2).doesNotHaveDuplicates();
        assertThat(seen(subscription).waiting()).isZero();
    }

    /** Who was halted while it delivered, and goes on when another has delivered the same, changes nothing any more. */
    @Test
    void shouldKeepNothingOfADeliveryWhoseTimeIsOver() throws Exception {
        Subscription subscription = subscribe(Map.of("subject", "conflict"));
        snapshots.refresh();
        receiver.answering(Receiver.NEVER);
        follower.close();
        DeliveryTimes brief = times(Duration.ofSeconds(1)).answering(Duration.ofSeconds(1));
        follower = new Follower(neo4j, snapshots, clock, brief, true);
        clock.now = Instant.parse("2021-03-01T00:00:00Z");
        look();
        Thread halted = Thread.ofVirtual().start(follower::deliver);
        String id = receiver.next().id();
        // As if the one who delivers had been halted for longer than its lease lasts.
        neo4j.write(tx -> tx.run("MATCH (l:Lease) SET l.until = datetime.realtime() - duration('PT1H')")
                .consume());
        receiver.answering(200);
        try (Follower other = new Follower(neo4j, snapshots, clock, PATIENT, true)) {
            other.deliver();
            assertThat(receiver.next().id()).isEqualTo(id);
            assertThat(halted.join(Patience.LONGEST)).isTrue();
        }

        assertThat(seen(subscription).waiting()).isZero();
        assertThat(seen(subscription).failingSince()).isNull();
        at("2021-03-05T00:00:00Z");
        assertThat(receiver.others()).isEmpty();
    }

    /** Its snapshot lacks a state of the facts that another server has told already, whatever its clock says. */
    @Test
    void shouldTellNothingAgainByAServerThatIsBehind() throws Exception {
        at("2021-04-01T00:00:00Z");
        try (Snapshots old = new Snapshots(new DriverGraphReader(neo4j));
                Follower behind = new Follower(neo4j, old, clock, PATIENT, true)) {
            Subscription subscription = subscribe(Map.of("subject", "exposure"));
            old.refresh();
            behind.look();
            List<Tie> more = new ArrayList<>(ties);
            more.add(tie("acme-supplies-two", "acme", TieType.SUPPLIES, "two"));
            load(more);
            at("2021-04-02T10:00:00Z");
            receiver.next();
            Timepoint told = seen(subscription).timepoint();
            follower.close();

            clock.now = Instant.parse("2021-04-02T11:00:00Z");
            behind.look();
            behind.deliver();
            assertThat(seen(subscription).timepoint()).isEqualTo(told);
            clock.now = Instant.parse("2021-04-02T09:00:00Z");
            old.refresh();
            behind.look();
            behind.deliver();
            assertThat(seen(subscription).timepoint()).isEqualTo(told);
            assertThat(receiver.others()).isEmpty();
        }
    }

    @Test
    void shouldSendNothingToPrivateAddressesUnlessItMay() throws Exception {
        Subscription subscription = subscribe(Map.of());
        follower.close();
        follower = new Follower(neo4j, snapshots, clock, PATIENT, false);

        at("2021-03-01T00:00:00Z");

        assertThat(seen(subscription).failure()).contains("127.0.0.1, which is no address of the public internet");
        assertThat(receiver.others()).isEmpty();
        Subscriptions careful = new Subscriptions(neo4j, clock, false, 3);
        for (String url : List.of(
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://10.0.0.8/x",
                "https://169.254.169.254/",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://localhost/",
                "http://1.1.1.1/",
                "ftp://1.1.1.1/",
                "nowhere",
                "https://1.1.1.1:0/",
                "https://1.1.1.1:65536/",
                "https://1.1.1.1/" + "x".repeat(2_000),
                "https://me:pass@1.1.1.1/")) {
            assertThatThrownBy(() -> careful.add("me", new Subscriptions.Wish(url, Map.of()), snapshots.current()))
                    .as(url)
                    .isInstanceOfSatisfying(BadQuestion.class, bad -> assertThat(bad.parameter())
                            .isEqualTo("url"));
        }
    }

    @Test
    void shouldKeepSubscriptionsOfEachOwnerApartAndFew() {
        Subscription mine = subscribe(Map.of());
        subscribe(Map.of("vendor", "acme"));
        subscribe(Map.of("minHops", 2));

        assertThatThrownBy(() -> subscribe(Map.of())).isInstanceOf(Subscriptions.TooMany.class);
        assertThat(subscriptions.of("me"))
                .hasSize(3)
                .extracting(Subscription::secret)
                .containsOnlyNulls();
        assertThat(subscriptions.of("you")).isEmpty();
        assertThatThrownBy(() -> subscriptions.of("you", mine.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> subscriptions.remove("you", mine.id())).isInstanceOf(NotFound.class);
        subscriptions.remove("me", mine.id());
        assertThat(subscriptions.of("me"))
                .extracting(Subscription::question)
                .containsExactlyInAnyOrder("/v1/events?vendor=acme", "/v1/events?minHops=2");
        assertThatThrownBy(() -> subscribe(Map.of("vendor", "nobody"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> subscribe(Map.of("after", "2021-01-01"))).isInstanceOf(BadQuestion.class);
    }
}
