package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tieline.contract.ContractFile;
import org.tieline.handbook.KindQuestion;
import org.tieline.question.registry.Questions;
import org.tieline.testing.HeldFile;

/** Holds the contract that is committed to the one that is made of what the program declares, and writes it anew. */
class ContractFileTests extends ShippedApiTest {
    @Test
    void shouldBeWhatItIsMadeOf() {
        ObjectNode made = ContractFile.of(Questions.DECLARED);
        new TrueExamples(shipped).show(made, new Contract(PageExamples.text(ContractFile.FILE)));

        HeldFile.holds(ContractFile.FILE, ContractFile.text(made));
    }

    /** A question that only tests declare, and of which the frame knows nothing. */
    @Test
    void shouldDescribeAnyQuestion() {
        Contract made = new Contract(ContractFile.of(new Questions(List.of(KindQuestion.DECLARED))));

        Contract.Operation kinds = made.operations().get("GET /v1/kinds");
        JsonNode schemas = made.root().at("/components/schemas");
        assertThat(kinds.node().get("summary").textValue()).isEqualTo("How many organizations there are of a kind");
        assertThat(kinds.parameters("query")).hasSize(2).first().isEqualTo(ContractAnswers.json("""
                {"name": "kind", "in": "query", "description": "The kinds that are counted.", "style": "form", "explode": false,
                 "schema":
                   {"type": "array", "items": {"$ref": "#/components/schemas/OrganizationKind"},
                    "default": ["vendor", "carrier", "company", "government", "association"],
                    "examples": [["association"]]}}
                """));
        assertThat(schemas.get("KindQuestionCounts")).isEqualTo(ContractAnswers.json("""
                {"type": "object", "additionalProperties": false, "required": ["searched", "results"],
                 "properties":
                   {"searched": {"$ref": "#/components/schemas/KindQuestionCountsSearched"},
                    "results": {"type": "array", "items": {"$ref": "#/components/schemas/KindQuestionCount"}}}}
                """));
        assertThat(ApiClient.texts(kinds.content(200, "text/csv").get("x-columns")))
                .containsExactly("kind", "organizations");
        assertThat(ContractQuestion.of(made, kinds))
                .extracting(ContractQuestion::target)
                .contains("/v1/kinds", "/v1/kinds?no-such-parameter=1");
        assertThat(violations(made, kinds, "application/json", """
                        {"searched": {"kind": ["vendor"]}, "results": [{"kind": "vendor", "organizations": 1}]}
                        """)).isEmpty();
        assertThat(violations(made, kinds, "application/json", """
                        {"searched": {"kind": ["planet"]}, "results": [{"kind": "vendor", "organizations": "1"}]}
                        """)).hasSize(2);
    }

    /** What of an answer does not fit. */
    private static List<String> violations(Contract contract, Contract.Operation operation, String type, String body) {
        return new ContractAnswers(contract).body(operation.content(200, type), type, body);
    }
}
