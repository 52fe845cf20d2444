package org.tieline.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.tieline.question.Question;
import org.tieline.question.parameter.Parameter;

/**
 * A question as the index tells of it.
 *
 * @param addresses with {@code POST} before those that are asked by it
 */
record QuestionView(String name, String sentence, List<String> addresses, List<ParameterView> parameters) {
    /**
     * What it may be told.
     *
     * @param type in capitals, as the command line has it
     * @param schema one value as JSON Schema describes it
     * @param words those that may be given; empty if anything else may
     * @param usual the default as it is written; empty if there is none, or another one each day
     */
    record ParameterView(
            String name,
            String sentence,
            String type,
            Map<String, Object> schema,
            List<String> words,
            @JsonProperty("default") List<String> usual,
            boolean several,
            boolean required) {
        static ParameterView of(Parameter<?> parameter) {
            return new ParameterView(
                    parameter.name(),
                    parameter.sentence(),
                    parameter.type().label(),
                    parameter.type().schema(),
                    parameter.type().words(),
                    parameter.writtenDefault(),
                    parameter.type().several(),
                    parameter.isRequired());
        }
    }

    static QuestionView of(Question question) {
        return new QuestionView(
                question.name(),
                question.sentence(),
                question.addresses().stream()
                        .map(address -> question.posted() ? "POST " + address : address)
                        .toList(),
                question.parameters().all().stream()
                        .<ParameterView>map(ParameterView::of)
                        .toList());
    }
}
