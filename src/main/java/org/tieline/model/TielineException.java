package org.tieline.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every failure that a user can meet. One {@code switch} per edge turns it into a status or an exit code. */
public abstract sealed class TielineException extends RuntimeException {

    private TielineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What people are told; always there. */
    @Override
    public final String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** The question cannot be understood; the message names the parameter, its value and what is allowed. */
    public static final class BadQuestion extends TielineException {
        private final String parameter;

        /** @param parameter the name of the parameter or option that is wrong */
        public BadQuestion(String parameter, String message) {
            super(message, null);
            this.parameter = Objects.requireNonNull(parameter);
        }

        /** @param refusal of the value of a parameter, its field */
        public BadQuestion(InvalidValue refusal) {
            this(refusal.field(), refusal);
        }

        /** @param refusal of a value in what was given of a parameter; its field tells where */
        public BadQuestion(String parameter, InvalidValue refusal) {
            this(parameter, refusal.getMessage());
        }

        /** The name of the parameter or option that is wrong. */
        public String parameter() {
            return parameter;
        }

        /** The message for those who know the parameter under another name; it begins with the name, if it has it at all. */
        public String message(String name) {
            return getMessage().startsWith(parameter)
                    ? name + getMessage().substring(parameter.length())
                    : getMessage();
        }
    }

    /** Parts of a question cannot be understood: all of them at once, each with its place. */
    public static final class BadParts extends TielineException {
        private static final int MOST = 500;

        private final List<Part> parts;
        private final int total;

        /**
         * A part that is wrong.
         *
         * @param place where it stands, like {@code changes[3].tie}
         * @param message what is wrong, and what would be right
         * @param nearest existing ids, closest first, where an id is not there; may be empty
         */
        public record Part(String place, String message, List<String> nearest) {
            public Part {
                nearest = List.copyOf(nearest);
            }

            /** One that nothing comes near. */
            public Part(String place, InvalidValue refusal) {
                this(place, refusal.getMessage(), List.of());
            }

            @Override
            public String toString() {
                String meant = nearest.isEmpty() ? "" : "; did you mean %s?".formatted(String.join(" or ", nearest));
                return "%s: %s%s".formatted(place, message, meant);
            }
        }

        /** @param all all that is wrong, at least one; the first 500 are kept */
        public BadParts(List<Part> all) {
            super(
                    all.size() == 1
                            ? all.getFirst().toString()
                            : "%d parts are wrong; the first: %s".formatted(all.size(), all.getFirst()),
                    null);
            parts = all.stream().limit(MOST).toList();
            total = all.size();
        }

        /**
         * As somebody else reports it.
         *
         * @param parts the first of what is wrong, at least one
         * @param total how much is wrong in all
         */
        public BadParts(String message, List<Part> parts, int total) {
            super(message, null);
            this.parts = List.copyOf(parts);
            this.total = total;
        }

        /** The first of what is wrong, at most 500, in the order of the question. */
        public List<Part> parts() {
            return parts;
        }

        /** How much is wrong in all. */
        public int total() {
            return total;
        }
    }

    /** There is nothing with this id; {@link #nearest} lists ids that are close to it. */
    public static final class NotFound extends TielineException {
        private final List<String> nearest;

        /**
         * @param what the kind of thing, in words: "organization"
         * @param nearest existing ids, closest first; may be empty
         */
        public NotFound(String what, String id, List<String> nearest) {
            super("there is no %s with the id %s".formatted(what, id), null);
            this.nearest = List.copyOf(nearest);
        }

        /** @param message says what is there instead */
        public NotFound(String message) {
            this(message, List.of());
        }

        /**
         * @param message says what is not there
         * @param nearest existing ids, closest first; may be empty
         */
        public NotFound(String message, List<String> nearest) {
            super(message, null);
            this.nearest = List.copyOf(nearest);
        }

        /** Existing ids, closest first; may be empty. */
        public List<String> nearest() {
            return nearest;
        }
    }

    /** The question is about a time of which nothing is kept any more. */
    public static final class TooOld extends TielineException {
        private final String parameter;
        private final String oldest;

        /**
         * @param parameter the name of the parameter that names the time
         * @param oldest what may be given in its place, as it is written
         */
        public TooOld(String parameter, String message, String oldest) {
            super(message, null);
            this.parameter = Objects.requireNonNull(parameter);
            this.oldest = Objects.requireNonNull(oldest);
        }

        /** The name of the parameter that names the time. */
        public String parameter() {
            return parameter;
        }

        /** The oldest time that may be named. */
        public String oldest() {
            return oldest;
        }
    }

    /** A folder of data has errors; nothing of it was loaded. */
    public static final class InvalidData extends TielineException {
        private final List<DataError> errors;
        private final long inAll;

        /** @param errors all that is wrong, at least one */
        public InvalidData(List<DataError> errors) {
            this(errors, errors.size());
        }

        /**
         * One of which the first errors are told.
         *
         * @param errors at least one
         * @param inAll how many there are
         */
        public InvalidData(List<DataError> errors, long inAll) {
            super(
                    errors.stream().map(DataError::toString).collect(Collectors.joining(System.lineSeparator()))
                            + (inAll > errors.size() ? "%nand %d errors more".formatted(inAll - errors.size()) : ""),
                    null);
            this.errors = List.copyOf(errors);
            this.inAll = inAll;
        }

        /** What is wrong, in the order of files and lines; of very much the first that was found. */
        public List<DataError> errors() {
            return errors;
        }

        /** How many errors there are, those that are not told too. */
        public long inAll() {
            return inAll;
        }
    }

    /** The settings cannot be used; the message lists all that is wrong with them. */
    public static final class BadSettings extends TielineException {
        /** @param problems all that is wrong, one sentence each */
        public BadSettings(List<String> problems) {
            this(problems, null);
        }

        /** @param cause what the system said */
        public BadSettings(List<String> problems, @Nullable Throwable cause) {
            super(String.join(System.lineSeparator(), problems), cause);
        }
    }

    /** The database cannot be reached, or did not answer in time; trying again later may help. */
    public static final class DatabaseUnavailable extends TielineException {
        private final Reason reason;

        /** What keeps the database from being used. */
        public enum Reason {
            /** It cannot be reached, or did not answer in time: it may be back at any moment. */
            AWAY,
            /** It does not know the user or the password; asking often locks the user out. */
            DENIED,
            /** It answers, and refuses this piece of work to this user, or to everybody. */
            REFUSED,
            /** A data set is being loaded, and until that has ended the graph is between two versions. */
            LOADING,
            /** It met what it does not survive, such as a full disk, and does nothing more until it is started again. */
            GIVEN_UP
        }

        public DatabaseUnavailable(String message, @Nullable Throwable cause) {
            this(Reason.AWAY, message, cause);
        }

        public DatabaseUnavailable(Reason reason, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.reason = Objects.requireNonNull(reason);
        }

        /** What keeps the database from being used. */
        public Reason reason() {
            return reason;
        }
    }
}
