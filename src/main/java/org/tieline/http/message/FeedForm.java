package org.tieline.http.message;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms in which feeds come, besides those of every list. */
public enum FeedForm {
    /** Atom, RFC 4287. */
    ATOM("atom", "application/atom+xml"),
    /** JSON Feed, version 1.1. */
    JSON_FEED("jsonfeed", "application/feed+json");

    private final String word;
    private final String type;

    FeedForm(String word, String type) {
        this.word = word;
        this.type = type;
    }

    /** The form that a word names. */
    public static Optional<FeedForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
    }

    /** The words for all forms, as a list in a sentence. */
    static String words() {
        return Arrays.stream(values()).map(FeedForm::word).collect(Collectors.joining(", "));
    }

    /** Its word, as the parameter {@code format} has it. */
    public String word() {
        return word;
    }

    /** Its media type. */
    public String type() {
        return type;
    }
}
