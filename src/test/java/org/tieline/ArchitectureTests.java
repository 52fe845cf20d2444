package org.tieline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which package may use which. */
@AnalyzeClasses(packages = "org.tieline", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {
    private static final Path SOURCES = Path.of("src/main/java/org/tieline");
    private static final int MOST_FILES = 30;

    private static final List<String> QUESTIONS = List.of(
            "exposures",
            "conflicts",
            "age",
            "paths",
            "matrix",
            "series",
            "changes",
            "events",
            "scenarios",
            "ownership",
            "screening",
            "records",
            "reconciliation");

    private static final String JDK = "java..";

    /** Whoever may use the JDK may say what may be absent. */
    private static final String NULLNESS = "org.jspecify.annotations..";

    private static final String LOGS = "org.slf4j..";
    private static final String JACKSON = "com.fasterxml.jackson..";

    /** In a package that is marked the compiler checks what may be absent. */
    @ArchTest
    static void shouldMarkEveryPackage(JavaClasses classes) {
        assertThat(classes.stream()
                        .map(type -> type.getPackage())
                        .distinct()
                        .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                        .map(room -> room.getName()))
                .isEmpty();
    }

    /** What others made badly is refused by InvalidValue; any other refusal out of our own code is a mistake of ours. */
    @ArchTest
    static void shouldNotTakeItsOwnMistakesForBadlyMadeData(JavaClasses classes) {
        assertThat(classes.stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .flatMap(unit -> unit.getTryCatchBlocks().stream())
                        .filter(block -> block.getCaughtThrowables().stream()
                                .anyMatch(caught -> caught.isEquivalentTo(IllegalArgumentException.class)
                                        || caught.isEquivalentTo(NullPointerException.class)))
                        .filter(block -> block.getAccessesContainedInTryBlock().stream()
                                .map(access -> access.getTargetOwner())
                                .anyMatch(owner -> owner.getPackageName().startsWith("org.tieline")
                                        && !owner.equals(block.getOwner().getOwner())))
                        .map(block -> block.getOwner().getFullName()))
                .isEmpty();
    }

    @ArchTest
    static final ArchRule model = uses("model", JDK);

    @ArchTest
    static final ArchRule naming =
            uses("naming", JDK, tieline("model"), "com.ibm.icu..", "org.apache.commons.text..", "org.apache.lucene..");

    /** Scripts and transliteration are of names alone; time zones have a room of their own. */
    @ArchTest
    static final ArchRule scripts = noClasses()
            .that(resideOutsideOfPackage("org.tieline.naming"))
            .and(not(resideInAPackage("org.tieline.naming.zone")))
            .should()
            .dependOnClassesThat(resideInAPackage("com.ibm.icu.."));

    @ArchTest
    static final ArchRule config = uses("config", JDK, tieline("model"), tieline("naming"));

    @ArchTest
    static final ArchRule gate = uses("gate", JDK, "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule links = uses("links", JDK, tieline("model"));

    @ArchTest
    static final ArchRule guide = uses("guide", JDK, "org.commonmark..");

    @ArchTest
    static final ArchRule csv = uses("csv", JDK, "de.siegmar.fastcsv..");

    @ArchTest
    static final ArchRule dataset = uses(
            "dataset",
            JDK,
            JACKSON,
            "de.siegmar.fastcsv..",
            tieline("csv"),
            tieline("model"),
            tieline("naming"),
            tieline("scratch"));

    @ArchTest
    static final ArchRule known = uses("dataset.known", JDK, tieline("model"), tieline("naming.column"));

    @ArchTest
    static final ArchRule scratch = uses("scratch", JDK);

    @ArchTest
    static final ArchRule exposure = uses("exposure", JDK, tieline("model"));

    @ArchTest
    static final ArchRule restriction = uses("restriction", JDK, JACKSON, tieline("model"));

    @ArchTest
    static final ArchRule graph = classes()
            .that(resideInAPackage("org.tieline.graph"))
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(JDK, NULLNESS, tieline("model"), tieline("scratch"), "org.tieline.graph"))
            .as("what the graph means is said without any way to a database");

    @ArchTest
    static final ArchRule graphOverBolt = uses(
            "graph.bolt",
            JDK,
            "javax.net.ssl..",
            LOGS,
            "org.neo4j.driver..",
            "org.neo4j.ogm..",
            "org.tieline.graph",
            tieline("model"),
            tieline("scratch"));

    /** Eclipse Collections come with Neo4j, whose own API speaks in them. */
    @ArchTest
    static final ArchRule graphInside = uses(
            "graph.kernel", JDK, "org.neo4j..", "org.eclipse.collections.api..", "org.tieline.graph", tieline("model"));

    @ArchTest
    static final ArchRule graphInBulk = uses(
            "graph.bulk",
            JDK,
            "org.neo4j..",
            "org.tieline.graph",
            tieline("graph.element"),
            tieline("model"),
            tieline("scratch"));

    @ArchTest
    static final ArchRule graphElements = uses("graph.element", JDK, "org.tieline.graph", tieline("model"));

    @ArchTest
    static final ArchRule question = uses(
            "question",
            JDK,
            LOGS,
            JACKSON,
            "de.siegmar.fastcsv..",
            tieline("csv"),
            tieline("model"),
            tieline("exposure"),
            tieline("restriction"),
            tieline("graph"),
            tieline("exchange.exports"),
            tieline("naming"));

    @ArchTest
    static final ArchRule declaring = classes()
            .that(resideInAPackage("org.tieline.question"))
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage(tieline("question")))
                    .or(resideInAnyPackage("org.tieline.question", tieline("question.parameter"))))
            .as("what a question is, is said without any question");

    @ArchTest
    static final ArchRule parameter = classes()
            .that(resideInAPackage(tieline("question.parameter")))
            .should()
            .onlyDependOnClassesThat(
                    not(resideInAPackage(tieline("question"))).or(resideInAPackage(tieline("question.parameter"))))
            .as("what may be told is understood without questions and snapshots");

    @ArchTest
    static final ArchRule circles = slices().matching("org.tieline.question.(*)..")
            .should()
            .beFreeOfCycles()
            .as("no two questions build on each other");

    @ArchTest
    static final ArchRule registry = noClasses()
            .that(resideInAPackage(tieline("question")))
            .and(not(resideInAPackage(tieline("question.registry"))))
            .should()
            .dependOnClassesThat(resideInAPackage(tieline("question.registry")))
            .as("no question knows all questions");

    @ArchTest
    static final ArchRule exposures = asks("exposures", "ownership", "paths");

    @ArchTest
    static final ArchRule conflicts = asks("conflicts", "exposures");

    @ArchTest
    static final ArchRule summary = asks("summary", "exposures", "series", "changes");

    @ArchTest
    static final ArchRule age = asks("age", "exposures");

    @ArchTest
    static final ArchRule paths = asks("paths");

    @ArchTest
    static final ArchRule matrix = asks("matrix", "exposures");

    @ArchTest
    static final ArchRule series = asks("series", "exposures", "changes");

    @ArchTest
    static final ArchRule changes = asks("changes", "exposures");

    @ArchTest
    static final ArchRule events = asks("events", "exposures", "changes", "conflicts");

    @ArchTest
    static final ArchRule scenarios = asks("scenarios", "exposures", "changes");

    @ArchTest
    static final ArchRule ownership = asks("ownership");

    @ArchTest
    static final ArchRule screening = asks("screening", "exposures");

    @ArchTest
    static final ArchRule records = asks("records");

    /** The text analysis of searches; whatever else Lucene can do is for the database. */
    @ArchTest
    static final ArchRule searches = noClasses()
            .that(resideOutsideOfPackage("org.tieline.naming.fulltext"))
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.lucene.."));

    @ArchTest
    static final ArchRule reconciliation = asks("reconciliation", "screening", "ownership", "records");

    @ArchTest
    static final ArchRule exchange = uses(
            "exchange",
            JDK,
            JACKSON,
            "de.siegmar.fastcsv..",
            "javax.xml.transform..",
            "org.xml.sax..",
            tieline("csv"),
            tieline("dataset"),
            "org.tieline.graph",
            tieline("graph.element"),
            tieline("model"),
            tieline("naming"),
            tieline("scratch"));

    @ArchTest
    static final ArchRule exposurePath = uses("exposure.path", JDK, tieline("model"));

    @ArchTest
    static final ArchRule exposureColumn = uses("exposure.column", JDK, tieline("model"));

    @ArchTest
    static final ArchRule exports = uses(
            "exchange.exports",
            JDK,
            tieline("dataset"),
            tieline("graph"),
            tieline("model"),
            tieline("naming.column"),
            tieline("scratch"));

    @ArchTest
    static final ArchRule imports = uses(
            "exchange.imports",
            JDK,
            tieline("csv"),
            tieline("dataset"),
            tieline("model"),
            tieline("naming"),
            tieline("scratch"));

    @ArchTest
    static final ArchRule release = uses("exchange.release", JDK, JACKSON, tieline("dataset"), tieline("model"));

    @ArchTest
    static final ArchRule formats = slices().matching("org.tieline.exchange.(admin|drawing|ftm|gleif|release)..")
            .should()
            .notDependOnEachOther()
            .as("no foreign form knows another");

    @ArchTest
    static final ArchRule sha256 = noClasses()
            .that(not(resideInAPackage("org.tieline.model")))
            .should()
            .callMethod(MessageDigest.class, "getInstance", String.class)
            .as("SHA-256 is asked for in one place");

    @ArchTest
    static final ArchRule procedure = uses(
            "procedure",
            JDK,
            "org.neo4j..",
            tieline("exposure"),
            tieline("question"),
            tieline("graph.kernel"),
            tieline("model"),
            tieline("restriction"));

    @ArchTest
    static final ArchRule insideTheDatabase = noClasses()
            .that(resideInAnyPackage(tieline("graph.kernel"), tieline("procedure")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.neo4j.driver..", "org.neo4j.ogm.."))
            .as("inside the database nobody uses the driver");

    @ArchTest
    static final ArchRule server = uses(
            "server",
            JDK,
            LOGS,
            "org.neo4j..",
            "org.eclipse.jetty..",
            "io.netty..",
            "inet.ipaddr..",
            tieline("config"),
            tieline("gate"),
            tieline("model"),
            tieline("procedure"));

    @ArchTest
    static final ArchRule http = uses(
            "http",
            JDK,
            LOGS,
            JACKSON,
            "de.siegmar.fastcsv..",
            "com.rometools..",
            "io.javalin..",
            "io.micrometer..",
            "com.github.benmanes.caffeine..",
            "org.eclipse.jetty..",
            "jakarta.servlet..",
            "kotlin..",
            // Pictures of pages are drawn here.
            "javax.imageio..",
            "org.apache.fontbox..",
            "org.apache.pdfbox.io..",
            tieline("csv"),
            tieline("gate"),
            tieline("guide"),
            tieline("mcp"),
            tieline("question"),
            tieline("standing"),
            tieline("exchange"),
            tieline("model"),
            tieline("exposure"),
            tieline("restriction"),
            tieline("naming"));

    /** Reactor's types are those of the SDK. */
    @ArchTest
    static final ArchRule assistants = uses(
            "mcp",
            JDK,
            LOGS,
            JACKSON,
            "io.modelcontextprotocol..",
            "reactor.core..",
            tieline("model"),
            tieline("question"));

    @ArchTest
    static final ArchRule protocol = noClasses()
            .that(not(resideInAPackage(tieline("mcp"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.modelcontextprotocol..", "reactor.."))
            .as("the protocol of assistants is spoken in one place");

    @ArchTest
    static final ArchRule standing = uses(
            "standing",
            JDK,
            // Of a receiver whom nobody vouches for.
            "javax.net.ssl..",
            LOGS,
            JACKSON,
            "com.standardwebhooks..",
            "org.eclipse.jetty..",
            "org.neo4j.driver..",
            "org.tieline.graph.bolt",
            "org.tieline.question",
            tieline("question.events"),
            tieline("question.parameter"),
            tieline("model"));

    @ArchTest
    static final ArchRule httpMessages = noClasses()
            .that(resideInAPackage(tieline("http.message")))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.tieline.http", tieline("http.pages"), tieline("http.reconcile")))
            .as("what a message says is said without any route");

    @ArchTest
    static final ArchRule httpPages = noClasses()
            .that(resideInAPackage(tieline("http.pages")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.tieline.http", tieline("http.reconcile")))
            .as("pages know no routes but their own");

    @ArchTest
    static final ArchRule httpReconcile = noClasses()
            .that(resideInAPackage(tieline("http.reconcile")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.tieline.http", tieline("http.pages")))
            .as("reconciliation knows no routes but its own");

    @ArchTest
    static final ArchRule commandAlone = noClasses()
            .that(not(resideInAnyPackage("org.tieline", tieline("command"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage(tieline("command"), "picocli.."))
            .as("only the root uses the command line");

    @ArchTest
    static final ArchRule command = noClasses()
            .that(resideInAPackage(tieline("command")))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "io.javalin..", "org.neo4j..", tieline("gate"), tieline("guide"), tieline("procedure")))
            .as("the command line knows neither routes nor drivers");

    @ArchTest
    static final ArchRule start = noClasses()
            .that(not(resideInAnyPackage(tieline("command"), tieline("start"))))
            .should()
            .dependOnClassesThat(resideInAPackage(tieline("start")))
            .as("only the command line starts anything");

    @ArchTest
    static final ArchRule root = classes()
            .that(resideInAPackage("org.tieline"))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(JDK, NULLNESS, "org.tieline", tieline("command")))
            .as("the root only calls the command line");

    @ArchTest
    static final ArchRule nobodyUsesTheRoot = noClasses()
            .that(resideInAPackage("org.tieline.."))
            .and(not(resideInAPackage("org.tieline")))
            .should()
            .dependOnClassesThat(resideInAPackage("org.tieline"))
            .as("no package uses the root");

    @ArchTest
    static final ArchRule names = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..service..", "..impl..")
            .as("packages are named after what they know");

    @ArchTest
    static final ArchRule output = noClasses()
            .that(not(resideInAPackage(tieline("command"))))
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .as("only the command line writes to standard output");

    @ArchTest
    static void shouldSeeThePackagesThatItSpeaksOf(JavaClasses all) {
        assertThat(all.stream().map(each -> each.getPackageName()))
                .contains(
                        "org.tieline.command",
                        "org.tieline.http.message",
                        "org.tieline.http.pages",
                        "org.tieline.http.reconcile",
                        "org.tieline.model",
                        "org.tieline.question.records",
                        "org.tieline.server",
                        "org.tieline.start");
    }

    @Test
    void shouldSayInEveryPackageWhatItIsFor() throws IOException {
        List<Path> packages = sources().map(Path::getParent).distinct().toList();

        assertThat(packages).hasSizeGreaterThan(8).allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                .isRegularFile());
    }

    @Test
    void shouldHaveNoPackageOfMoreThanThirtyFiles() throws IOException {
        Map<String, Long> files = sources()
                .collect(Collectors.groupingBy(
                        file -> SOURCES.relativize(file.getParent()).toString(), Collectors.counting()));

        assertThat(files.entrySet().stream()
                        .filter(entry -> entry.getValue() > MOST_FILES)
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void shouldGiveEveryClassANameOfItsOwn() throws IOException {
        Map<String, Long> files = sources()
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().replace(".java", ""), Collectors.counting()));

        assertThat(files.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    /** All files of the program but those that describe packages. */
    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .toList()
                    .stream();
        }
    }

    private static String tieline(String name) {
        return "org.tieline." + name + "..";
    }

    /** A question uses what all questions use, and of the others only those on which it builds. */
    private static ArchRule asks(String name, String... others) {
        Set<String> known = Stream.concat(Stream.of(name), Stream.of(others)).collect(Collectors.toUnmodifiableSet());
        return noClasses()
                .that(resideInAPackage(tieline("question." + name)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(QUESTIONS.stream()
                        .filter(question -> !known.contains(question))
                        .map(question -> tieline("question." + question))
                        .toArray(String[]::new)))
                .as("%s builds on no questions but %s".formatted(name, List.of(others)));
    }

    private static ArchRule uses(String name, String... others) {
        return classes()
                .that(resideInAPackage(tieline(name)))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(others).or(resideInAnyPackage(NULLNESS, tieline(name))))
                .as("%s uses %s alone".formatted(name, String.join(", ", others)));
    }
}
