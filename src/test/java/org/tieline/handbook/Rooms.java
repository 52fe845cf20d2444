package org.tieline.handbook;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packages of the program as the compiled code has them. Their names are relative to {@code org.tieline}; the package of that
 * name is {@value #ROOT}.
 *
 * @param uses by package and then by the package that it uses, how many references of its code lead there
 * @param libraries by package, the libraries that its code names
 */
record Rooms(SortedMap<String, SortedMap<String, Integer>> uses, SortedMap<String, SortedSet<String>> libraries) {
    static final String ROOT = "tieline";

    private static final String BASE = "org.tieline";
    private static final Path SOURCES = Path.of("src/main/java/org/tieline");
    private static final Pattern SENTENCE = Pattern.compile("(?s)/\\*\\*(.*?[.])(?=\\s|\\*/)");
    private static final Pattern TAG = Pattern.compile("\\{@(code|link)\\s+([^}]+)}");

    /** What people call a library, by the package that it begins with; the longest beginning counts. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("com.fasterxml.jackson", "Jackson"),
            Map.entry("com.github.benmanes.caffeine", "Caffeine"),
            Map.entry("com.ibm.icu", "ICU4J"),
            Map.entry("de.siegmar.fastcsv", "FastCSV"),
            Map.entry("inet.ipaddr", "IPAddress"),
            Map.entry("io.javalin", "Javalin"),
            Map.entry("io.micrometer", "Micrometer"),
            Map.entry("io.netty", "Netty"),
            Map.entry("jakarta.servlet", "Servlet API"),
            Map.entry("me.tongfei", "progressbar"),
            Map.entry("org.apache.commons.text", "Commons Text"),
            Map.entry("org.commonmark", "commonmark"),
            Map.entry("org.eclipse.collections", "Eclipse Collections"),
            Map.entry("org.eclipse.jetty", "Jetty"),
            Map.entry("org.jgrapht", "JGraphT"),
            Map.entry("org.jline", "JLine"),
            Map.entry("org.neo4j", "Neo4j"),
            Map.entry("org.neo4j.driver", "Neo4j driver"),
            Map.entry("org.neo4j.ogm", "Neo4j-OGM"),
            Map.entry("picocli", "picocli"));

    /** What everybody may use, or what says nothing of a package. */
    private static final List<String> EVERYWHERE =
            List.of("java.", "javax.", "jdk.", "sun.", "kotlin", "org.slf4j", "ch.qos.logback", "org.jspecify");

    /** The packages that are on the class path now. */
    static Rooms read() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(BASE);
        Rooms rooms = new Rooms(new TreeMap<>(), new TreeMap<>());
        classes.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .forEach(rooms::take);
        return rooms;
    }

    private void take(JavaClass type) {
        String room = name(type.getPackageName());
        uses.putIfAbsent(room, new TreeMap<>());
        libraries.putIfAbsent(room, new TreeSet<>());
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            String other = target.getPackageName();
            if (isOurs(other)) {
                if (!name(other).equals(room)) {
                    uses.get(room).merge(name(other), 1, Integer::sum);
                }
            } else if (!target.isPrimitive() && EVERYWHERE.stream().noneMatch(other::startsWith)) {
                libraries.get(room).add(library(other));
            }
        }
    }

    private static boolean isOurs(String name) {
        return name.equals(BASE) || name.startsWith(BASE + ".");
    }

    private static String name(String fullName) {
        return fullName.equals(BASE) ? ROOT : fullName.substring(BASE.length() + 1);
    }

    private static String library(String fullName) {
        return NAMES.keySet().stream()
                .filter(fullName::startsWith)
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .map(NAMES::get)
                .orElse(fullName);
    }

    /** The first sentence of a package's {@code package-info.java}, in Markdown. */
    static String sentence(String room) {
        Path folder = room.equals(ROOT) ? SOURCES : SOURCES.resolve(room.replace('.', '/'));
        try {
            Matcher sentence = SENTENCE.matcher(Files.readString(folder.resolve("package-info.java")));
            if (!sentence.find()) {
                throw new AssertionError(room + " does not say what it is for");
            }
            String text = sentence.group(1).replaceAll("\\s*\\n \\*\\s*", " ").strip();
            return TAG.matcher(text)
                    .replaceAll(tag -> "`%s`".formatted(tag.group(2).replaceFirst(".*\\.(?=[A-Z])", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
