package org.tieline.question.registry;

import org.tieline.exchange.exports.Exports;
import org.tieline.graph.bolt.Bans;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.graph.bolt.Organizations;
import org.tieline.graph.bolt.Sources;
import org.tieline.graph.bolt.TextSearch;
import org.tieline.graph.bolt.Ties;
import org.tieline.question.Snapshots;
import org.tieline.question.records.BanInquiry;
import org.tieline.question.records.OrganizationInquiry;
import org.tieline.question.records.SearchInquiry;
import org.tieline.question.records.SourceInquiry;
import org.tieline.question.records.TieInquiry;

/**
 * What can be asked. Exposures are asked of the snapshots alone and are answered while the database is away; the others
 * look things up in the database.
 */
public record Inquiries(
        Snapshots snapshots,
        OrganizationInquiry organizations,
        BanInquiry bans,
        TieInquiry ties,
        SourceInquiry sources,
        SearchInquiry search,
        Exports exports,
        Questions questions) {
    /** Without exports. */
    public Inquiries(
            Snapshots snapshots,
            OrganizationInquiry organizations,
            BanInquiry bans,
            TieInquiry ties,
            SourceInquiry sources,
            SearchInquiry search) {
        this(snapshots, organizations, bans, ties, sources, search, null, Questions.DECLARED);
    }

    /** All that one database can be asked; closes nothing. */
    public static Inquiries over(Neo4j neo4j, Snapshots snapshots) {
        Ties ties = new Ties(neo4j);
        SourceInquiry sources = new SourceInquiry(snapshots, new Sources(neo4j));
        return new Inquiries(
                snapshots,
                new OrganizationInquiry(snapshots, new Organizations(neo4j), ties),
                new BanInquiry(snapshots, new Bans(neo4j), sources),
                new TieInquiry(snapshots, ties, sources),
                sources,
                new SearchInquiry(snapshots, new TextSearch(neo4j)),
                new Exports(DriverGraphReader.whole(neo4j)),
                Questions.DECLARED);
    }

    /** The same with other questions that the snapshots answer. */
    public Inquiries asking(Questions others) {
        return new Inquiries(snapshots, organizations, bans, ties, sources, search, exports, others);
    }
}
