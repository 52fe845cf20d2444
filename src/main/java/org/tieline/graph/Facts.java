package org.tieline.graph;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.InvalidValue;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.OwnershipRule;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Segment;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * Properties of the graph, as the driver or the embedded database gives them, turned into facts. A property that cannot be
 * read is left out or replaced, and {@link #leftOut} tells of it; only what no fact can be made without is refused, by
 * InvalidValue: the id, the ends and the grade of a tie, the government, country and targets of a ban, the countries and
 * days of a membership. A stand-in never says more than what it stands for may. For one thread.
 */
public final class Facts {
    private static final String LEFT_OUT = PropertyReader.LEFT_OUT;
    private static final String BY_ID = "the id stands in for it";

    /** Properties that make a ban weaker than it is without them. */
    private static final List<String> LIMITS = List.of("carriers", "nature", "status", "ended");

    private static final List<String> STARTS = List.of("announced", "effective");

    private static final List<OrganizationKind> KINDS = List.of(OrganizationKind.values());

    private final PropertyReader read = new PropertyReader();

    /** What was left out of the fact that was made last; good until the next is made. */
    List<PropertyReader.LeftOut> leftOut() {
        return read.leftOut();
    }

    public Organization organization(Collection<String> labels, Map<String, Object> properties) {
        read.begin();
        String id = PropertyReader.text(properties, "id");
        OrganizationKind kind = kind(labels);
        String name = read.text(properties, "name", id, BY_ID);
        String country = read.text(properties, "country", null, LEFT_OUT);
        List<String> aliases = read.texts(properties, "aliases");
        List<String> formerIds = read.texts(properties, "formerIds");
        while (true) {
            try {
                return new Organization(id, name, kind, country, aliases, formerIds);
            } catch (InvalidValue e) {
                switch (e.field()) {
                    case "name" -> name = id;
                    case "country" -> country = null;
                    case "formerIds" -> formerIds = List.of();
                    default -> throw e;
                }
                read.leaveOut(e, e.field().equals("name") ? BY_ID : LEFT_OUT);
            }
        }
    }

    /** The first of several; a company if there is none. */
    private OrganizationKind kind(Collection<String> labels) {
        List<OrganizationKind> found = new ArrayList<>(1);
        for (OrganizationKind kind : KINDS) {
            if (labels.contains(kind.label())) {
                found.add(kind);
            }
        }
        OrganizationKind taken = found.isEmpty() ? OrganizationKind.COMPANY : found.getFirst();
        if (found.size() != 1) {
            read.leaveOut(
                    new InvalidValue(
                            "",
                            null,
                            "must have exactly one of the labels %s, had %s".formatted(labels(KINDS), labels(found))),
                    "it counts as a " + taken.text());
        }
        return taken;
    }

    private static List<String> labels(List<OrganizationKind> kinds) {
        return kinds.stream().map(OrganizationKind::label).toList();
    }

    public Source source(Map<String, Object> properties) {
        read.begin();
        String id = PropertyReader.text(properties, "id");
        String publisher = read.text(properties, "publisher", id, BY_ID);
        String title = read.text(properties, "title", id, BY_ID);
        PartialDate published = read.date(properties, "published");
        String url = read.text(properties, "url", null, LEFT_OUT);
        while (true) {
            try {
                return new Source(id, publisher, title, published, url);
            } catch (InvalidValue e) {
                switch (e.field()) {
                    case "publisher" -> publisher = id;
                    case "title" -> title = id;
                    case "url" -> url = null;
                    default -> throw e;
                }
                read.leaveOut(e, e.field().equals("url") ? LEFT_OUT : BY_ID);
            }
        }
    }

    public Tie tie(TieType type, String from, String to, Map<String, Object> properties) {
        read.begin();
        String id = PropertyReader.text(properties, "id");
        Evidence evidence = read.evidence(PropertyReader.text(properties, "evidence"));
        PartialDate since = read.date(properties, "since");
        PartialDate until = read.date(properties, "until");
        BigDecimal percent = read.percent(properties.get("percent"));
        List<Segment> segment = read.segments(properties);
        List<Generation> generation = read.generations(properties);
        List<String> sources = read.texts(properties, "sources");
        String summary = read.textOrEmpty(properties, "summary");
        if (sources.isEmpty() && !read.hasLeftOut(List.of("sources"))) {
            read.leaveOut(new InvalidValue("sources", null, "must name at least one source"), "it has none");
        }
        while (true) {
            try {
                return new Tie(
                        id, from, type, to, since, until, percent, segment, generation, evidence, sources, summary);
            } catch (InvalidValue e) {
                switch (e.field()) {
                    case "until" -> until = null;
                    case "percent" -> percent = null;
                    default -> throw e;
                }
                read.leaveOut(e);
            }
        }
    }

    /**
     * A ban, with the ids and codes of the nodes that it is joined to, in the order given. It counts as an advice, which
     * restricts nobody, where it may be weaker than what can be read of it.
     *
     * @param home the country of its government, for a ban whose own cannot be read; null if it has none
     */
    public Ban ban(
            Map<String, Object> properties,
            Collection<String> governments,
            Collection<String> countries,
            String home,
            Collection<String> targets,
            Collection<String> sources) {
        read.begin();
        String id = PropertyReader.text(properties, "id");
        String government = only("one government must impose it with IMPOSES", governments, null);
        String country = only("it must have one country with APPLIES_IN", countries, home);
        boolean placeInDoubt = countries.size() != 1;
        boolean named = read.yesOrNo(properties, "named");
        List<String> carriers = read.texts(properties, "carriers");
        BanNature nature = read.term(BanNature.class, properties, "nature", BanNature.ADVICE);
        List<Scope> scope = read.scope(properties);
        BanStatus status = read.term(BanStatus.class, properties, "status", BanStatus.REPORTED);
        PartialDate reported = read.date(properties, "reported");
        PartialDate announced = read.date(properties, "announced");
        PartialDate effective = read.date(properties, "effective");
        PartialDate deadline = read.date(properties, "deadline");
        PartialDate ended = read.date(properties, "ended");
        OwnershipRule rule = properties.get("ownershipRule") == null
                ? null
                : read.term(OwnershipRule.class, properties, "ownershipRule", null);
        String summary = read.textOrEmpty(properties, "summary");
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
                        List.copyOf(sources),
                        rule,
                        summary);
                if (inDoubt) {
                    read.leaveOutBesides("the ban counts as " + ban.nature().text());
                }
                tellWhatIsMissing(ban);
                return ban;
            } catch (InvalidValue e) {
                boolean hasHome = home != null && !home.equals(country);
                switch (e.field()) {
                    case "deadline" -> deadline = null;
                    case "ended" -> ended = null;
                    case "country" -> {
                        country = orRefuse(hasHome ? home : null, e);
                        placeInDoubt = true;
                    }
                    default -> throw e;
                }
                read.leaveOut(e, e.field().equals("country") ? ofGovernment(home) : LEFT_OUT);
            }
        }
    }

    /**
     * Whether something of a ban that cannot be read may hold it within limits that an answer would pass: whom it binds, how
     * far it has come, that it has ended, or that it began later than what is left says.
     */
    private boolean isInDoubt(PartialDate announced, PartialDate effective) {
        return read.hasLeftOut(LIMITS)
                || effective == null
                        && (read.hasLeftOut(STARTS) || announced == null && read.hasLeftOut(List.of("reported")));
    }

    /** What a ban can stand without, unless it was there and told of already. */
    private void tellWhatIsMissing(Ban ban) {
        try {
            ban.complete();
        } catch (InvalidValue e) {
            if (!read.hasLeftOut(e.fields())) {
                read.leaveOut(e, "it has none");
            }
        }
    }

    /** That a country belongs to a bloc, by the codes of both. Without a day that it has it would hold for longer. */
    Membership membership(String country, String bloc, Map<String, Object> properties) {
        read.begin();
        LocalDate since = read.day(properties, "since");
        LocalDate until = read.day(properties, "until");
        if (!read.leftOut().isEmpty()) {
            throw read.leftOut().getFirst().refusal();
        }
        List<String> sources = read.texts(properties, "sources");
        Membership membership = new Membership(bloc, country, since, until, sources);
        try {
            membership.complete();
        } catch (InvalidValue e) {
            if (!read.hasLeftOut(e.fields())) {
                read.leaveOut(e, e.field().equals("since") ? "it holds from ever" : "it has none");
            }
        }
        return membership;
    }

    /** Of a country, its code is all that is read. */
    void requireCode(Map<String, Object> properties) {
        read.begin();
        Membership.requireCode("code", PropertyReader.text(properties, "code"));
    }

    LoadedDataset dataset(Map<String, Object> properties) {
        read.begin();
        return new LoadedDataset(
                read.textOrEmpty(properties, "version"),
                read.textOrEmpty(properties, "sha256"),
                properties.get("loadedAt") instanceof ZonedDateTime time ? time.toInstant() : Instant.EPOCH,
                PropertyReader.count(properties, "organizations"),
                PropertyReader.count(properties, "ties"),
                PropertyReader.count(properties, "bans"),
                PropertyReader.count(properties, "sources"));
    }

    /**
     * The first of several.
     *
     * @param otherwise what to take if there is none; null to refuse that
     */
    private String only(String rule, Collection<String> values, String otherwise) {
        if (values.size() == 1) {
            return values.iterator().next();
        }
        InvalidValue refusal = new InvalidValue("", null, rule + ", had " + values);
        String taken = orRefuse(values.stream().min(Comparator.naturalOrder()).orElse(otherwise), refusal);
        read.leaveOut(refusal, values.isEmpty() ? ofGovernment(taken) : taken + " is taken");
        return taken;
    }

    private static String orRefuse(String value, InvalidValue refusal) {
        if (value == null) {
            throw refusal;
        }
        return value;
    }

    private static String ofGovernment(String country) {
        return "%s is taken, the country of its government".formatted(country);
    }
}
