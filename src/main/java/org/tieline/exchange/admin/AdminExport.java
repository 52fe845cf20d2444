package org.tieline.exchange.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.Bundle;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.graph.FactRows;
import org.tieline.graph.LoadedDataset;
import org.tieline.graph.element.GraphElement.OfNode;
import org.tieline.graph.element.GraphElement.OfRelationship;
import org.tieline.graph.element.GraphOfFacts;
import org.tieline.graph.element.GraphOfFacts.CountryCode;
import org.tieline.graph.element.NodeGroup;
import org.tieline.model.Ban;
import org.tieline.model.DatasetSummary;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.tieline.naming.column.TextNumbers;
import org.tieline.scratch.Scratch;

/**
 * Files for {@code neo4j-admin database import full}, with a file of arguments. The properties are those that a load stores,
 * fingerprints included, so that a later load finds everything as if it had written it.
 *
 * <p>What an organization or a ban is joined to goes into files of their own, which wait until the end, in a scratch folder if they
 * are large. In memory there are some forty bytes an identifier.
 */
public final class AdminExport implements ExportWriter {
    private final Bundle files;
    private final Scratch scratch = Scratch.ofSystem();

    /** By the type of their relationships, which come while nodes are written. */
    private final Map<String, AdminTable> waiting = new LinkedHashMap<>();

    private final TextNumbers identifierNodes = new TextNumbers();
    private final TreeSet<String> countries = new TreeSet<>();
    private final AdminNotes notes = new AdminNotes();
    private @Nullable AdminTable open;
    private @Nullable String argument;

    @SuppressWarnings("NullAway.Init") // The first that an export is told.
    private LoadedDataset info;

    private long memberships;
    private long identifiers;
    private long subscribers;

    public AdminExport(Bundle files) {
        this.files = files;
        putAside("BASED_IN", ":START_ID(Organization),:END_ID(Country),fingerprint:long");
        putAside("IMPOSES", ":START_ID(Organization),:END_ID(Ban),fingerprint:long");
        putAside("APPLIES_IN", ":START_ID(Ban),:END_ID(Country),fingerprint:long");
        putAside("TARGETS", ":START_ID(Ban),:END_ID(Organization),fingerprint:long,place:long");
        putAside("CITES", ":START_ID(Ban),:END_ID(Source),fingerprint:long,place:long");
        putAside("SUCCEEDED_BY", ":START_ID(Organization),:END_ID(Organization),fingerprint:long");
        putAside("REPLACES", ":START_ID(Ban),:END_ID(Ban),fingerprint:long,place:long");
        putAside(
                "IDENTIFIED_BY",
                ":START_ID(Organization),:END_ID(Identifier),fingerprint:long,"
                        + "since,until,possibleFrom:date,possibleTo:date,sources:string[]");
        putAside("HAS_SUBSCRIBERS", ":START_ID(Organization),:END_ID(Count),fingerprint:long,sources:string[]");
    }

    /** @param header as it stands in its file */
    private void putAside(String type, String header) {
        String name = type.toLowerCase(Locale.ROOT).replace('_', '-');
        waiting.put(type, AdminTable.waiting(scratch, name, List.of(header.split(","))));
    }

    @Override
    public void dataset(LoadedDataset loaded) {
        info = loaded;
    }

    @Override
    public void organization(Organization organization) {
        add(organization);
        if (organization.country() != null) {
            countries.add(organization.country());
        }
    }

    @Override
    public void identifier(Identifier identifier) {
        add(identifier);
        identifiers++;
    }

    @Override
    public void subscribers(SubscriberCount count) {
        add(count);
        subscribers++;
    }

    @Override
    public void source(Source source) {
        add(source);
    }

    @Override
    public void ban(Ban ban) {
        add(ban);
        countries.add(ban.country());
    }

    @Override
    public void membership(Membership membership) {
        add(membership);
        countries.add(membership.country());
        countries.add(membership.bloc());
        memberships++;
    }

    @Override
    public void tie(Tie tie) {
        add(tie);
    }

    private void add(Object fact) {
        Map<String, Object> row = GraphOfFacts.row(fact);
        OfNode node = GraphOfFacts.node(fact, row);
        if (node != null && !isWritten(node)) {
            Map<String, String> own =
                    Map.of(":ID", node.id(), ":LABEL", node.labels().getLast());
            table(node.group()).add(own, node.properties());
        }
        GraphOfFacts.relationships(fact, row).forEach(this::add);
    }

    private void add(OfRelationship joining) {
        Map<String, String> own = Map.of(":START_ID", joining.from(), ":TYPE", joining.type(), ":END_ID", joining.to());
        table(joining.type()).add(own, joining.properties());
    }

    /** Several identifiers may share a node, which has the fingerprint of the first, as a load gives it. */
    private boolean isWritten(OfNode node) {
        int nodes = identifierNodes.size();
        return node.group() == NodeGroup.IDENTIFIER && identifierNodes.add(node.id()) < nodes;
    }

    private AdminTable table(NodeGroup group) {
        String option = "--nodes=" + group.label() + "=";
        return switch (group) {
            case ORGANIZATION ->
                table(
                        option,
                        "organizations",
                        "id:ID(Organization),name,country,aliases:string[],formerIds:string[],"
                                + "since,until,possibleFrom:date,possibleTo:date,fingerprint:long,:LABEL");
            case COUNTRY -> table(option, "countries", "code:ID(Country),name,fingerprint:long");
            case SOURCE ->
                table(
                        option,
                        "sources",
                        "id:ID(Source),publisher,title,published,url,archivedUrl,retrieved,sha256,fingerprint:long");
            case BAN ->
                table(
                        option,
                        "bans",
                        "id:ID(Ban),nature,named:boolean,carriers:string[],scope:string[],status,"
                                + "reported,announced,effective,deadline,ended,ownershipRule,summary,fingerprint:long");
            case IDENTIFIER -> table(option, "identifiers", ":ID(Identifier),scheme,value,fingerprint:long");
            case COUNT -> table(option, "counts", ":ID(Count),on,millions:double,fingerprint:long");
        };
    }

    private AdminTable table(String type) {
        AdminTable aside = waiting.get(type);
        if (aside != null) {
            return aside;
        }
        if (type.equals("BELONGS_TO")) {
            return table(
                    "--relationships=BELONGS_TO=",
                    "belongs-to",
                    ":START_ID(Country),:END_ID(Country),since,until,from:date,to:date,sources:string[],fingerprint:long");
        }
        return table(
                "--relationships=",
                "ties",
                ":START_ID(Organization),:TYPE,:END_ID(Organization),id,since,removing,verified,until,"
                        + "possibleFrom:date,possibleTo:date,percent:double,share:double,shareOn,segment:string[],"
                        + "generation:string[],countries:string[],evidence,sources:string[],summary,fingerprint:long");
    }

    /**
     * The table that is being written; begins it if it is another than before.
     *
     * @param header as it stands in its file
     */
    private AdminTable table(String option, String name, String header) {
        if (open != null && option.equals(argument)) {
            return open;
        }
        try {
            endOpen();
            AdminTable begun = AdminTable.writing(files, name, List.of(header.split(",")));
            open = begun;
            argument = option;
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endOpen() throws IOException {
        if (open != null && argument != null) {
            end(argument, open);
            open = null;
            argument = null;
        }
    }

    private void end(String option, AdminTable table) throws IOException {
        if (!table.isEmpty()) {
            table.end(files);
            notes.add(option, table);
        }
    }

    @Override
    public void finish() throws IOException {
        countries.forEach(code -> add(new CountryCode(code)));
        if (info != null) {
            writeDataset();
        }
        endOpen();
        for (Map.Entry<String, AdminTable> joins : waiting.entrySet()) {
            end("--relationships=%s=".formatted(joins.getKey()), joins.getValue());
        }
        notes.write(files);
        files.finish();
    }

    private void writeDataset() {
        DatasetSummary summary = new DatasetSummary(
                info.version(),
                info.sha256(),
                info.organizations(),
                info.ties(),
                info.bans(),
                info.sources(),
                memberships,
                identifiers,
                subscribers);
        Map<String, Object> properties = FactRows.of(summary, info.loadedAt());
        properties.put("slot", "current");
        AdminTable table = table(
                "--nodes=Dataset=",
                "dataset",
                "slot:ID(Dataset),version,sha256,organizations:long,ties:long,bans:long,sources:long,"
                        + "memberships:long,identifiers:long,subscribers:long,loadedAt:datetime");
        table.add(Map.of(), properties);
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
        scratch.close();
        files.close();
    }
}
