package org.tieline.exchange.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.Bundle;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.graph.FactRows;
import org.tieline.graph.LoadedDataset;
import org.tieline.model.Ban;
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
    private static final String ORGANIZATION = "(Organization)";
    private static final String FINGERPRINT = "fingerprint";
    private static final String ID = ":ID";
    private static final String START = ":START_ID";
    private static final String END = ":END_ID";

    private final Bundle files;
    private final Scratch scratch = Scratch.ofSystem();
    private final AdminTable basedIn = joins("based-in", ":START_ID(Organization)", ":END_ID(Country)");
    private final AdminTable imposes = joins("imposes", ":START_ID(Organization)", ":END_ID(Ban)");
    private final AdminTable appliesIn = joins("applies-in", ":START_ID(Ban)", ":END_ID(Country)");
    private final AdminTable targets = joins("targets", ":START_ID(Ban)", ":END_ID(Organization)", "place:long");
    private final AdminTable cites = joins("cites", ":START_ID(Ban)", ":END_ID(Source)", "place:long");
    private final AdminTable succeededBy = joins("succeeded-by", ":START_ID(Organization)", ":END_ID(Organization)");
    private final AdminTable replaces = joins("replaces", ":START_ID(Ban)", ":END_ID(Ban)", "place:long");
    private final AdminTable identifiedBy = joins(
            "identified-by",
            ":START_ID(Organization)",
            ":END_ID(Identifier)",
            "since",
            "until",
            "possibleFrom:date",
            "possibleTo:date",
            "sources:string[]");
    private final AdminTable hasSubscribers =
            joins("has-subscribers", ":START_ID(Organization)", ":END_ID(Count)", "sources:string[]");
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
    }

    private AdminTable joins(String name, String start, String end, String... more) {
        List<String> header = new ArrayList<>(List.of(start, end, "fingerprint:long"));
        header.addAll(List.of(more));
        return AdminTable.waiting(scratch, name, header.toArray(String[]::new));
    }

    @Override
    public void dataset(LoadedDataset loaded) {
        info = loaded;
    }

    /** Several may share a node, which has the fingerprint of the first, as a load gives it. */
    @Override
    public void identifier(Identifier identifier) {
        Map<String, Object> row = FactRows.of(identifier);
        int nodes = identifierNodes.size();
        if (identifierNodes.add(identifier.text()) == nodes) {
            Map<String, Object> node = new HashMap<>();
            node.put(ID, identifier.text());
            node.put("scheme", row.get("scheme"));
            node.put("value", row.get("value"));
            node.put(FINGERPRINT, FactRows.fingerprint(row));
            table("--nodes=Identifier=", "identifiers", ":ID(Identifier)", "scheme", "value", "fingerprint:long")
                    .add(node);
        }
        Map<String, Object> join = node(row);
        join.put(START, identifier.organization());
        join.put(END, identifier.text());
        identifiedBy.add(join);
        identifiers++;
    }

    @Override
    public void subscribers(SubscriberCount count) {
        Map<String, Object> row = FactRows.of(count);
        Map<String, Object> node = node(row);
        node.put(ID, count.key());
        table("--nodes=Count=", "counts", ":ID(Count)", "on", "millions:double", "fingerprint:long")
                .add(node);
        Map<String, Object> join = join(count.organization(), count.key(), row);
        join.put("sources", count.sources());
        hasSubscribers.add(join);
        subscribers++;
    }

    @Override
    public void organization(Organization organization) {
        Map<String, Object> row = FactRows.of(organization);
        Map<String, Object> node = node(row);
        node.put(":LABEL", row.get("kind"));
        table(
                        "--nodes=Organization=",
                        "organizations",
                        "id:ID" + ORGANIZATION,
                        "name",
                        "country",
                        "aliases:string[]",
                        "formerIds:string[]",
                        "since",
                        "until",
                        "possibleFrom:date",
                        "possibleTo:date",
                        "fingerprint:long",
                        ":LABEL")
                .add(node);
        if (organization.country() != null) {
            countries.add(organization.country());
            basedIn.add(join(organization.id(), organization.country(), row));
        }
        if (organization.successor() != null) {
            succeededBy.add(join(organization.id(), organization.successor(), row));
        }
    }

    @Override
    public void source(Source source) {
        table(
                        "--nodes=Source=",
                        "sources",
                        "id:ID(Source)",
                        "publisher",
                        "title",
                        "published",
                        "url",
                        "archivedUrl",
                        "retrieved",
                        "sha256",
                        "fingerprint:long")
                .add(node(FactRows.of(source)));
    }

    @Override
    public void ban(Ban ban) {
        Map<String, Object> row = FactRows.of(ban);
        table(
                        "--nodes=Ban=",
                        "bans",
                        "id:ID(Ban)",
                        "nature",
                        "named:boolean",
                        "carriers:string[]",
                        "scope:string[]",
                        "status",
                        "reported",
                        "announced",
                        "effective",
                        "deadline",
                        "ended",
                        "ownershipRule",
                        "summary",
                        "fingerprint:long")
                .add(node(row));
        countries.add(ban.country());
        imposes.add(join(ban.government(), ban.id(), row));
        appliesIn.add(join(ban.id(), ban.country(), row));
        addAll(targets, ban.id(), ban.targets(), row);
        addAll(cites, ban.id(), ban.sources(), row);
        addAll(replaces, ban.id(), ban.replaces(), row);
    }

    private static void addAll(AdminTable table, String ban, List<String> ends, Map<String, Object> row) {
        for (int place = 0; place < ends.size(); place++) {
            Map<String, Object> join = join(ban, ends.get(place), row);
            join.put("place", place);
            table.add(join);
        }
    }

    @Override
    public void membership(Membership membership) {
        Map<String, Object> relationship = node(FactRows.of(membership));
        relationship.put(START, membership.country());
        relationship.put(END, membership.bloc());
        table(
                        "--relationships=BELONGS_TO=",
                        "belongs-to",
                        ":START_ID(Country)",
                        ":END_ID(Country)",
                        "since",
                        "until",
                        "from:date",
                        "to:date",
                        "sources:string[]",
                        "fingerprint:long")
                .add(relationship);
        countries.add(membership.country());
        countries.add(membership.bloc());
        memberships++;
    }

    @Override
    public void tie(Tie tie) {
        Map<String, Object> relationship = node(FactRows.of(tie));
        relationship.put(START, tie.from());
        relationship.put(END, tie.to());
        relationship.put(":TYPE", tie.type().text());
        table(
                        "--relationships=",
                        "ties",
                        ":START_ID(Organization)",
                        ":TYPE",
                        ":END_ID(Organization)",
                        "id",
                        "since",
                        "removing",
                        "verified",
                        "until",
                        "possibleFrom:date",
                        "possibleTo:date",
                        "percent:double",
                        "share:double",
                        "shareOn",
                        "segment:string[]",
                        "generation:string[]",
                        "countries:string[]",
                        "evidence",
                        "sources:string[]",
                        "summary",
                        "fingerprint:long")
                .add(relationship);
    }

    private static Map<String, Object> node(Map<String, Object> row) {
        return new HashMap<>(FactRows.properties(row));
    }

    private static Map<String, Object> join(String start, String end, Map<String, Object> row) {
        Map<String, Object> join = new HashMap<>();
        join.put(START, start);
        join.put(END, end);
        join.put(FINGERPRINT, FactRows.fingerprint(row));
        return join;
    }

    /** The table that is being written; begins it if it is another than before. */
    private AdminTable table(String option, String name, String... header) {
        String wanted = option + name;
        if (open != null && wanted.equals(argument)) {
            return open;
        }
        try {
            endOpen();
            AdminTable begun = AdminTable.writing(files, name, header);
            open = begun;
            argument = wanted;
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endOpen() throws IOException {
        if (open != null && argument != null) {
            String option = argument.substring(0, argument.lastIndexOf('=') + 1);
            end(option, open);
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
        countries.forEach(code -> table("--nodes=Country=", "countries", "code:ID(Country)", "name", "fingerprint:long")
                .add(node(FactRows.ofCountry(code))));
        if (info != null) {
            writeDataset();
        }
        endOpen();
        end("--relationships=BASED_IN=", basedIn);
        end("--relationships=IMPOSES=", imposes);
        end("--relationships=APPLIES_IN=", appliesIn);
        end("--relationships=TARGETS=", targets);
        end("--relationships=CITES=", cites);
        end("--relationships=SUCCEEDED_BY=", succeededBy);
        end("--relationships=REPLACES=", replaces);
        end("--relationships=IDENTIFIED_BY=", identifiedBy);
        end("--relationships=HAS_SUBSCRIBERS=", hasSubscribers);
        notes.write(files);
        files.finish();
    }

    private void writeDataset() {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("slot", "current");
        node.put("version", info.version());
        node.put("sha256", info.sha256());
        node.put("organizations", info.organizations());
        node.put("ties", info.ties());
        node.put("bans", info.bans());
        node.put("sources", info.sources());
        node.put("memberships", memberships);
        node.put("identifiers", identifiers);
        node.put("subscribers", subscribers);
        node.put("loadedAt", info.loadedAt().atZone(ZoneOffset.UTC));
        table(
                        "--nodes=Dataset=",
                        "dataset",
                        "slot:ID(Dataset)",
                        "version",
                        "sha256",
                        "organizations:long",
                        "ties:long",
                        "bans:long",
                        "sources:long",
                        "memberships:long",
                        "identifiers:long",
                        "subscribers:long",
                        "loadedAt:datetime")
                .add(node);
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
