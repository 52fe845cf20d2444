package org.tieline.question.parameter;

import java.util.List;
import java.util.Map;
import org.tieline.model.InvalidValue;

/**
 * How the values of a parameter are written and read. All doors read and write them by this: an address, an option of a
 * command, an argument of a procedure.
 *
 * @param <T> what is read; several values are one collection
 */
public interface Type<T> {
    /**
     * Reads what was given.
     *
     * @param texts what was given, at least one, each without space around it and not empty; just one unless {@link #several}
     * @throws InvalidValue without a field, if a text stands for no value
     */
    T read(List<String> texts, Reading reading);

    /**
     * Writes a value so that {@link #read} reads the same; equal values are written alike.
     *
     * @return a text, or several where there can be several; none for an empty collection
     */
    List<String> write(T value);

    /** Whether several values may be given, by commas, by repeating the parameter, or both. */
    boolean several();

    /** What a value is, in capitals, for help: {@code DAY}. */
    String label();

    /** The words that may be given, in order; empty if anything else may. */
    List<String> words();

    /** One value as JSON Schema describes it, without a description. */
    Map<String, Object> schema();
}
