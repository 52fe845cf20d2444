package org.tieline.exchange.ftm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.model.Ban;
import org.tieline.model.Evidence;
import org.tieline.model.Identifier;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * Writes the graph as FollowTheMoney entities, JSON Lines: one object a line with {@code id}, {@code schema} and
 * {@code properties}, whose values are lists of texts. Every line is an entity both of the FollowTheMoney model 3.8, which Aleph has, and
 * of the model 4 of OpenSanctions.
 *
 * <table>
 * <caption>What becomes what</caption>
 * <tr><th>fact</th><th>schema</th><th>properties</th></tr>
 * <tr><td>vendor, carrier, company</td><td>Company</td><td>name, alias, country,
 * incorporationDate (since), dissolutionDate (until), leiCode, isinCode, wikidataId, registrationNumber; classification has the
 * kind</td></tr>
 * <tr><td>successor</td><td>Succession</td><td>predecessor, successor, date (until)</td></tr>
 * <tr><td>association</td><td>Organization</td><td>the same; nobody can own one</td></tr>
 * <tr><td>government</td><td>PublicBody</td><td>the same</td></tr>
 * <tr><td>source</td><td>Document</td><td>name, title and fileName (title), publisher, publishedAt, sourceUrl</td></tr>
 * <tr><td>stake</td><td>Ownership</td><td>owner, asset, percentage, startDate, endDate, status (evidence),
 * sourceUrl and publisher (of its sources)</td></tr>
 * <tr><td>other tie</td><td>UnknownLink</td><td>subject, object, role (type), and the same</td></tr>
 * <tr><td>denied tie</td><td>UnknownLink</td><td>role {@code denied OWNS}: never an Ownership</td></tr>
 * <tr><td>ban</td><td>Sanction, one a target</td><td>entity, authority, country, status, provisions (scope), listingDate
 * (announced), startDate (effective), endDate (ended), program and recordId (id), sourceUrl, publisher</td></tr>
 * </table>
 *
 * <p>What the models have no property for stands in {@code description} as {@code key: value}: the ids of sources too, as one of
 * the models has {@code proof} of claims and the other has not. Memberships of countries in
 * blocs and counts of subscribers have no place in it and are left out, as is what refers to something unknown: every reference
 * leads to an entity of the file. Entities are written as they come, but for organizations, which wait for their identifiers;
 * what is kept is the name of each organization, and address and publisher of each source. What cannot be written is an {@link UncheckedIOException}. For one thread.
 */
public final class FtmExport implements ExportWriter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final JsonGenerator json;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, List<Identifier>> identifiers = new HashMap<>();
    private final List<Organization> waiting = new ArrayList<>();
    private final List<Organization> succeeded = new ArrayList<>();
    private final Set<String> companies = new HashSet<>();
    private final Set<String> ties = new HashSet<>();

    /** @param out stays open */
    public FtmExport(OutputStream out) {
        try {
            json = JSON.createGenerator(out).setRootValueSeparator(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void organization(Organization organization) {
        names.put(organization.id(), organization.name());
        if (schema(organization.kind()).equals(FtmWords.COMPANY)) {
            companies.add(organization.id());
        }
        if (organization.successor() != null) {
            succeeded.add(organization);
        }
        waiting.add(organization);
    }

    @Override
    public void identifier(Identifier identifier) {
        identifiers
                .computeIfAbsent(identifier.organization(), none -> new ArrayList<>(1))
                .add(identifier);
    }

    private void writeWaiting() {
        waiting.forEach(this::writeOrganization);
        waiting.clear();
    }

    private void writeOrganization(Organization organization) {
        String schema = schema(organization.kind());
        FtmProperties properties = new FtmProperties()
                .with("name", organization.name())
                .with("alias", organization.aliases())
                .with("country", country(organization.country()))
                .with("incorporationDate", organization.since())
                .with("dissolutionDate", organization.until())
                .with("classification", organization.kind().text())
                .with("keywords", keywords(organization));
        identifiers
                .getOrDefault(organization.id(), List.of())
                .forEach(identifier -> identify(properties, identifier, schema, organization.country()));
        write(organization.id(), schema, properties);
    }

    /** One that has ended stands in no property, as nobody could tell it from those that hold. */
    private static void identify(
            FtmProperties properties, Identifier identifier, String schema, @Nullable String country) {
        String property = identifier.until() == null ? FtmIdentifiers.property(identifier.scheme(), schema) : null;
        if (property != null) {
            properties.with(property, FtmIdentifiers.value(identifier, country));
        }
        if (property == null || identifier.since() != null) {
            properties.detail(FtmWords.IDENTIFIER, FtmIdentifiers.detail(identifier));
        }
    }

    private void writeSuccession(Organization organization) {
        if (names.containsKey(organization.successor())) {
            write(
                    FtmWords.HEIR + organization.id(),
                    FtmWords.SUCCESSION,
                    new FtmProperties()
                            .with("predecessor", organization.id())
                            .with("successor", organization.successor())
                            .with("date", organization.until()));
        }
    }

    private static List<String> keywords(Organization organization) {
        return Stream.concat(
                        Stream.of(FtmWords.KIND + organization.kind().text()),
                        organization.formerIds().stream().map(former -> FtmWords.FORMER_ID + former))
                .toList();
    }

    private static String schema(OrganizationKind kind) {
        return switch (kind) {
            case GOVERNMENT -> FtmWords.PUBLIC_BODY;
            case ASSOCIATION -> FtmWords.ORGANIZATION;
            case VENDOR, CARRIER, COMPANY -> FtmWords.COMPANY;
        };
    }

    private static @Nullable String country(@Nullable String code) {
        return code == null ? null : code.toLowerCase(Locale.ROOT);
    }

    @Override
    public void source(Source source) {
        writeWaiting();
        sources.put(source.id(), source);
        FtmProperties properties = new FtmProperties()
                .with("name", source.title())
                .with("title", source.title())
                .with("fileName", source.title())
                .with("publisher", source.publisher())
                .with("publishedAt", source.published())
                .with("sourceUrl", source.url())
                .with("retrievedAt", source.retrieved())
                .detail("archivedUrl", source.archivedUrl())
                .detail("sha256", source.sha256());
        write(FtmWords.SOURCE + source.id(), FtmWords.DOCUMENT, properties);
    }

    @Override
    public void ban(Ban ban) {
        writeWaiting();
        for (String target : ban.targets()) {
            if (names.containsKey(target)) {
                write(FtmWords.BAN + ban.id() + "." + target, FtmWords.SANCTION, properties(ban, target));
            }
        }
    }

    private FtmProperties properties(Ban ban, String target) {
        FtmProperties properties = new FtmProperties()
                .with("entity", target)
                .with("authority", names.get(ban.government()))
                .with("country", country(ban.country()))
                .with("program", ban.id())
                .with("recordId", ban.id())
                .with("status", ban.status().text())
                .with("provisions", texts(ban.scope()))
                .with("listingDate", ban.announced())
                .with("startDate", ban.effective())
                .with("endDate", ban.ended())
                .with("summary", ban.summary())
                .detail(FtmWords.NATURE, ban.nature().text())
                .detail(FtmWords.NAMED, ban.named() ? "yes" : "no")
                .detail(FtmWords.GOVERNMENT, ban.government())
                .detail(FtmWords.REPORTED, ban.reported())
                .detail(FtmWords.DEADLINE, ban.deadline())
                .detail(
                        FtmWords.OWNERSHIP_RULE,
                        ban.ownershipRule() == null ? null : ban.ownershipRule().text());
        ban.replaces().forEach(former -> properties.detail(FtmWords.REPLACES, former));
        ban.carriers().forEach(carrier -> properties.detail(FtmWords.CARRIER, carrier));
        return sourced(properties, ban.sources());
    }

    @Override
    public void tie(Tie tie) {
        writeWaiting();
        if (!names.containsKey(tie.from()) || !names.containsKey(tie.to()) || !ties.add(tie.id())) {
            return;
        }
        boolean denied = tie.evidence() == Evidence.DENIED;
        // Somebody may have drawn a stake in a government; an Ownership is of companies alone.
        boolean stake = tie.type() == TieType.OWNS && !denied && companies.contains(tie.to());
        FtmProperties properties = new FtmProperties()
                .with(stake ? "owner" : "subject", tie.from())
                .with(stake ? "asset" : "object", tie.to())
                .with(
                        "role",
                        stake
                                ? null
                                : (denied ? FtmWords.DENIED : "") + tie.type().text())
                .with("percentage", stake ? percentage(tie.percent()) : null)
                .with("status", tie.evidence().text())
                .with("startDate", tie.since())
                .with("endDate", tie.until())
                .with("recordId", tie.id())
                .with("summary", tie.summary())
                .detail(FtmWords.PERCENTAGE, stake ? null : percentage(tie.percent()))
                .detail(FtmWords.REMOVING, tie.removing())
                .detail(FtmWords.VERIFIED, tie.verified())
                .detail(FtmWords.SHARE, percentage(tie.share()))
                .detail(FtmWords.SHARE_ON, tie.shareOn());
        tie.countries().forEach(country -> properties.detail(FtmWords.PLACE, country));
        tie.segment().forEach(segment -> properties.detail(FtmWords.SEGMENT, segment.text()));
        tie.generation().forEach(generation -> properties.detail(FtmWords.GENERATION, generation.text()));
        write(
                FtmWords.TIE + tie.id(),
                stake ? FtmWords.OWNERSHIP : FtmWords.UNKNOWN_LINK,
                sourced(properties, tie.sources()));
    }

    /** Below one percent with its sign, as some files write shares as fractions of one. */
    private static @Nullable String percentage(@Nullable BigDecimal percent) {
        if (percent == null) {
            return null;
        }
        String plain =
                percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
        return percent.compareTo(BigDecimal.ONE) < 0 ? plain + " %" : plain;
    }

    private FtmProperties sourced(FtmProperties properties, List<String> ids) {
        List<Source> cited =
                ids.stream().map(sources::get).filter(Objects::nonNull).toList();
        cited.forEach(source -> properties.detail(FtmWords.CITES, source.id()));
        return properties
                .with("sourceUrl", distinct(cited, Source::url))
                .with("publisher", distinct(cited, Source::publisher));
    }

    private static List<String> distinct(List<Source> sources, Function<Source, String> field) {
        return sources.stream().map(field).filter(Objects::nonNull).distinct().toList();
    }

    private static List<String> texts(Collection<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private void write(String id, String schema, FtmProperties properties) {
        try {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("schema", schema);
            json.writeObjectFieldStart("properties");
            properties.writeTo(json);
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void finish() throws IOException {
        writeWaiting();
        succeeded.forEach(this::writeSuccession);
        json.flush();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
