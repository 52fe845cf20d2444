package org.tieline.question.events;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tieline.dataset.DatasetReader;
import org.tieline.model.Dataset;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Tie;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Reading;

/**
 * A thousand subscriptions that differ, asked in one sweep over the shipped data: on a day on which nothing turns, on the day on
 * which a ban comes in force, and when a tie is new on record.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class EventBenchmark {
    private static final int SUBSCRIPTIONS = 1_000;
    private static final String FACTS_AT = "2026-11-12T08:00:00Z";

    /** What happened. */
    @Param({"nothing", "ban", "facts"})
    private String happened;

    private Snapshot snapshot;
    private List<EventQuestion> questions;
    private Instant now;

    /** Reads the data and makes the questions. */
    @Setup
    public void build() {
        Dataset facts = DatasetReader.read(Path.of("seed-data"));
        List<Tie> fewer = facts.ties().subList(1, facts.ties().size());
        Dataset before = new Dataset(
                facts.version(),
                facts.sha256(),
                facts.organizations(),
                fewer,
                facts.bans(),
                facts.sources(),
                facts.memberships(),
                facts.identifiers(),
                facts.subscribers());
        snapshot = Followed.from(before).then(FACTS_AT, facts).snapshot();
        Instant from =
                switch (happened) {
                    case "ban" -> Instant.parse("2020-10-19T06:00:00Z");
                    case "facts" -> Instant.parse("2026-11-12T07:45:00Z");
                    default -> Instant.parse("2026-11-12T08:15:00Z");
                };
        now = happened.equals("ban") ? Instant.parse("2020-10-20T06:00:00Z") : from.plusSeconds(1800);
        questions = questions(facts, new Timepoint(from, null));
    }

    private static List<EventQuestion> questions(Dataset facts, Timepoint after) {
        List<String> carriers = facts.organizations().stream()
                .filter(each -> each.kind() == OrganizationKind.CARRIER)
                .map(each -> each.id())
                .toList();
        List<String> countries = facts.organizations().stream()
                .filter(each -> each.kind() == OrganizationKind.CARRIER && each.country() != null)
                .map(each -> each.country())
                .distinct()
                .toList();
        List<String> vendors = List.of("huawei", "zte");
        List<EventQuestion> questions = new ArrayList<>();
        for (int i = 0; questions.size() < SUBSCRIPTIONS; i++) {
            Map<String, List<String>> given = i % 3 == 0
                    ? Map.of("carrier", List.of(carriers.get(i % carriers.size())))
                    : i % 3 == 1
                            ? Map.of(
                                    "carrierCountry", List.of(countries.get(i % countries.size())),
                                    "vendor", List.of(vendors.get(i / 3 % 2)))
                            : Map.of(
                                    "carrier", List.of(carriers.get(i % carriers.size())),
                                    "maxHops", List.of(String.valueOf(2 + i % 4)),
                                    "minHops", List.of(String.valueOf(1 + i / 3 % 2)));
            questions.add(EventQuestion.of(new Given(given)
                            .read(EventQuestion.PARAMETERS, Reading.on(LocalDate.of(2026, 11, 12))))
                    .between(after, null));
        }
        return questions;
    }

    /** One sweep. */
    @Benchmark
    public List<EventAnswer> sweep() {
        return EventInquiry.ask(snapshot, questions, now);
    }
}
