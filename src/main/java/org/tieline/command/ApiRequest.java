package org.tieline.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.question.Question;
import org.tieline.question.parameter.Given;

/**
 * What is asked of an API.
 *
 * @param target path and query as a request has them
 * @param body what is posted; null if the question is asked by GET
 * @param type the media type of the body
 */
record ApiRequest(
        String target, byte @Nullable [] body, @Nullable String type) {
    /**
     * A question at its address.
     *
     * @param address may have names of parameters in braces, of which one value each was given
     * @param body JSON; null if the question has none
     */
    static ApiRequest of(String address, Given given, byte @Nullable [] body) {
        return of(address, given, body, body == null ? null : "application/json");
    }

    static ApiRequest of(String address, Given given, byte @Nullable [] body, @Nullable String type) {
        List<String> places = Question.placesOf(address);
        String path = address;
        for (String place : places) {
            path = path.replace("{" + place + "}", encoded(given.text(place)));
        }
        String query = given.texts().entrySet().stream()
                .filter(parameter -> !places.contains(parameter.getKey()))
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return new ApiRequest(query.isEmpty() ? path : path + "?" + query, body, type);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
