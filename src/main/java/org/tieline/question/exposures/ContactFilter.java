package org.tieline.question.exposures;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.tieline.exposure.path.ContactTie;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.TieState;
import org.tieline.model.Generation;
import org.tieline.model.Segment;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;

/**
 * The contact ties of interest. One that says nothing of its segment or generation is of no interest to who asks for some.
 *
 * @param segments parts of the network of which a tie must be about one; empty for any
 * @param generations of which a tie must be about one; empty for any
 * @param states how a tie may stand on the day; empty for any
 */
public record ContactFilter(Set<Segment> segments, Set<Generation> generations, Set<TieState> states) {
    /** Any tie. */
    public static final ContactFilter ANY = new ContactFilter(Set.of(), Set.of(), Set.of());

    private static final Parameter<Set<Segment>> SEGMENT = Parameter.of(
            "segment",
            Types.words(Segment.class),
            "Only where a contact tie is about one of these parts of the network.");

    private static final Parameter<Set<Generation>> GENERATION = Parameter.of(
            "generation", Types.words(Generation.class), "Only where a contact tie is about one of these generations.");

    private static final Parameter<Set<TieState>> STATE = Parameter.of(
            "state",
            Types.words(TieState.class),
            "Only where a contact tie stands so on the day: standing, or being taken out.");

    /** What a question may be told that has such a filter; one tie must have all that is asked for. */
    public static final Parameters PARAMETERS = Parameters.of(SEGMENT, GENERATION, STATE);

    public ContactFilter {
        segments = Set.copyOf(segments);
        generations = Set.copyOf(generations);
        states = Set.copyOf(states);
    }

    /** Of the values of a question that has {@link #PARAMETERS}. */
    public static ContactFilter of(Values values) {
        return new ContactFilter(values.get(SEGMENT), values.get(GENERATION), values.get(STATE));
    }

    /** Whether every tie passes. */
    public boolean isAny() {
        return segments.isEmpty() && generations.isEmpty() && states.isEmpty();
    }

    /** Those that pass. */
    public List<ContactTie> of(List<ContactTie> contacts) {
        return isAny()
                ? contacts
                : contacts.stream().filter(contact -> accepts(contact.hop())).toList();
    }

    private boolean accepts(Hop hop) {
        return hasOne(segments, hop.segment())
                && hasOne(generations, hop.generation())
                && (states.isEmpty() || states.contains(hop.state()));
    }

    private static <T> boolean hasOne(Set<T> wanted, Collection<T> about) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, about);
    }
}
