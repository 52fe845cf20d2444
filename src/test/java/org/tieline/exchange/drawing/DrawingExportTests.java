package org.tieline.exchange.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.BaseEventDrivenImporter;
import org.jgrapht.nio.GraphImporter;
import org.jgrapht.nio.gexf.SimpleGEXFImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tieline.csv.Bars;
import org.tieline.dataset.DatasetReader;
import org.tieline.exchange.ExportFormat;
import org.tieline.exchange.Shipped;
import org.tieline.exchange.exports.Export;
import org.tieline.exchange.exports.Exports;
import org.tieline.graph.GraphReader;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Tie;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** GraphML and GEXF, read back by JGraphT. */
class DrawingExportTests {
    private final Map<String, Map<String, Attribute>> nodes = new HashMap<>();
    private final Map<String, Map<String, Attribute>> edges = new HashMap<>();
    private Graph<String, DefaultEdge> graph;

    @ParameterizedTest
    @EnumSource(names = {"GRAPHML", "GEXF"})
    void shouldDrawOrganizationsTiesAndBans(ExportFormat format) throws IOException {
        read(format, new InMemory(TestFacts.dataset()));

        assertThat(nodes.keySet()).containsExactlyInAnyOrder("bt", "ee", "gov-uk", "huawei", "ban:uk-2020");
        assertThat(texts(nodes.get("huawei")))
                .containsEntry("label", "Huawei")
                .containsEntry("name", "Huawei")
                .containsEntry("kind", "vendor")
                .containsEntry("country", "CN")
                .containsEntry("aliases", "\u534e\u4e3a|Huawei Technologies");
        assertThat(texts(nodes.get("ban:uk-2020")))
                .containsEntry("kind", "ban")
                .containsEntry("country", "GB")
                .containsEntry("announced", "2020-07-14")
                .containsEntry("deadline", "2027")
                .containsEntry("scope", "5g:ran|removal")
                .containsEntry("named", "true")
                .containsEntry("sources", "bbc-2020")
                .doesNotContainKey("ended");
        assertThat(edges.keySet())
                .containsExactlyInAnyOrder(
                        "bt OWNS ee", "huawei SUPPLIES bt", "gov-uk IMPOSES ban:uk-2020", "ban:uk-2020 TARGETS huawei");
        assertThat(texts(edges.get("bt OWNS ee")))
                .containsEntry("percent", "12.5")
                .containsEntry("since", "2016-01")
                .containsEntry("possibleFrom", "2016-01-01")
                .containsEntry("evidence", "confirmed")
                .containsEntry("sources", "bbc-2020")
                .doesNotContainKeys("until", "possibleTo");
        assertThat(texts(edges.get("huawei SUPPLIES bt")))
                .containsEntry("segment", "ran|core")
                .containsEntry("generation", "4G|5G")
                .containsEntry("summary", "Huawei supplied BT.")
                .doesNotContainKey("percent");
        assertThat(edges.get("bt OWNS ee").get("percent").getType()).isEqualTo(AttributeType.DOUBLE);
        assertThat(nodes.get("ban:uk-2020").get("named").getType()).isEqualTo(AttributeType.BOOLEAN);
    }

    @ParameterizedTest
    @EnumSource(names = {"GRAPHML", "GEXF"})
    void shouldDrawTheLivesOfFacts(ExportFormat format) throws IOException {
        read(format, new InMemory(TestFacts.datasetWithLives()));

        assertThat(texts(nodes.get("orange-uk")))
                .containsEntry("since", "1994-04")
                .containsEntry("until", "2010-07-01")
                .containsEntry("possibleTo", "2010-07-01")
                .containsEntry("identifiers", "mcc-mnc:234-33")
                .doesNotContainKey("subscribers");
        assertThat(texts(nodes.get("ee")))
                .containsEntry("identifiers", "mcc-mnc:234-33|register:GB 02382161")
                .containsEntry("subscribers", "28.0")
                .containsEntry("subscribersOn", "2020-06");
        assertThat(nodes.get("ee").get("subscribers").getType()).isEqualTo(AttributeType.DOUBLE);
        assertThat(edges).containsKeys("orange-uk SUCCEEDED_BY ee", "ban:uk-2020 REPLACES ban:uk-2019");
        assertThat(texts(edges.get("huawei SUPPLIES bt")))
                .containsEntry("removing", "2020-07")
                .containsEntry("verified", "2023")
                .containsEntry("share", "35.5")
                .containsEntry("shareOn", "2019-12")
                .containsEntry("countries", "GB|IE");
        assertThat(edges.get("huawei SUPPLIES bt").get("share").getType()).isEqualTo(AttributeType.DOUBLE);
    }

    @ParameterizedTest
    @EnumSource(names = {"GRAPHML", "GEXF"})
    void shouldHaveEveryTieAndBanOfTheShippedData(ExportFormat format) throws IOException {
        Dataset shipped = DatasetReader.read(Shipped.FOLDER);

        read(format, new InMemory(shipped));

        assertThat(graph.vertexSet())
                .hasSize(shipped.organizations().size() + shipped.bans().size());
        int targets =
                shipped.bans().stream().mapToInt(ban -> ban.targets().size()).sum();
        long succeeded = shipped.organizations().stream()
                .filter(organization -> organization.successor() != null)
                .count();
        int replaced =
                shipped.bans().stream().mapToInt(ban -> ban.replaces().size()).sum();
        assertThat(graph.edgeSet())
                .hasSize(shipped.ties().size() + shipped.bans().size() + targets + (int) succeeded + replaced);
    }

    @ParameterizedTest
    @EnumSource(names = {"GRAPHML", "GEXF"})
    void shouldWriteTextsOfAnyShapeAsXml(ExportFormat format) throws IOException {
        Organization odd = TestFacts.organization(
                "odd", "A <&> \"B\"\u0001\nC", OrganizationKind.VENDOR, null, "\uD83D\uDCDE phone");

        read(format, new InMemory(new Dataset("1", "", List.of(odd), List.of(), List.of(), List.of())));

        assertThat(texts(nodes.get("odd")))
                .containsEntry("name", "A <&> \"B\"\uFFFD\nC")
                .containsEntry("aliases", "\uD83D\uDCDE phone");
    }

    @ParameterizedTest
    @EnumSource(names = {"GRAPHML", "GEXF"})
    void shouldKeepANameWithABarApartFromTwoNames(ExportFormat format) throws IOException {
        Organization odd = TestFacts.organization("odd", "Odd", OrganizationKind.VENDOR, null, "a|b", "c\\", "d");

        read(format, new InMemory(new Dataset("1", "", List.of(odd), List.of(), List.of(), List.of())));

        assertThat(Bars.split(nodes.get("odd").get("aliases").getValue())).containsExactly("a|b", "c\\", "d");
    }

    @Test
    void shouldDeclareEachAttributeOfGraphMlForNodesOrForEdges() throws IOException {
        List<Map<String, String>> keys = elements(ExportFormat.GRAPHML, "key");

        assertThat(keys).extracting(key -> key.get("for")).containsOnly("graph", "node", "edge");
        assertThat(keys).extracting(key -> key.get("id")).doesNotHaveDuplicates();
        assertThat(keys)
                .extracting(key -> key.get("for") + " " + key.get("attr.name"))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldGiveEdgesOfGexfKindsThatNoTwoBetweenTheSameNodesShareAndDaysOfATimeline() throws IOException {
        Dataset shipped = DatasetReader.read(Shipped.FOLDER);
        List<Map<String, String>> edges = elements(ExportFormat.GEXF, "edge");

        assertThat(edges)
                .extracting(edge -> edge.get("source") + " " + edge.get("kind") + " " + edge.get("target"))
                .doesNotHaveDuplicates();
        Map<String, Map<String, String>> byId = new HashMap<>();
        edges.forEach(edge -> byId.put(edge.get("id"), edge));
        for (Tie tie : shipped.ties()) {
            Map<String, String> edge = byId.get(tie.id());
            assertThat(edge.get("kind")).startsWith(tie.type().text());
            assertThat(edge.get("start"))
                    .isEqualTo(
                            tie.since() == null ? null : tie.since().firstDay().toString());
            assertThat(edge.get("end"))
                    .isEqualTo(
                            tie.until() == null
                                    ? null
                                    : tie.until().overBy().minusDays(1).toString());
        }
        assertThat(elements(ExportFormat.GEXF, "graph"))
                .containsExactly(Map.of(
                        "defaultedgetype", "directed",
                        "mode", "dynamic",
                        "timeformat", "date",
                        "timerepresentation", "interval"));
    }

    /** The attributes of each element of a name in a file of the shipped data. */
    private static List<Map<String, String>> elements(ExportFormat format, String name) throws IOException {
        Reader text = Shipped.text(new Exports(new InMemory(DatasetReader.read(Shipped.FOLDER))).take(), format);
        List<Map<String, String>> elements = new ArrayList<>();
        try {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(text);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(name)) {
                    Map<String, String> attributes = new HashMap<>();
                    for (int i = 0; i < xml.getAttributeCount(); i++) {
                        attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                    }
                    elements.add(attributes);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return elements;
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void shouldNotTakeABrokenStreamForAWholeFile(ExportFormat format) {
        Export export = new Exports(new InMemory(DatasetReader.read(Shipped.FOLDER))).take();
        OutputStream full = new OutputStream() {
            private int room = 20_000;

            @Override
            public void write(int b) throws IOException {
                if (room-- <= 0) {
                    throw new IOException("no space left");
                }
            }
        };

        assertThatThrownBy(() -> export.writeTo(format.open(full))).hasStackTraceContaining("no space left");
    }

    private void read(ExportFormat format, GraphReader facts) throws IOException {
        Reader text = Shipped.text(new Exports(facts).take(), format);
        graph = new DirectedMultigraph<>(null, DefaultEdge::new, false);
        if (format == ExportFormat.GRAPHML) {
            GraphMLImporter<String, DefaultEdge> importer = new GraphMLImporter<>();
            importer.setVertexFactory(id -> id);
            read(importer, importer, text);
        } else {
            SimpleGEXFImporter<String, DefaultEdge> importer = new SimpleGEXFImporter<>();
            // It knows the schema of GEXF 1.2 alone, in which edges have no kind.
            importer.setSchemaValidation(false);
            importer.setVertexFactory(id -> id);
            read(importer, importer, text);
        }
    }

    private void read(
            BaseEventDrivenImporter<String, DefaultEdge> events,
            GraphImporter<String, DefaultEdge> importer,
            Reader text) {
        Map<DefaultEdge, Map<String, Attribute>> byEdge = new HashMap<>();
        events.addVertexAttributeConsumer((of, value) ->
                nodes.computeIfAbsent(of.getFirst(), none -> new HashMap<>()).put(of.getSecond(), value));
        BiConsumer<DefaultEdge, Map.Entry<String, Attribute>> keep = (edge, entry) ->
                byEdge.computeIfAbsent(edge, none -> new HashMap<>()).put(entry.getKey(), entry.getValue());
        events.addEdgeAttributeConsumer((of, value) -> keep.accept(of.getFirst(), Map.entry(of.getSecond(), value)));
        importer.importGraph(graph, text);
        byEdge.forEach((edge, attributes) -> edges.put(
                "%s %s %s"
                        .formatted(
                                graph.getEdgeSource(edge),
                                attributes.get("kind").getValue(),
                                graph.getEdgeTarget(edge)),
                attributes));
    }

    private static Map<String, String> texts(Map<String, Attribute> attributes) {
        Map<String, String> texts = new HashMap<>();
        attributes.forEach((name, value) -> texts.put(name, value.getValue()));
        return texts;
    }
}
