package org.tieline.exchange.gleif;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tieline.csv.Bars;
import org.tieline.exchange.imports.PublishedCsv;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;
import org.tieline.model.Evidence;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Term;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** A folder that an import of GLEIF made, as a graph that nobody commits to; row by row, and not checked. */
record FolderGraph(Path folder) implements GraphReader {
    @Override
    public Commit lastCommit() {
        return Commit.numbered(1);
    }

    @Override
    public void read(GraphSink sink) {
        sink.dataset(new LoadedDataset("gleif", "", Instant.EPOCH, 0, 0, 0, 0));
        each("organizations.csv", row -> sink.organization(organization(row)));
        each("identifiers.csv", row -> sink.identifier(new Identifier(
                row.get("organization"),
                Term.parse(IdentifierScheme.class, row.get("scheme")),
                row.get("value"),
                date(row, "since"),
                date(row, "until"),
                Bars.split(row.get("sources")))));
        each("sources.csv", row -> sink.source(new Source(
                row.get("id"), row.get("publisher"), row.get("title"), date(row, "published"), row.get("url"))));
        ties(sink::tie);
    }

    void ties(Consumer<Tie> taker) {
        each("ties.csv", row -> taker.accept(tie(row)));
    }

    private void each(String table, Consumer<PublishedCsv.Row> taker) {
        PublishedCsv.read(folder.resolve(table), List.of(), taker);
    }

    private static @Nullable PartialDate date(PublishedCsv.Row row, String column) {
        String text = row.get(column);
        return text.isEmpty() ? null : PartialDate.parse(text);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Organization organization(PublishedCsv.Row row) {
        String aliases = row.get("aliases");
        return new Organization(
                row.get("id"),
                row.get("name"),
                Term.parse(OrganizationKind.class, row.get("kind")),
                orNull(row.get("country")),
                aliases.isEmpty() ? List.of() : Bars.split(aliases),
                List.of(),
                date(row, "since"),
                date(row, "until"),
                orNull(row.get("successor")));
    }

    private static Tie tie(PublishedCsv.Row row) {
        return new Tie(
                        row.get("id"),
                        row.get("from"),
                        TieType.OWNS,
                        row.get("to"),
                        date(row, "since"),
                        date(row, "until"),
                        null,
                        List.of(),
                        List.of(),
                        Term.parse(Evidence.class, row.get("evidence")),
                        Bars.split(row.get("sources")),
                        row.get("summary"))
                .verifiedOn(date(row, "verified"));
    }
}
