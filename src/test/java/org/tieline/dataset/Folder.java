package org.tieline.dataset;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tieline.model.DataError;
import org.tieline.model.Dataset;
import org.tieline.model.TielineException;

/**
 * A small, sound folder of data to be spoiled in one place: a vendor supplies a carrier that a company and a government
 * own, and a government bans the vendor. Rows start on line 2.
 */
record Folder(Path path) {
    static final String ORGANIZATIONS = """
            id,name,kind,country,aliases
            vendor,Vendor,vendor,CN,V|Vend
            carrier,Carrier,carrier,DE,
            other-carrier,Other Carrier,carrier,DE,
            holding,Holding,company,DE,
            state,State,government,DE,
            alliance,Alliance,association,,
            """;
    static final String TIES = """
            id,from,type,to,since,until,percent,segment,generation,evidence,sources,summary
            supply,vendor,SUPPLIES,carrier,2018-05,,,core|ran,4G|5G,confirmed,paper|wire,"It sells, they say."
            stake,holding,OWNS,carrier,2015,,60,,,confirmed,paper,It owns.
            share,state,OWNS,carrier,,,40.00,,,announced,wire,It owns too.
            """;
    static final String BANS = """
            id,government,country,targets,named,carriers,nature,scope,status,reported,announced,effective,deadline,ended,sources,summary
            ban,state,DE,vendor,yes,carrier,order,5g:core|removal,in-force,2018,2018-08-23,2018-09,2020,,paper,It bans.
            """;
    static final String SOURCES = """
            id,publisher,title,published,url
            paper,Paper,Title,2018-12-07,https://example.org/a
            wire,Wire,[A page],2019-03,
            """;

    /** Whether a folder has a table with all of its columns in canonical order. */
    static boolean isCurrent(Path path, DatasetTable table) throws IOException {
        Path file = path.resolve(table.file());
        return Files.exists(file) && Files.readAllLines(file).getFirst().equals(String.join(",", table.columns()));
    }

    /** Writes the sound folder. */
    static Folder sound(Path path) {
        return new Folder(path)
                .with(DatasetTable.ORGANIZATIONS, ORGANIZATIONS)
                .with(DatasetTable.TIES, TIES)
                .with(DatasetTable.BANS, BANS)
                .with(DatasetTable.SOURCES, SOURCES);
    }

    Folder with(DatasetTable table, String content) {
        return with(table.file(), content.getBytes(StandardCharsets.UTF_8));
    }

    Folder with(String file, byte[] content) {
        try {
            Files.write(path.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Folder without(DatasetTable table) {
        try {
            Files.delete(path.resolve(table.file()));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text that must be in the table. */
    Folder replace(DatasetTable table, String from, String to) {
        try {
            String content = Files.readString(path.resolve(table.file()));
            if (!content.contains(from)) {
                throw new IllegalArgumentException(table.file() + " has no " + from);
            }
            return with(table, content.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds rows at the end of the table. */
    Folder add(DatasetTable table, String... rows) {
        try {
            return with(table, Files.readString(path.resolve(table.file())) + String.join("\n", rows) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dataset read() {
        return DatasetReader.read(path);
    }

    /** All errors, each as {@code file:line: column: "value": remedy}. */
    List<String> errors() {
        TielineException.InvalidData invalid =
                catchThrowableOfType(TielineException.InvalidData.class, () -> DatasetReader.read(path));
        return invalid == null
                ? List.of()
                : invalid.errors().stream().map(DataError::toString).toList();
    }
}
