package org.tieline.question.conflicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Ban;
import org.tieline.model.Country;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.Term;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.Conflict;

/**
 * What is on record of one conflict, in words that a careful editor would print. Every clause stands on a field of the answer and
 * says no more than it: who supplied what, whether it is being taken out, how lately somebody vouched for it, and what the ban
 * asks for. Nobody is called in breach of anything.
 */
final class ConflictSentence {
    /** Countries whose English names have an article in a sentence. */
    private static final Set<String> WITH_ARTICLE = Set.of(
            "AE", "BS", "CD", "CF", "CK", "DO", "FK", "FO", "GB", "GM", "KM", "KY", "MH", "MP", "MV", "NL", "PH", "SB",
            "SC", "TC", "US", "VG", "VI");

    private final Snapshot snapshot;
    private final SearchOptions options;
    private final Found found;
    private final BanAgainst against;
    private final Hop tie;

    private ConflictSentence(Snapshot snapshot, SearchOptions options, Found found, BanAgainst against, Hop tie) {
        this.snapshot = snapshot;
        this.options = options;
        this.found = found;
        this.against = against;
        this.tie = tie;
    }

    /** @param tie the contact tie that the conflict stands on */
    static String of(Snapshot snapshot, SearchOptions options, Found found, BanAgainst against, Hop tie) {
        ConflictSentence words = new ConflictSentence(snapshot, options, found, against, tie);
        return "%s. %s.".formatted(words.supply(), words.ban());
    }

    private String supply() {
        List<String> clauses = new ArrayList<>();
        clauses.add("%s supplied %s to %s%s".formatted(name(tie.from()), things(), name(tie.to()), where()));
        if (!tie.to().equals(found.carrier().id())) {
            clauses.add("%s is tied to %s%s".formatted(found.carrier().name(), name(tie.to()), relation()));
        }
        if (against.removing() != null) {
            clauses.add("its removal began " + DateWords.at(against.removing()));
        }
        clauses.add(against.conflict() == Conflict.ESTABLISHED ? established() : presumed());
        return String.join("; ", clauses);
    }

    private String things() {
        List<String> networks = tie.segment().stream()
                .map(ConflictSentence::network)
                .filter(text -> !text.isEmpty())
                .toList();
        List<String> others = tie.segment().stream()
                .filter(segment -> segment == Segment.SERVICES || segment == Segment.DEVICES)
                .map(Term::text)
                .toList();
        String generations = tie.generation().isEmpty()
                ? ""
                : " (%s)".formatted(tie.generation().stream().map(Term::text).collect(Collectors.joining(", ")));
        if (networks.isEmpty() && !others.isEmpty()) {
            return listed(others) + generations;
        }
        String equipment = networks.isEmpty() ? "equipment" : "equipment for " + listed(networks);
        return (others.isEmpty() ? equipment : "%s, and %s".formatted(equipment, listed(others))) + generations;
    }

    private static String network(Segment segment) {
        return switch (segment) {
            case RAN -> "the radio network";
            case CORE -> "the core";
            case TRANSPORT -> "the transport network";
            case FIXED_ACCESS -> "the fixed access network";
            case SUBMARINE_CABLE -> "a submarine cable";
            case SERVICES, DEVICES, UNKNOWN -> "";
        };
    }

    private String where() {
        return tie.countries().isEmpty()
                ? ""
                : ", in "
                        + listed(tie.countries().stream()
                                .map(ConflictSentence::country)
                                .toList());
    }

    private static String country(String code) {
        String name = Country.english(code);
        return WITH_ARTICLE.contains(code) ? "the " + name : name;
    }

    /** How the carrier is tied to the customer; the path that is shown may be another than that of this tie. */
    private String relation() {
        boolean shown =
                found.exposure().path().stream().anyMatch(hop -> hop.tie().equals(tie.tie()));
        Relation relation = found.exposure().relation();
        if (!shown) {
            return " over other ties";
        }
        return switch (relation) {
            case NETWORK_SHARING -> " by a shared network";
            case CONSORTIUM -> " as a member";
            case PARENT -> ", which holds a stake in it, directly or in steps";
            case SUBSIDIARY -> ", in which it holds a stake, directly or in steps";
            case GROUP -> " by an owner that holds stakes in both, directly or in steps";
            case DIRECT, VENDOR_AFFILIATE, SUPPLY_CHAIN -> " over other ties";
        };
    }

    private String established() {
        return tie.lastEvidenced() == null
                ? "by its dates it was there on " + DateWords.of(options.asOf())
                : "it was last confirmed %s".formatted(DateWords.at(tie.lastEvidenced()));
    }

    /** Why nobody can tell that it was there on the day. */
    private String presumed() {
        PartialDate until = tie.until();
        PartialDate since = tie.since();
        if (until != null && !options.asOf().isBefore(until.firstDay())) {
            return "it ended some time in %s, and may have been over".formatted(DateWords.of(until));
        }
        if (since != null && options.asOf().isBefore(since.lastDay())) {
            return "it began some time in %s, and may not have begun".formatted(DateWords.of(since));
        }
        if (tie.lastEvidenced() == null) {
            return "no dated source on record confirms it";
        }
        boolean old = tie.lastEvidenced().lastDay().plus(options.maxAge()).isBefore(options.asOf());
        return old
                ? "nobody on record has confirmed it since " + DateWords.of(tie.lastEvidenced())
                : "whether it was there on %s is not established".formatted(DateWords.of(options.asOf()));
    }

    private String ban() {
        Ban ban = against.onDay().ban();
        PartialDate from = against.onDay().inForceFrom();
        String order = "An order of the %s%s covers it"
                .formatted(
                        snapshot.organization(ban.government()).name(),
                        from == null ? "" : ", in force since %s,".formatted(DateWords.of(from)));
        if (ban.deadline() == null) {
            return order;
        }
        String deadline = DateWords.of(ban.deadline());
        return switch (against.pastDeadline()) {
            case YES -> "%s; its deadline was %s, and the evidence is not older than that".formatted(order, deadline);
            case UNKNOWN ->
                "%s; its deadline was %s, and whether the equipment was still there then no evidence on record tells"
                        .formatted(order, deadline);
            case NO -> "%s; its deadline is %s".formatted(order, deadline);
        };
    }

    private String name(String organization) {
        return snapshot.organization(organization).name();
    }

    private static String listed(List<String> things) {
        int last = things.size() - 1;
        return last == 0
                ? things.getFirst()
                : Stream.of(String.join(", ", things.subList(0, last)), things.getLast())
                        .collect(Collectors.joining(" and "));
    }
}
