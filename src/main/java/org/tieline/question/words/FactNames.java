package org.tieline.question.words;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.TieType;
import org.tieline.question.Snapshot;

/** Facts as sentences for people call them; what is not on record is called by its id. */
public final class FactNames {
    private final Snapshot snapshot;

    public FactNames(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The name of an organization. */
    public String organization(String id) {
        return Optional.ofNullable(snapshot.organizations().get(id))
                .map(Organization::name)
                .orElse(id);
    }

    /**
     * A tie by its ends, without an article: {@code supply from Huawei to Sprint}.
     *
     * @param from the id of an organization
     * @param to the id of another
     */
    public String tie(TieType type, String from, String to) {
        String words =
                switch (type) {
                    case SUPPLIES -> "supply from %s to %s";
                    case OWNS -> "stake of %s in %s";
                    case PARTNERS_WITH -> "partnership of %s with %s";
                    case SHARES_NETWORK_WITH -> "network sharing of %s with %s";
                    case MEMBER_OF -> "membership of %s in %s";
                };
        return words.formatted(organization(from), organization(to));
    }

    /** A ban, without an article: {@code ban "United Kingdom, 2020: No new equipment of Huawei in 5G"}. */
    public String ban(String id) {
        return "ban "
                + Optional.ofNullable(snapshot.bans().get(id))
                        .map(ban -> "\"%s\"".formatted(BanName.of(ban, snapshot)))
                        .orElse(id);
    }

    /** Who published some sources, each once. */
    public String publishers(Collection<String> sources) {
        return sources.stream()
                .map(id -> Optional.ofNullable(snapshot.sources().get(id))
                        .map(Source::publisher)
                        .orElse(id))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
