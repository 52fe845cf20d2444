package org.tieline.graph;

import static org.tieline.graph.PropertyReader.LEFT_OUT;
import static org.tieline.graph.PropertyReader.orRefused;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.InvalidValue;
import org.tieline.model.OwnershipRule;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;

/** Turns the properties of a node, and what it is joined to, into a ban. For one thread. */
public final class BanReader {
    /** Properties that make a ban weaker than it is without them. */
    private static final List<String> LIMITS = List.of("carriers", "nature", "status", "ended");

    private static final List<String> STARTS = List.of("announced", "effective");

    private final PropertyReader values;
    private final TermReader terms;

    public BanReader() {
        this(new PropertyReader());
    }

    BanReader(PropertyReader values) {
        this.values = values;
        this.terms = new TermReader(values);
    }

    /**
     * Reads a ban, with the ids and codes of the nodes that it is joined to, in the order given. It counts as an advice, which
     * restricts nobody, where it may be weaker than what can be read of it.
     *
     * @param home the country of its government, for a ban whose own cannot be read
     * @throws InvalidValue if it has no right id, government, country or targets
     */
    public Ban read(
            Map<String, Object> properties,
            Collection<String> governments,
            Collection<String> countries,
            @Nullable String home,
            Collection<String> targets,
            Collection<String> replaces,
            Collection<String> sources) {
        values.begin();
        String id = orRefused(PropertyReader.text(properties, "id"));
        String government = only("one government must impose it with IMPOSES", governments, null);
        String country = only("it must have one country with APPLIES_IN", countries, home);
        boolean placeInDoubt = countries.size() != 1;
        boolean named = values.yesOrNo(properties, "named");
        List<String> carriers = values.texts(properties, "carriers");
        BanNature nature = terms.term(BanNature.class, properties, "nature", BanNature.ADVICE);
        List<Scope> scope = terms.scope(properties);
        BanStatus status = terms.term(BanStatus.class, properties, "status", BanStatus.REPORTED);
        PartialDate reported = values.date(properties, "reported");
        PartialDate announced = values.date(properties, "announced");
        PartialDate effective = values.date(properties, "effective");
        PartialDate deadline = values.date(properties, "deadline");
        PartialDate ended = values.date(properties, "ended");
        OwnershipRule rule = terms.termOrNull(OwnershipRule.class, properties, "ownershipRule");
        String summary = values.textOrEmpty(properties, "summary");
        List<String> replaced = List.copyOf(replaces);
        while (true) {
            try {
                boolean inDoubt = placeInDoubt || isInDoubt(announced, effective);
                Ban ban = new Ban(
                        id,
                        government,
                        country,
                        List.copyOf(targets),
                        named,
                        carriers,
                        inDoubt ? BanNature.ADVICE : nature,
                        scope,
                        status,
                        reported,
                        announced,
                        effective,
                        deadline,
                        ended,
                        replaced,
                        List.copyOf(sources),
                        rule,
                        summary);
                if (inDoubt) {
                    values.leaveOutBesides("the ban counts as " + ban.nature().text());
                }
                values.leaveOutMissing(ban::complete, missing -> "it has none");
                return ban;
            } catch (InvalidValue e) {
                boolean hasHome = home != null && !home.equals(country);
                switch (e.field()) {
                    case "deadline" -> deadline = null;
                    case "ended" -> ended = null;
                    case "replaces" -> replaced = without(e.value(), replaced);
                    case "country" -> {
                        country = orRefuse(hasHome ? home : null, e);
                        placeInDoubt = true;
                    }
                    default -> throw e;
                }
                values.leaveOut(e, e.field().equals("country") ? ofGovernment(home) : LEFT_OUT);
            }
        }
    }

    /**
     * Whether something of a ban that cannot be read may hold it within limits that an answer would pass: whom it binds, how
     * far it has come, that it has ended, or that it began later than what is left says.
     */
    private boolean isInDoubt(@Nullable PartialDate announced, @Nullable PartialDate effective) {
        return values.hasLeftOut(LIMITS)
                || effective == null
                        && (values.hasLeftOut(STARTS) || announced == null && values.hasLeftOut(List.of("reported")));
    }

    private static List<String> without(@Nullable String id, List<String> ids) {
        return ids.stream().filter(each -> !each.equals(id)).toList();
    }

    /**
     * The first of several.
     *
     * @param otherwise what to take if there is none; null to refuse that
     */
    private String only(String rule, Collection<String> joined, @Nullable String otherwise) {
        if (joined.size() == 1) {
            return joined.iterator().next();
        }
        InvalidValue refusal = new InvalidValue("", null, rule + ", had " + joined);
        String taken = orRefuse(joined.stream().min(Comparator.naturalOrder()).orElse(otherwise), refusal);
        values.leaveOut(refusal, joined.isEmpty() ? ofGovernment(taken) : taken + " is taken");
        return taken;
    }

    private static String orRefuse(@Nullable String value, InvalidValue refusal) {
        if (value == null) {
            throw refusal;
        }
        return value;
    }

    private static String ofGovernment(@Nullable String country) {
        return "%s is taken, the country of its government".formatted(country);
    }
}
