package org.tieline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes a tree as YAML for people: a short list or object in one line, texts of several lines as they are. */
final class ContractYaml {
    /** The most characters of a list or an object that stands in one line, as JSON has it. */
    private static final int SHORT = 96;

    private static final int STEP = 2;

    private ContractYaml() {}

    /** With the end of the last line. */
    static String of(JsonNode tree) {
        DumperOptions options = new DumperOptions();
        options.setSplitLines(false);
        options.setIndicatorIndent(STEP);
        options.setIndentWithIndicator(true);
        StringWriter text = new StringWriter();
        Emitter emitter = new Emitter(text, options);
        try {
            for (Event event : new Yaml(options).serialize(node(tree))) {
                emitter.emit(event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Node node(JsonNode value) {
        if (value.isObject()) {
            List<NodeTuple> fields = new ArrayList<>();
            value.properties()
                    .forEach(field -> fields.add(new NodeTuple(text(field.getKey()), node(field.getValue()))));
            return new MappingNode(Tag.MAP, fields, style(value));
        }
        if (value.isArray()) {
            List<Node> elements = new ArrayList<>();
            value.forEach(element -> elements.add(node(element)));
            return new SequenceNode(Tag.SEQ, elements, style(value));
        }
        return value.isTextual() ? text(value.textValue()) : plain(value);
    }

    private static FlowStyle style(JsonNode value) {
        String line = value.toString();
        return line.length() <= SHORT && !line.contains("\\n") ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    private static Node text(String text) {
        ScalarStyle style = text.contains("\n") ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
        return new ScalarNode(Tag.STR, text, null, null, style);
    }

    private static Node plain(JsonNode value) {
        String text = value.asText();
        Tag tag = text.matches("-?\\d+") ? Tag.INT : Tag.FLOAT;
        if (value.isBoolean()) {
            tag = Tag.BOOL;
        } else if (value.isNull()) {
            tag = Tag.NULL;
        }
        return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
    }
}
