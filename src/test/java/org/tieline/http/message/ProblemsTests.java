package org.tieline.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tieline.model.DataError;
import org.tieline.model.TielineException;
import org.tieline.question.Json;

class ProblemsTests {
    private static final String PATH = "/v1/exposures";

    @Test
    void shouldAnswerABadQuestionWith400AndItsParameter() {
        ProblemDocument problem =
                Problems.of(new TielineException.BadQuestion("limit", "limit must be 1..1000, was 0"), PATH);

        assertThat(problem.at(PATH))
                .isEqualTo(new ProblemDocument(
                        "/problems/bad-question",
                        "The question cannot be understood",
                        400,
                        "limit must be 1..1000, was 0",
                        PATH,
                        Map.of("parameter", "limit")));
    }

    @Test
    void shouldAnswerAnUnknownIdWith404AndWhatIsNear() {
        ProblemDocument problem =
                Problems.of(new TielineException.NotFound("organization", "huawe", List.of("huawei")), PATH);

        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.type()).isEqualTo("/problems/unknown-id");
        assertThat(problem.detail()).isEqualTo("there is no organization with the id huawe");
        assertThat(problem.members()).isEqualTo(Map.of("nearest", List.of("huawei")));
    }

    @Test
    void shouldAnswerAMissingDatabaseWith503WithoutItsAddress() {
        ProblemDocument problem =
                Problems.of(new TielineException.DatabaseUnavailable("bolt://10.0.0.1:7687 is not there", null), PATH);

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.type()).isEqualTo("/problems/database-unavailable");
        assertThat(problem.detail()).contains("try again").doesNotContain("10.0.0.1");
    }

    @Test
    void shouldAnswerBadDataWith500AndItsErrors() {
        ProblemDocument problem = Problems.of(
                new TielineException.InvalidData(
                        List.of(new DataError("ties.csv", 12, "percent", "140", "must be 0..100"))),
                PATH);

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.type()).isEqualTo("/problems/invalid-data");
        assertThat(problem.members())
                .isEqualTo(Map.of("errors", List.of("ties.csv:12: percent: \"140\": must be 0..100")));
    }

    @Test
    void shouldAnswerBadSettingsWith500WithoutThem() {
        ProblemDocument problem =
                Problems.of(new TielineException.BadSettings(List.of("NEO4J_PASSWORD must not be secret123")), PATH);

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.type()).isEqualTo("/problems/bad-settings");
        assertThat(problem.detail()).doesNotContain("secret123");
    }

    @Test
    void shouldWriteTheMembersBesideTheRest() throws IOException {
        ProblemDocument problem = ProblemDocument.of(ProblemType.UNKNOWN_ID, "detail", Map.of("nearest", List.of("bt")))
                .at(PATH);

        assertThat(new ObjectMapper().readTree(Json.bytes(problem)).toString())
                .isEqualTo(
                        "{\"type\":\"/problems/unknown-id\",\"title\":\"There is nothing with this id\",\"status\":404,"
                                + "\"detail\":\"detail\",\"instance\":\"/v1/exposures\",\"nearest\":[\"bt\"]}");
    }
}
