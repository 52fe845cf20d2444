package org.tieline.exchange.ftm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.imports.ForeignText;
import org.tieline.exchange.imports.ImportTarget;
import org.tieline.exchange.imports.ImportedFacts;
import org.tieline.exchange.imports.RefusalReason;
import org.tieline.model.Country;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;

/**
 * Identifiers between the properties that FollowTheMoney has for them and the tables. What has no property, and the days from and
 * to which one holds, stand in a detail: {@code mcc-mnc:234-33 since 2010-07-01 until 2020}.
 */
final class FtmIdentifiers {
    private static final Map<IdentifierScheme, String> PROPERTIES = Map.of(
            IdentifierScheme.LEI, "leiCode",
            IdentifierScheme.ISIN, "isinCode",
            IdentifierScheme.WIKIDATA, "wikidataId",
            IdentifierScheme.REGISTER, "registrationNumber");
    private static final Pattern DETAIL =
            Pattern.compile("([a-z-]+):(.+?)(?: since (\\d[\\d-]*))?(?: until (\\d[\\d-]*))?");
    private static final Pattern WIKIDATA = Pattern.compile(".*?(Q[1-9]\\d*)");
    private static final int COUNTRY = 2;

    private final ImportTarget.Known known;
    private final FtmSources sources;
    private final ImportedFacts facts;

    /** What an entity says of one, before anybody has looked whether it can be. */
    private record Claim(
            IdentifierScheme scheme,
            String value,
            @Nullable PartialDate since,
            @Nullable PartialDate until) {
        String key() {
            return scheme.text() + ":" + value;
        }
    }

    FtmIdentifiers(ImportTarget.Known known, FtmSources sources, ImportedFacts facts) {
        this.known = known;
        this.sources = sources;
        this.facts = facts;
    }

    /** The property of an entity that has identifiers of a scheme; null if the schema has none. */
    static @Nullable String property(IdentifierScheme scheme, String schema) {
        boolean ofCompanies = scheme == IdentifierScheme.ISIN;
        return ofCompanies && !schema.equals(FtmWords.COMPANY) ? null : PROPERTIES.get(scheme);
    }

    /** The value as others write it: without the country of its register where that is the organization's. */
    static String value(Identifier identifier, @Nullable String country) {
        return identifier.scheme() == IdentifierScheme.REGISTER
                        && country != null
                        && identifier.value().startsWith(country + " ")
                ? identifier.value().substring(country.length() + 1)
                : identifier.value();
    }

    /** All that there is to say of an identifier, as the value of a detail. */
    static String detail(Identifier identifier) {
        return identifier.text()
                + (identifier.since() == null ? "" : " since " + identifier.since())
                + (identifier.until() == null ? "" : " until " + identifier.until());
    }

    /** The organizations beside the import that have an identifier of an entity now. */
    static List<Organization> known(FtmEntity entity, @Nullable String country, ImportTarget.Known known) {
        return claims(entity, country).stream()
                .filter(claim -> claim.until() == null)
                .flatMap(claim -> known.identified(claim.scheme(), claim.value()).stream())
                .distinct()
                .toList();
    }

    /** Takes those of an organization that was taken. */
    void take(FtmEntity entity, Organization organization) {
        for (Claim claim : claims(entity, organization.country())) {
            if (known.identified(claim.scheme(), claim.value()).contains(organization)) {
                continue;
            }
            try {
                claim.scheme().require(claim.value());
            } catch (InvalidValue refusal) {
                facts.change(
                        "%s: an identifier is left: %s %s"
                                .formatted(entity.schema(), claim.scheme().text(), RefusalReason.of(refusal)),
                        "%s: %s".formatted(entity.origin(), claim.value()));
                continue;
            }
            facts.identifiers()
                    .take(
                            entity.origin(),
                            () -> new Identifier(
                                    organization.id(),
                                    claim.scheme(),
                                    claim.value(),
                                    claim.since(),
                                    claim.until(),
                                    sources.of(entity)));
        }
    }

    /** A detail says more than the property with the same value. */
    private static List<Claim> claims(FtmEntity entity, @Nullable String country) {
        List<Claim> claims = new ArrayList<>();
        for (String text : entity.details(FtmWords.IDENTIFIER)) {
            Matcher detail = DETAIL.matcher(text);
            if (detail.matches()) {
                FtmThings.term(IdentifierScheme.class, detail.group(1))
                        .ifPresent(scheme -> claims.add(
                                new Claim(scheme, detail.group(2), date(detail.group(3)), date(detail.group(4)))));
            }
        }
        Map<String, Claim> plain = new LinkedHashMap<>();
        PROPERTIES.keySet().stream().sorted().forEach(scheme -> entity.all(PROPERTIES.get(scheme))
                .forEach(text -> {
                    String value = value(scheme, ForeignText.clean(text), country);
                    if (value != null) {
                        Claim claim = new Claim(scheme, value, null, null);
                        plain.put(claim.key(), claim);
                    }
                }));
        claims.forEach(claim -> plain.remove(claim.key()));
        claims.addAll(plain.values());
        return claims;
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return text == null ? null : FtmEntity.date(FtmWords.IDENTIFIER, text);
    }

    /** As the tables have it; null for a number of a register that may be in any country. */
    private static @Nullable String value(IdentifierScheme scheme, String text, @Nullable String country) {
        return switch (scheme) {
            case LEI, ISIN -> text.replace(" ", "").toUpperCase(Locale.ROOT);
            case WIKIDATA -> {
                Matcher item = WIKIDATA.matcher(text);
                yield item.matches() ? item.group(1) : text;
            }
            case REGISTER -> hasCountry(text) ? text : country == null ? null : country + " " + text;
            case MCC_MNC, ASN -> text;
        };
    }

    private static boolean hasCountry(String text) {
        return text.indexOf(' ') == COUNTRY && Country.isCode(text.substring(0, COUNTRY));
    }
}
