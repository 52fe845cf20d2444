package org.tieline.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * The guide {@code cypher/browser/guide.md}. A heading of the second level begins a slide; what stands before the first one
 * belongs to it. A fenced block {@code cypher} is a query, a block {@code browser} has one command of Neo4j Browser a line.
 */
public final class Guide {
    /** Where the text says that the API is; each answer says where it really is. */
    static final String API = "http://127.0.0.1:7070";

    private static final String TEXT = "/cypher/browser/guide.md";
    private static final String STYLE = "/cypher/browser/style.grass";
    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    private final String text;

    Guide(String text) {
        this.text = text;
    }

    /**
     * The guide that travels with the program.
     *
     * @throws IllegalStateException if it does not
     */
    public static Guide read() {
        return new Guide(resource(TEXT));
    }

    /**
     * The colours, sizes and captions of the graph, in Neo4j Browser's own language (GraSS).
     *
     * @throws IllegalStateException if it does not travel with the program
     */
    public static String style() {
        return resource(STYLE);
    }

    /** The slides, in order. */
    public List<Slide> slides() {
        return documents(text).stream()
                .map(slide -> new Slide(title(slide), queries(slide)))
                .toList();
    }

    /**
     * What Neo4j Browser plays: a carousel with a slide each, in which a click on a query puts it into the editor and one on a
     * command runs it.
     *
     * @param api where the reader's Browser reaches the API, like {@code http://127.0.0.1:7070}, without a slash at its end
     */
    public String html(String api) {
        HtmlRenderer renderer = HtmlRenderer.builder()
                .escapeHtml(true)
                .nodeRendererFactory(Runnables::new)
                .attributeProviderFactory(context -> Guide::size)
                .build();
        StringBuilder html =
                new StringBuilder("<article class=\"guide\">\n<carousel class=\"deck container-fluid\">\n");
        for (Document slide : documents(text.replace(API, api))) {
            html.append("<slide class=\"row-fluid\">\n<div class=\"col-sm-12\">\n")
                    .append(renderer.render(slide))
                    .append("</div>\n</slide>\n");
        }
        return html.append("</carousel>\n</article>\n").toString();
    }

    /** The same for the documentation: below each query a link that opens it in the editor. */
    public String page() {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (FencedCodeBlock query : blocks(PARSER.parse(text), "cypher").reversed()) {
            List<SourceSpan> spans = query.getSourceSpans();
            lines.add(
                    spans.getLast().getLineIndex() + 1,
                    "\n[Open in Neo4j Browser](%s)".formatted(EditorLink.to(query.getLiteral())));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Browser's own sizes leave the headings more room than the text. */
    private static void size(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("style", "font-size: " + (heading.getLevel() == 1 ? "24px" : "20px"));
        }
    }

    private static List<Document> documents(String text) {
        List<Document> slides = new ArrayList<>(List.of(new Document()));
        boolean begun = false;
        for (Node node : children(PARSER.parse(text))) {
            if (node instanceof Heading heading && heading.getLevel() == 2) {
                if (begun) {
                    slides.add(new Document());
                }
                begun = true;
            }
            slides.getLast().appendChild(node);
        }
        return slides;
    }

    private static String title(Document slide) {
        return children(slide).stream()
                .filter(node -> node instanceof Heading heading && heading.getLevel() == 2)
                .map(heading -> TextContentRenderer.builder().build().render(heading))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the guide has no heading of the second level"));
    }

    private static List<String> queries(Document slide) {
        return blocks(slide, "cypher").stream()
                .map(block -> block.getLiteral().strip())
                .toList();
    }

    private static List<FencedCodeBlock> blocks(Node parent, String language) {
        return children(parent).stream()
                .filter(FencedCodeBlock.class::isInstance)
                .map(FencedCodeBlock.class::cast)
                .filter(block -> block.getInfo().equals(language))
                .toList();
    }

    /** Copied, because a node that is put elsewhere no longer knows its next one. */
    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    private static String resource(String path) {
        try (InputStream stream = Guide.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("the program is incomplete: it has no file %s".formatted(path));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
