package org.tieline.graph;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
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
import org.tieline.model.Term;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * Properties of the graph, as the driver or the embedded database gives them, turned into facts. Everything here throws
 * InvalidValue, with field, value and remedy, for what a fact cannot be made of. For one thread.
 */
final class Facts {
    // A graph says the same few words and dates a million times. One object for each is enough, and made once.
    private static final List<OrganizationKind> KINDS = List.of(OrganizationKind.values());

    private final Map<String, PartialDate> dates = new HashMap<>();
    private final Map<Double, BigDecimal> shares = new HashMap<>();
    private final Map<String, Evidence> grades = new HashMap<>();
    private final Map<List<String>, List<Segment>> segments = new HashMap<>();
    private final Map<List<String>, List<Generation>> generations = new HashMap<>();

    Organization organization(Collection<String> labels, Map<String, Object> properties) {
        OrganizationKind found = null;
        for (OrganizationKind kind : KINDS) {
            if (labels.contains(kind.label())) {
                if (found != null) {
                    throw wrongKinds(labels);
                }
                found = kind;
            }
        }
        if (found == null) {
            throw wrongKinds(labels);
        }
        return new Organization(
                text(properties, "id"),
                text(properties, "name"),
                found,
                text(properties, "country"),
                texts(properties, "aliases"),
                texts(properties, "formerIds"));
    }

    private static InvalidValue wrongKinds(Collection<String> labels) {
        List<String> kinds = KINDS.stream().map(OrganizationKind::label).toList();
        return new InvalidValue(
                "",
                null,
                "must have exactly one of the labels %s, had %s"
                        .formatted(
                                kinds, kinds.stream().filter(labels::contains).toList()));
    }

    Source source(Map<String, Object> properties) {
        return new Source(
                text(properties, "id"),
                text(properties, "publisher"),
                text(properties, "title"),
                date(properties, "published"),
                text(properties, "url"));
    }

    Tie tie(TieType type, String from, String to, Map<String, Object> properties) {
        return new Tie(
                text(properties, "id"),
                from,
                type,
                to,
                date(properties, "since"),
                date(properties, "until"),
                percent(properties.get("percent")),
                terms(segments, Segment.class, properties, "segment"),
                terms(generations, Generation.class, properties, "generation"),
                evidence(text(properties, "evidence")),
                texts(properties, "sources"),
                textOrEmpty(properties, "summary"));
    }

    /** A ban, with the ids and codes of the nodes that it is joined to, in the order given. */
    Ban ban(
            Map<String, Object> properties,
            Collection<String> governments,
            Collection<String> countries,
            Collection<String> targets,
            Collection<String> sources) {
        return new Ban(
                text(properties, "id"),
                only("one government must impose it with IMPOSES", governments),
                only("it must have one country with APPLIES_IN", countries),
                List.copyOf(targets),
                yesOrNo(properties, "named"),
                texts(properties, "carriers"),
                term(BanNature.class, properties, "nature"),
                texts(properties, "scope").stream().map(Facts::scope).toList(),
                term(BanStatus.class, properties, "status"),
                date(properties, "reported"),
                date(properties, "announced"),
                date(properties, "effective"),
                date(properties, "deadline"),
                date(properties, "ended"),
                List.copyOf(sources),
                ownershipRule(properties),
                textOrEmpty(properties, "summary"));
    }

    /** Null if the ban has none. */
    private static OwnershipRule ownershipRule(Map<String, Object> properties) {
        return properties.get("ownershipRule") == null ? null : term(OwnershipRule.class, properties, "ownershipRule");
    }

    /** That a country belongs to a bloc, by the codes of both. */
    Membership membership(String country, String bloc, Map<String, Object> properties) {
        return new Membership(
                bloc, country, day(properties, "since"), day(properties, "until"), texts(properties, "sources"));
    }

    private LocalDate day(Map<String, Object> properties, String field) {
        PartialDate date = date(properties, field);
        if (date != null && !date.isFullDate()) {
            throw new InvalidValue(field, date, "must be a day like 1973-01-01");
        }
        return date == null ? null : date.firstDay();
    }

    static DatasetInfo dataset(Map<String, Object> properties) {
        return new DatasetInfo(
                textOrEmpty(properties, "version"),
                textOrEmpty(properties, "sha256"),
                properties.get("loadedAt") instanceof ZonedDateTime time ? time.toInstant() : Instant.EPOCH,
                count(properties, "organizations"),
                count(properties, "ties"),
                count(properties, "bans"),
                count(properties, "sources"));
    }

    private static int count(Map<String, Object> properties, String field) {
        return properties.get(field) instanceof Number number ? number.intValue() : 0;
    }

    private static String only(String rule, Collection<String> values) {
        if (values.size() != 1) {
            throw new InvalidValue("", null, rule + ", had " + values);
        }
        return values.iterator().next();
    }

    private static Scope scope(String text) {
        try {
            return new Scope(text);
        } catch (InvalidValue e) {
            throw e.in("scope");
        }
    }

    private static String textOrEmpty(Map<String, Object> properties, String field) {
        String text = text(properties, field);
        return text == null ? "" : text;
    }

    private static String text(Map<String, Object> properties, String field) {
        Object value = properties.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrongType(field, "a text", value);
    }

    private static boolean yesOrNo(Map<String, Object> properties, String field) {
        Object value = properties.get(field);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrongType(field, "true or false", value);
    }

    private static List<String> texts(Map<String, Object> properties, String field) {
        Object value = properties.get(field);
        return switch (value) {
            case null -> List.of();
            case String[] texts -> Arrays.asList(texts);
            case Object[] elements -> allTexts(field, Arrays.asList(elements));
            case List<?> elements -> allTexts(field, elements);
            default -> throw wrongType(field, "a list of texts", value);
        };
    }

    private static List<String> allTexts(String field, List<?> elements) {
        List<String> texts = new ArrayList<>(elements.size());
        for (Object element : elements) {
            if (!(element instanceof String text)) {
                throw wrongType(field, "a list of texts", elements);
            }
            texts.add(text);
        }
        return texts;
    }

    /** A DATE is taken too: it says the same as a text of full precision, and people who write Cypher reach for it. */
    private PartialDate date(Map<String, Object> properties, String field) {
        Object value = properties.get(field);
        return switch (value) {
            case null -> null;
            case LocalDate day -> PartialDate.of(day);
            case String text -> {
                try {
                    yield dates.computeIfAbsent(text, PartialDate::parse);
                } catch (InvalidValue e) {
                    throw e.in(field);
                }
            }
            default -> throw wrongType(field, "a text like '2018' or '2018-08-23'", value);
        };
    }

    private BigDecimal percent(Object value) {
        return switch (value) {
            case null -> null;
            case Long number -> BigDecimal.valueOf(number);
            case Integer number -> BigDecimal.valueOf(number);
            case Double number -> {
                if (!Double.isFinite(number)) {
                    throw wrongType("percent", "a number from 0 to 100", value);
                }
                yield shares.computeIfAbsent(number, share -> plain(BigDecimal.valueOf(share)));
            }
            default -> throw wrongType("percent", "a number from 0 to 100", value);
        };
    }

    /** 20.0 is 20 and not 2E+1. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static <T extends Enum<T> & Term> T term(
            Class<T> vocabulary, Map<String, Object> properties, String field) {
        return term(vocabulary, field, text(properties, field));
    }

    private static <T extends Enum<T> & Term> T term(Class<T> vocabulary, String field, String word) {
        try {
            return Term.parse(vocabulary, word);
        } catch (InvalidValue e) {
            throw e.in(field);
        }
    }

    private Evidence evidence(String word) {
        Evidence known = word == null ? null : grades.get(word);
        if (known == null) {
            known = term(Evidence.class, "evidence", word);
            grades.put(word, known);
        }
        return known;
    }

    private static <T extends Enum<T> & Term> List<T> terms(
            Map<List<String>, List<T>> known, Class<T> vocabulary, Map<String, Object> properties, String field) {
        List<String> words = texts(properties, field);
        List<T> terms = known.get(words);
        if (terms == null) {
            terms = words.stream().map(word -> term(vocabulary, field, word)).toList();
            known.put(List.copyOf(words), terms);
        }
        return terms;
    }

    private static InvalidValue wrongType(String field, String right, Object value) {
        return new InvalidValue(field, value, "must be " + right);
    }
}
