package org.tieline.exchange.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tieline.dataset.Bundle;
import org.tieline.model.Term;
import org.tieline.model.TieType;

/** What stands beside the tables for {@code neo4j-admin}: its arguments, what is to be run afterwards, and how. */
final class AdminNotes {
    /** Lists that a load stores only where they have elements. */
    private static final Set<String> SPARSE = Set.of("formerIds", "countries");

    private final List<String> arguments = new ArrayList<>();
    private final List<String> afterwards = new ArrayList<>();

    AdminNotes() {
        arguments.add("--multiline-fields=true");
        arguments.add("--array-delimiter=U+%04X".formatted((int) AdminTable.ELEMENTS));
    }

    /**
     * Notes a table that is written.
     *
     * @param option {@code --nodes=Ban=} or {@code --relationships=OWNS=}; without a name where the table has the types
     */
    void add(String option, AdminTable table) {
        arguments.add(option + table.files());
        table.lists().stream()
                .filter(list -> !SPARSE.contains(list))
                .forEach(list -> afterwards.add(
                        "MATCH %s WHERE e.%s IS NULL SET e.%s = [];".formatted(pattern(option), list, list)));
    }

    /** {@code (e:Ban)} for {@code --nodes=Ban=}, {@code ()-[e:OWNS]->()} for {@code --relationships=OWNS=}. */
    private static String pattern(String option) {
        String name = option.substring(option.indexOf('=') + 1).replace("=", "");
        if (option.startsWith("--nodes")) {
            return "(e:%s)".formatted(name);
        }
        return "()-[e:%s]->()".formatted(name.isEmpty() ? String.join("|", Term.words(TieType.class)) : name);
    }

    void write(Bundle files) throws IOException {
        write(files, "import.args", String.join("\n", arguments) + "\n");
        write(
                files,
                "after-import.cypher",
                "// The importer makes no empty lists; a load stores them.\n" + String.join("\n", afterwards) + "\n");
        write(files, "README.txt", """
                Run in this folder, as the user that Neo4j runs as, with the database stopped or new:

                  neo4j-admin database import full neo4j @import.args

                Add --overwrite-destination to replace a database. Then start it and run after-import.cypher, which
                sets the empty lists that the importer passes over. Constraints and indexes are created by Tieline
                when it first starts with NEO4J_URI set to the server.
                """);
    }

    private static void write(Bundle files, String name, String content) throws IOException {
        try (OutputStream out = files.begin(name)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
