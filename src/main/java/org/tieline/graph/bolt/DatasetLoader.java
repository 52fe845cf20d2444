package org.tieline.graph.bolt;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.FactRows;
import org.tieline.graph.Progress;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.SubscriberCount;

/**
 * Makes the graph say what a data set says: writes what is new or different and removes what a former load wrote and the
 * data set no longer has, all in one transaction. Loading the same data set again writes nothing. What a data set with a version
 * says is kept beside, as that release, for questions about it when the graph says something else.
 *
 * <p>What was made by hand stays, with one exception: where the data set has the id of something made by hand, the data set
 * wins. Being one transaction, the first load of a very large data set needs memory: some kilobytes a tie, on both sides of
 * the connection. A row that a load wrote and a person changed since is only noticed when the data set's row changes too.
 */
public final class DatasetLoader {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetLoader.class);

    private final Neo4j neo4j;
    private final Clock clock;

    public DatasetLoader(Neo4j neo4j, Clock clock) {
        this.neo4j = neo4j;
        this.clock = clock;
    }

    /**
     * Loads; creates constraints and indexes first where they are missing.
     *
     * @throws IllegalArgumentException if a fact names an organization, or a ban a source or another ban, that the data set does
     *     not have; nothing was changed then
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached; nothing was changed
     *     then
     */
    public LoadReport load(Dataset dataset, Progress progress) {
        Schema.apply(neo4j);
        LOG.info("Constraints and indexes are there");
        LoadReport report = neo4j.write(tx -> {
            Batches batches = new Batches(tx, progress);
            return load(dataset, new GraphWriter(tx, batches), new DetailWriter(batches));
        });
        LOG.info("Loaded data set {}: {}", dataset.version(), report);
        return report;
    }

    private LoadReport load(Dataset dataset, GraphWriter writer, DetailWriter details) {
        var countries = Difference.between(writer.countries(), countries(dataset), code -> code, FactRows::ofCountry);
        var sources = Difference.between(writer.sources(), dataset.sources(), source -> source.id(), FactRows::of);
        var organizations = Difference.between(
                writer.organizations(dataset.organizations()),
                dataset.organizations(),
                each -> each.id(),
                FactRows::of);
        var ties = Difference.between(writer.ties(), dataset.ties(), tie -> tie.id(), FactRows::of);
        var bans = Difference.between(writer.bans(dataset.bans()), dataset.bans(), ban -> ban.id(), FactRows::of);
        var memberships =
                Difference.between(writer.memberships(), dataset.memberships(), Membership::key, FactRows::of);
        var identifiers =
                Difference.between(details.identifiers(), dataset.identifiers(), Identifier::key, FactRows::of);
        var subscribers =
                Difference.between(details.subscribers(), dataset.subscribers(), SubscriberCount::key, FactRows::of);

        writer.removeTies(ties);
        writer.removeMemberships(memberships);
        details.removeIdentifiers(identifiers);
        details.removeSubscribers(subscribers);
        writer.write(countries);
        writer.writeSources(sources);
        writer.writeOrganizations(organizations);
        writer.writeTies(ties);
        writer.writeBans(bans);
        writer.writeMemberships(memberships);
        details.writeIdentifiers(identifiers);
        details.writeSubscribers(subscribers);
        details.removeUnusedIdentifiers(identifiers);
        List<String> keptBans = writer.remove("Ban", bans.obsolete());
        List<String> keptSources = writer.remove("Source", sources.obsolete());
        List<String> keptOrganizations = writer.remove("Organization", organizations.obsolete());
        writer.removeCountries(countries);

        LoadReport report = new LoadReport(
                organizations.changes(keptOrganizations.size()),
                ties.changes(0),
                bans.changes(keptBans.size()),
                sources.changes(keptSources.size()),
                memberships.changes(0),
                identifiers.changes(0),
                subscribers.changes(0),
                Stream.of(keptBans, keptSources, keptOrganizations)
                        .flatMap(List::stream)
                        .sorted()
                        .toList());
        writer.writeDataset(dataset, clock.instant(), report.changed());
        if (dataset.isRelease()) {
            writer.keepRelease(dataset, clock.instant());
        }
        return report;
    }

    /**
     * Keeps what a release held, so that it can be asked, and changes nothing else in the graph.
     *
     * @return whether it was not kept before
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached; nothing was changed
     *     then
     */
    public boolean keep(Dataset release) {
        Schema.apply(neo4j);
        return neo4j.write(
                tx -> new GraphWriter(tx, new Batches(tx, Progress.NONE)).keepRelease(release, clock.instant()));
    }

    /** Every code that something of the data set names. */
    private static List<String> countries(Dataset dataset) {
        return Stream.of(
                        dataset.organizations().stream().map(Organization::country),
                        dataset.bans().stream().map(Ban::country),
                        dataset.memberships().stream()
                                .flatMap(membership -> Stream.of(membership.bloc(), membership.country())))
                .flatMap(codes -> codes)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
