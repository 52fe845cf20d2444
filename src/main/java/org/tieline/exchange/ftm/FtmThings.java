package org.tieline.exchange.ftm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.imports.ForeignIds;
import org.tieline.exchange.imports.ForeignText;
import org.tieline.exchange.imports.ImportTarget;
import org.tieline.exchange.imports.ImportedFacts;
import org.tieline.exchange.imports.RecordPlace;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Term;
import org.tieline.naming.Letters;

/** Takes what a claim can be about or stand on: organizations and documents. */
final class FtmThings {
    private final ImportTarget.Known known;
    private final ImportedFacts facts;
    private final Map<String, Organization> organizations = new HashMap<>();
    private final Map<String, RecordPlace> origins = new HashMap<>();
    private final Map<String, Organization> governments = new HashMap<>();
    private final Map<String, Source> documents = new HashMap<>();
    private final Set<String> left = new HashSet<>();
    private final ForeignIds ids = new ForeignIds("organization");
    private final ForeignIds sourceIds = new ForeignIds("source");

    FtmThings(ImportTarget.Known known, ImportedFacts facts) {
        this.known = known;
        this.facts = facts;
    }

    /** @throws FtmEntity.Left with the reason */
    void take(FtmEntity entity) {
        switch (entity.schema()) {
            case FtmWords.COMPANY, FtmWords.ORGANIZATION, FtmWords.PUBLIC_BODY -> takeOrganization(entity);
            case FtmWords.DOCUMENT -> takeDocument(entity);
            default -> {
                left.add(entity.id());
                throw new FtmEntity.Left("a schema that is not imported");
            }
        }
    }

    private void takeOrganization(FtmEntity entity) {
        Optional<Organization> meant = known.meant(entity.id()).or(() -> identified(entity));
        if (meant.isEmpty() && entity.first("name").isEmpty()) {
            left.add(entity.id());
            throw new FtmEntity.Left("no name");
        }
        if (organizations.containsKey(entity.id())) {
            throw new FtmEntity.Left("an id that an earlier line has");
        }
        Organization taken =
                facts.organizations().take(entity.origin(), () -> meant.orElseGet(() -> organization(entity)));
        if (taken == null) {
            left.add(entity.id());
            return;
        }
        organizations.put(entity.id(), taken);
        origins.put(entity.id(), entity.origin());
        if (taken.kind() == OrganizationKind.GOVERNMENT) {
            Stream.concat(Stream.of(taken.name()), taken.aliases().stream())
                    .forEach(name -> governments.putIfAbsent(Letters.folded(name), taken));
        }
    }

    /** The organization beside that has an identifier of the entity. */
    private Optional<Organization> identified(FtmEntity entity) {
        List<Organization> found = FtmIdentifiers.known(entity, onlyCountry(entity), known);
        if (found.size() > 1) {
            left.add(entity.id());
            throw new FtmEntity.Left("its identifiers are of several organizations of the data beside: "
                    + found.stream().map(Organization::id).sorted().collect(Collectors.joining(", ")));
        }
        return found.stream().findFirst();
    }

    /** What an entity was taken as; empty if it was left. */
    Optional<Organization> taken(FtmEntity entity) {
        return Optional.ofNullable(organizations.get(entity.id()))
                .filter(taken -> entity.origin().equals(origins.get(entity.id())));
    }

    /**
     * Notes who went on with an organization. One of the data beside stays as it is.
     *
     * @throws FtmEntity.Left with the reason
     * @throws InvalidValue if the model refuses such a life
     */
    void takeSuccession(FtmEntity entity) {
        Organization before = organization("predecessor", entity.only("predecessor"));
        Organization after = organization("successor", entity.only("successor"));
        Organization current = facts.organizations().get(before.id());
        if (current == null || known.organizations().containsKey(before.id())) {
            throw new FtmEntity.Left("the data beside have its predecessor, whose row stays as it is");
        }
        if (current.successor() != null && !current.successor().equals(after.id())) {
            throw new FtmEntity.Left("another one has the same predecessor");
        }
        PartialDate date = entity.date("date");
        PartialDate end = current.until() != null ? current.until() : date != null ? date : entity.date("startDate");
        if (end == null) {
            throw new FtmEntity.Left("no date says when the predecessor ended");
        }
        facts.organizations().replace(current.living(current.since(), end, after.id()));
    }

    private @Nullable Organization organization(FtmEntity entity) {
        String name = entity.first("name").orElseThrow();
        List<String> others = new ArrayList<>(entity.all("name"));
        others.addAll(entity.all("alias"));
        others.addAll(entity.all("previousName"));
        Organization organization = new Organization(
                ids.of(entity.id()),
                name,
                kind(entity),
                country(entity),
                ForeignText.aliases(name, others),
                formerIds(entity));
        try {
            return organization.living(entity.date("incorporationDate"), entity.date("dissolutionDate"), null);
        } catch (FtmEntity.Left | InvalidValue e) {
            facts.change(
                    "%s: the dates of its life are left, as they cannot be read or contradict each other"
                            .formatted(entity.schema()),
                    entity.origin().toString());
            return organization;
        }
    }

    /** Those that this program wrote. */
    private static List<String> formerIds(FtmEntity entity) {
        return entity.all("keywords").stream()
                .filter(keyword -> keyword.startsWith(FtmWords.FORMER_ID))
                .map(keyword -> ForeignText.kebab(keyword.substring(FtmWords.FORMER_ID.length())))
                .filter(former -> !former.isEmpty())
                .distinct()
                .toList();
    }

    /** A kind that this program wrote; otherwise no more than the schema says. */
    private static OrganizationKind kind(FtmEntity entity) {
        for (String keyword : entity.all("keywords")) {
            for (OrganizationKind kind : OrganizationKind.values()) {
                if (keyword.equals(FtmWords.KIND + kind.text())) {
                    return kind;
                }
            }
        }
        return entity.schema().equals(FtmWords.PUBLIC_BODY) ? OrganizationKind.GOVERNMENT : OrganizationKind.COMPANY;
    }

    /** The one country that the most telling of its properties names; null if that names none or several. */
    private @Nullable String country(FtmEntity entity) {
        String only = onlyCountry(entity);
        if (only == null
                && Stream.of("mainCountry", "jurisdiction", "country")
                        .anyMatch(each -> !entity.all(each).isEmpty())) {
            facts.change(
                    "%s: its country is left, as none of its properties names one alone that is in use"
                            .formatted(entity.schema()),
                    entity.origin().toString());
        }
        return only;
    }

    private static @Nullable String onlyCountry(FtmEntity entity) {
        for (String property : List.of("mainCountry", "jurisdiction", "country")) {
            List<String> codes = entity.all(property);
            if (codes.size() == 1) {
                String country = ForeignText.country(codes.getFirst());
                if (country != null) {
                    return country;
                }
            }
        }
        return null;
    }

    private void takeDocument(FtmEntity entity) {
        Optional<String> title = entity.first("title").or(() -> entity.first("name"));
        if (title.isEmpty() || entity.first("publisher").isEmpty()) {
            left.add(entity.id());
            throw new FtmEntity.Left("no title or no publisher");
        }
        PartialDate published = entity.date("publishedAt");
        PartialDate retrieved = entity.date("retrievedAt");
        String bare =
                entity.id().startsWith(FtmWords.SOURCE) ? entity.id().substring(FtmWords.SOURCE.length()) : entity.id();
        Source taken = facts.sources()
                .take(
                        entity.origin(),
                        () -> new Source(
                                sourceIds.of(bare),
                                entity.first("publisher").orElseThrow(),
                                title.get(),
                                published,
                                entity.first("sourceUrl").orElse(null),
                                entity.detail("archivedUrl").orElse(null),
                                retrieved,
                                entity.detail("sha256").orElse(null)));
        if (taken != null) {
            documents.put(entity.id(), taken);
        }
    }

    /** The source that a document was taken as; null if it was not. */
    @Nullable
    Source document(String id) {
        return documents.get(id);
    }

    /**
     * The organization that an entity was taken as.
     *
     * @param property the name of the property that refers to it
     * @throws FtmEntity.Left if there is none
     */
    Organization organization(String property, String id) {
        Organization found = organizations.get(id);
        if (found == null) {
            throw new FtmEntity.Left("%s: %s"
                    .formatted(
                            property,
                            left.contains(id)
                                    ? "it refers to an entity that was left"
                                    : "it refers to an entity that is not in the file"));
        }
        return found;
    }

    /** The government, ministry or authority with a name; one that is not in the file is made if its country is known. */
    Organization authority(FtmEntity sanction, String name, @Nullable String country) {
        String folded = Letters.folded(name);
        Organization found = known.meant(name).orElse(governments.get(folded));
        if (found == null && country == null) {
            throw new FtmEntity.Left("the country of its authority is not known");
        }
        Organization earlier = found == null ? null : facts.organizations().get(found.id());
        // Meanwhile it may have got a successor.
        Organization taken = earlier != null
                ? earlier
                : facts.organizations()
                        .take(sanction.origin(), () -> found != null ? found : newAuthority(name, folded, country));
        if (taken == null) {
            throw new FtmEntity.Left("its authority was left");
        }
        governments.putIfAbsent(folded, taken);
        return taken;
    }

    private Organization newAuthority(String name, String folded, @Nullable String country) {
        String id = ids.of("gov-", "authority " + folded, name);
        return new Organization(id, name, OrganizationKind.GOVERNMENT, country, List.of());
    }

    /** The word of a vocabulary; empty if it has none like it. */
    static <T extends Enum<T> & Term> Optional<T> term(Class<T> vocabulary, String text) {
        return Stream.of(vocabulary.getEnumConstants())
                .filter(term -> term.text().equals(text))
                .findFirst();
    }
}
