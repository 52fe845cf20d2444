package org.tieline.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that cannot be, in what somebody gave us: a cell, a property of the graph, a part of a question. Whoever reads such
 * things catches this type alone; any other exception is a mistake of ours, and must not pass for theirs.
 *
 * <p>The message is made of the parts, and whoever wants a part asks for it: {@code percent must be 0..100, was 140}.
 */
public final class InvalidValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> fields;
    private final @Nullable String value;
    private final String remedy;
    private final DataError.Rule rule;

    /**
     * @param field what holds the value; empty if only the caller knows, who then says so with {@link #in}
     * @param value what it was; null if that need not be shown
     * @param remedy what would be right, as the rest of a sentence that begins with the field: {@code must be 0..100}
     */
    public InvalidValue(String field, @Nullable Object value, String remedy) {
        this(
                field.isEmpty() ? List.of() : List.of(field),
                value == null ? null : value.toString(),
                remedy,
                DataError.Rule.FORM,
                null);
    }

    private InvalidValue(
            List<String> fields,
            @Nullable String value,
            String remedy,
            DataError.Rule rule,
            @Nullable Throwable cause) {
        super(message(fields, value, remedy), cause);
        this.fields = List.copyOf(fields);
        this.value = value;
        this.remedy = remedy;
        this.rule = rule;
    }

    /**
     * A rule that several fields break together.
     *
     * @param remedy what would be right, as a whole sentence
     */
    public static InvalidValue together(List<String> fields, String remedy) {
        return new InvalidValue(fields, null, remedy, DataError.Rule.FORM, null);
    }

    private static String message(List<String> fields, @Nullable String value, String remedy) {
        return (fields.size() == 1 ? fields.getFirst() + " " : "") + remedy + (value == null ? "" : ", was " + value);
    }

    /** The same of a value that a field holds. */
    public InvalidValue in(String field) {
        return new InvalidValue(List.of(field), value, remedy, rule, this);
    }

    /** The same of a value that breaks a rule of some kind. */
    public InvalidValue against(DataError.Rule broken) {
        return new InvalidValue(fields, value, remedy, broken, this);
    }

    /** What people are told; always there. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** What kind of rule the value breaks. */
    public DataError.Rule rule() {
        return rule;
    }

    /** What holds the value; empty if nobody said, or several fields are wrong together. */
    public String field() {
        return fields.size() == 1 ? fields.getFirst() : "";
    }

    /** All that is wrong together; none if nobody said. */
    public List<String> fields() {
        return fields;
    }

    /** What the value was; null if it is not shown. */
    public @Nullable String value() {
        return value;
    }

    /** What would be right, without field and value. */
    public String remedy() {
        return remedy;
    }
}
