package org.tieline.handbook;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.model.Organization;
import org.tieline.model.Tie;

/** Organizations and ties in the language of Graphviz. */
final class DotExport implements ExportWriter {
    private final BufferedWriter out;

    DotExport(OutputStream stream) {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        line("digraph tieline {");
    }

    @Override
    public void organization(Organization organization) {
        line("  \"%s\" [label=\"%s\"]"
                .formatted(organization.id(), organization.name().replace("\"", "\\\"")));
    }

    @Override
    public void tie(Tie tie) {
        line("  \"%s\" -> \"%s\" [id=\"%s\", label=\"%s\"]".formatted(tie.from(), tie.to(), tie.id(), tie.type()));
    }

    @Override
    public void finish() throws IOException {
        line("}");
        out.flush();
    }

    private void line(String text) {
        try {
            out.write(text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
