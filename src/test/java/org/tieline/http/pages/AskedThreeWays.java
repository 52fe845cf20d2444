package org.tieline.http.pages;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A question of {@code docs/twenty-questions.md} with its three ways to the answer.
 *
 * @param title as it is asked
 * @param clicks what is done from the home page, a click each
 * @param reading where the page has the answer
 * @param method of the call
 * @param address of the call
 * @param body of the call; empty if it has none
 * @param taken what of the call's answer is the answer: names of fields, through lists
 * @param named whether that are ids, which stand for names
 * @param cypher whose only column is the answer
 */
record AskedThreeWays(
        String title,
        List<Click> clicks,
        Reading reading,
        String method,
        String address,
        String body,
        List<String> taken,
        boolean named,
        String cypher) {
    /** The most clicks from the home page. */
    static final int MOST_CLICKS = 3;

    private static final Pattern SECTION = Pattern.compile("(?ms)^## \\d+\\. (.+?)$(.*?)(?=^## |\\z)");
    private static final Pattern BY_HAND = Pattern.compile("(?m)^An? [a-z ]+\\. (.+)\\.$");
    private static final Pattern READING =
            Pattern.compile("(?m)^(Read the rows of|Read the text of|Count the rows of) \\*\\*(.+?)\\*\\*\\.$");
    private static final Pattern CELL =
            Pattern.compile("(?m)^Read \\*\\*(.+?)\\*\\* of \\*\\*(.+?)\\*\\* in \\*\\*(.+?)\\*\\*\\.$");
    private static final Pattern CALL = Pattern.compile("(?s)```http\\n(GET|POST) (\\S+)\\n(?:\\n(.*?))?```");
    private static final Pattern TAKEN = Pattern.compile("(?m)^Take (the names of )?`([A-Za-z.]+)`\\.$");
    private static final Pattern CYPHER = Pattern.compile("(?s)```cypher\\n(.*?)```");
    private static final String NO_CLICK = "Nothing to press";

    /** One thing that a reader does. */
    sealed interface Click {
        /** A link, a button or a word that opens something; {@code …} at its end stands for any more words. */
        record Press(String name) implements Click {}

        record Choose(String option, String field) implements Click {}

        record Check(String name) implements Click {}

        record Write(String text, String field) implements Click {}

        /** @param field null for the field that finds everything */
        record LookUp(String text, String field, String taken) implements Click {}

        List<Kind> KINDS = List.of(
                new Kind("press \\*\\*(.+?)\\*\\*", found -> new Press(found.group(1))),
                new Kind("check \\*\\*(.+?)\\*\\*", found -> new Check(found.group(1))),
                new Kind(
                        "choose \\*\\*(.+?)\\*\\* at \\*\\*(.+?)\\*\\*",
                        found -> new Choose(found.group(1), found.group(2))),
                new Kind(
                        "write ((?:`[^`]+` ?)+) at \\*\\*(.+?)\\*\\*",
                        found -> new Write(lines(found.group(1)), found.group(2))),
                new Kind(
                        "look up `(.+?)`, take \\*\\*(.+?)\\*\\*",
                        found -> new LookUp(found.group(1), null, found.group(2))),
                new Kind(
                        "look up `(.+?)` at \\*\\*(.+?)\\*\\*, take \\*\\*(.+?)\\*\\*",
                        found -> new LookUp(found.group(1), found.group(2), found.group(3))));

        record Kind(Pattern form, Function<MatchResult, Click> click) {
            Kind(String form, Function<MatchResult, Click> click) {
                this(Pattern.compile(form, Pattern.CASE_INSENSITIVE), click);
            }
        }

        static Click of(String text) {
            return KINDS.stream()
                    .flatMap(kind -> {
                        Matcher matcher = kind.form().matcher(text);
                        return matcher.matches()
                                ? Stream.of(kind.click().apply(matcher.toMatchResult()))
                                : Stream.empty();
                    })
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("what is done by: " + text));
        }

        private static String lines(String quoted) {
            return String.join("\n", quoted.strip().replaceAll("^`|`$", "").split("` ?`"));
        }
    }

    /** Where a page has the answer. */
    sealed interface Reading {
        /** Each row of a part, or element of its list, has one answer. */
        record Rows(String part) implements Reading {}

        /** A part says all answers. */
        record Text(String part) implements Reading {}

        /** There are as many rows as the answer says. */
        record Count(String part) implements Reading {}

        record Cell(String column, String row, String part) implements Reading {}

        static Reading of(String section) {
            Matcher cell = CELL.matcher(section);
            if (cell.find()) {
                return new Cell(cell.group(1), cell.group(2), cell.group(3));
            }
            MatchResult found = only(READING, section);
            return switch (found.group(1)) {
                case "Read the rows of" -> new Rows(found.group(2));
                case "Read the text of" -> new Text(found.group(2));
                default -> new Count(found.group(2));
            };
        }
    }

    /** The questions of a page. */
    static List<AskedThreeWays> of(String page) {
        return SECTION.matcher(page)
                .results()
                .map(section -> of(section.group(1), section.group(2)))
                .toList();
    }

    private static AskedThreeWays of(String title, String section) {
        String byHand = only(BY_HAND, section).group(1);
        MatchResult call = only(CALL, section);
        MatchResult taken = only(TAKEN, section);
        return new AskedThreeWays(
                title,
                byHand.equals(NO_CLICK)
                        ? List.of()
                        : Arrays.stream(byHand.split(" → ")).map(Click::of).toList(),
                Reading.of(section),
                call.group(1),
                call.group(2),
                call.group(3) == null ? "" : call.group(3),
                List.of(taken.group(2).split("\\.")),
                taken.group(1) != null,
                only(CYPHER, section).group(1));
    }

    private static MatchResult only(Pattern pattern, String section) {
        List<MatchResult> found = pattern.matcher(section).results().toList();
        if (found.size() != 1) {
            throw new AssertionError("%d times %s in:%s".formatted(found.size(), pattern, section));
        }
        return found.getFirst();
    }

    @Override
    public String toString() {
        return title;
    }
}
