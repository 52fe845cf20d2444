package org.tieline;



import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;


/**
 * What is asked of an API.
 *
 * @param path may have {@code {id}} in it
 * @param id what stands for that; null if the path has none
 * @param parameters those of the query, by name
 * @param body what is posted; null if the question is asked by GET
 * @param type the media type of the body; null if there is none
 */
record ApiRequest(String path, String id, Map<String, List<String>> parameters, byte[] body, String type) {
    /** By GET. */
    ApiRequest(String path, String id, Map<String, List<String>> parameters) {
        this(path, id, parameters, null, null);
    }

    /** Path and query as a request has them. */
    String target() {
        String query = parameters.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        String whole = id == null ? path : path.replace("{id}", encoded(id));
        return query.isEmpty() ? whole : whole + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
