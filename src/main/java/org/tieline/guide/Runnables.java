package org.tieline.guide;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Blocks of code as Neo4j Browser makes them react to a click. */
final class Runnables implements NodeRenderer {
    /** Browser would cut a query off after some lines. */
    private static final Map<String, String> QUERY =
            new TreeMap<>(Map.of("class", "pre-scrollable code runnable", "style", "max-height: none"));

    private final HtmlWriter html;

    Runnables(HtmlNodeRendererContext context) {
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        FencedCodeBlock block = (FencedCodeBlock) node;
        switch (block.getInfo()) {
            case "cypher" -> query(block.getLiteral());
            case "browser" -> block.getLiteral().lines().forEach(this::command);
            default ->
                throw new IllegalStateException(
                        "a block of code must be cypher or browser, was '%s'".formatted(block.getInfo()));
        }
    }

    private void query(String text) {
        html.line();
        html.tag("pre", QUERY);
        html.text(text.strip());
        html.tag("/pre");
        html.line();
    }

    /** A link that Browser runs at once; the colon before the command is its own. */
    private void command(String line) {
        html.line();
        html.tag("p");
        html.tag("a", Map.of("exec-topic", line.replaceFirst("^:", "")));
        html.text(line);
        html.tag("/a");
        html.tag("/p");
        html.line();
    }
}
