package org.tieline.question;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms in which answers come. */
public enum AnswerForm {
    /** One object, with all that is to be said around the results. */
    JSON("json", "", "application/json"),
    /** The results, one on each line. */
    LINES("jsonl", "", "application/jsonl", "application/x-ndjson"),
    /** A header and a row for each result. */
    CSV("csv", ";header=present", "text/csv"),
    /** The same with a byte-order mark at its beginning, without which some spreadsheets take UTF-8 for something else. */
    MARKED_CSV("csv-bom", ";header=present", "text/csv"),
    /** For people at a terminal: a line for each result, and what was searched. */
    TABLE("table", "", "text/plain");

    private final String word;
    private final String typeParameters;
    private final List<String> types;

    AnswerForm(String word, String typeParameters, String... types) {
        this.word = word;
        this.typeParameters = typeParameters;
        this.types = List.of(types);
    }

    /** The form that a word names. */
    public static Optional<AnswerForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
    }

    /** The words for all forms, as a list in a sentence. */
    public static String words() {
        return Arrays.stream(values()).map(form -> form.word).collect(Collectors.joining(", "));
    }

    /** Its word, as the parameter {@code format} has it. */
    public String word() {
        return word;
    }

    /** Its media types, the usual one first. */
    public List<String> types() {
        return types;
    }

    /** What follows one of its media types and the character set, with a semicolon before it; may be empty. */
    public String typeParameters() {
        return typeParameters;
    }
}
