package org.tieline.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tieline.http.Contract.Operation;

/**
 * A request that is made by chance of what the contract has and of what nobody should send.
 *
 * @param method as it is sent
 * @param target as it is sent
 * @param bytes the whole of it
 * @param whole whether the line of the request and its headers are complete and one
 * @param end whether the client says after the last byte that no more will come
 */
record HostileRequest(String method, String target, byte[] bytes, boolean whole, boolean end) {
    private static final List<Operation> OPERATIONS =
            List.copyOf(Contract.SHIPPED.operations().values());

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "+",
            ",",
            "a,,b",
            "-1",
            "0",
            "1",
            "999",
            "1000",
            "1001",
            "99999999999999999999",
            "1e309",
            "NaN",
            "0x10",
            "12.5",
            "100",
            "100.000000001",
            "-0",
            "null",
            "true",
            "[]",
            "{}",
            "\"",
            "'",
            "\\",
            "..",
            "../../etc/passwd",
            "*",
            "1900-01-01",
            "1899-12-31",
            "2079-06-05",
            "2079-06-06",
            "0000-00-00",
            "9999-12-31",
            "2019-02-29",
            "2020-02-29",
            "2018-12",
            "2018-12-08T00:00:00Z",
            "-2018-12-08",
            "+12018-12-08",
            "huawei",
            "huawe",
            "HUAWEI",
            "sprint",
            "nokia,zte",
            "huawei-marine",
            "gov-australia",
            "EU",
            "UK",
            "Deutschland",
            "XX",
            "yes",
            "no",
            "ofac-50",
            "in-force",
            "ended",
            "denied",
            "5g:core",
            "<script>alert(1)</script>",
            "' OR 1=1 //",
            "MATCH (n) DETACH DELETE n",
            "${jndi:ldap://x}",
            "=cmd|' /C calc'!A0",
            "\u0000",
            "\u0007",
            "\u001b[31m",
            "\r\nX: y",
            "\t",
            "\u00e9",
            "\u202e",
            "\ufeff",
            "\ud83d\ude80",
            "\ud800",
            "\u534e\u4e3a",
            "\ufdfa".repeat(40),
            "a".repeat(301),
            "x".repeat(9_000),
            "%",
            "%00",
            "%41",
            "%u0041");

    /** The one that takes seconds, and is asked less often. */
    private static final String WHOLE_GRAPH = "/v1/export";

    /** As they stand in a path or a query, without anything being encoded any more. */
    private static final List<String> ENCODED = List.of(
            "%",
            "%0",
            "%ZZ",
            "%u0041",
            "%00",
            "%2e%2e",
            "%2F",
            "%5c",
            "%C0%AF",
            "%FF%FE",
            "%ED%A0%80",
            "%0d%0a",
            "%25",
            ";a=b",
            "..",
            ".",
            "//",
            "?",
            "#",
            "|",
            "{}",
            "[",
            "^",
            "`",
            "\u00e9",
            "&&",
            "==");

    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "PROPFIND",
            "BREW",
            "get",
            "G\u00cbT",
            "X".repeat(300),
            "");

    private static final List<String> HEADERS = List.of(
            "Accept: text/html",
            "Accept: */*",
            "Accept: text/csv;q=0.5, application/jsonl",
            "Accept: ;",
            "Accept: a/b;q=",
            "Accept: ,,",
            "Accept: \"",
            "Accept: image/png",
            "Accept: application/json;q=0",
            "Accept-Encoding: gzip",
            "Accept-Encoding: gzip;q=x, ;",
            "Accept-Encoding: identity;q=0, *;q=0",
            "If-None-Match: *",
            "If-None-Match: \"",
            "If-None-Match: W/\"a\", \"b",
            "If-Modified-Since: yesterday",
            "Range: bytes=5-2",
            "Range: bytes=0-99999999999999999999",
            "X-Request-ID: a b",
            "X-Request-ID: " + "i".repeat(200),
            "traceparent: 00-0-0-0",
            "Origin: https://evil.example",
            "Origin: null",
            "Origin: \u00ff",
            "Access-Control-Request-Method: GET",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: gopher",
            "Forwarded: for=\"",
            "X-Forwarded-For: ::",
            "Authorization: Bearer",
            "Authorization: Basic %%%",
            "X-API-Key: ",
            "Cookie: a=\"b;;",
            "Cookie: \u0001",
            "Expect: 100-continue",
            "Expect: nothing",
            "Upgrade: websocket",
            "Upgrade: h2c",
            "Connection: Upgrade",
            "Host: second",
            "Sec-Fetch-Site: cross-site",
            "Referer: ::",
            "Content-Length: 0",
            "Content-Length: -1",
            "Content-Length: x",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: chunked",
            "Content-Encoding: gzip",
            "Date: never",
            "Max-Forwards: -1",
            "No colon",
            "Two Words: x",
            ": nameless",
            "Bad\u0000Name: x",
            "Value: a\u0000b",
            " Folded: x",
            "Long: " + "l".repeat(40_000),
            "User-Agent: \u001b[2J",
            "Accept-Language: " + "de,".repeat(200),
            "TE: trailers",
            "Via: 1.1 \"");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=utf-8",
            "application/json;charset=\"",
            "application/json;charset=",
            "text/csv",
            "application/x-ndjson",
            "application/x-www-form-urlencoded",
            "text/plain",
            "multipart/form-data;boundary=x",
            "multipart/form-data",
            "application/json;charset=utf-16",
            "application/json;charset=nonsense",
            "\"",
            ";",
            "",
            "application/json, text/csv");

    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "[]",
            "null",
            "0",
            "\"\"",
            "{",
            "[[[[",
            "\u0000",
            "{\"entries\":[]}",
            "{\"entries\":[{}]}",
            "{\"entries\":[null]}",
            "{\"entries\":[{\"name\":\"a\",\"country\":\"?\"}]}",
            "{\"changes\":[]}",
            "{\"changes\":[{}]}",
            "{\"changes\":[null]}",
            "{\"changes\":{}}",
            "{\"changes\":[{\"kind\":\"add-tie\"}],\"question\":{}}",
            "[".repeat(3_000),
            "{\"a\":".repeat(1_500),
            "1e999999999",
            "{\"a\":1,\"a\":2}",
            "name\nKDDI\n",
            "name,name\n",
            "name\n\"",
            "queries={}",
            "queries={\"q\":{}}",
            "queries=%",
            "queries={\"q\":{\"query\":1}}",
            "queries={\"q\":null}",
            "extend={}",
            "extend={\"ids\":null}",
            "extend={\"ids\":[\"huawei\"],\"properties\":[{}]}",
            "extend=null",
            "\ud800",
            "\u00ff\u00fe",
            "x".repeat(70_000));

    /** The same for the same number. */
    static HostileRequest of(long number) {
        Random random = new Random(number);
        // The first numbers of neighbouring seeds are alike.
        random.nextInt();
        return new Maker(random).make();
    }

    @Override
    public String toString() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.length() > 1_500 ? text.substring(0, 1_500) + "…" : text;
    }

    /** One request in the making. */
    private static final class Maker {
        private final Random random;

        Maker(Random random) {
            this.random = random;
        }

        private boolean by(int percent) {
            return random.nextInt(100) < percent;
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        HostileRequest make() {
            Operation operation = one(OPERATIONS);
            if (operation.path().equals(WHOLE_GRAPH) && by(90)) {
                operation = one(OPERATIONS);
            }
            String method = by(85) ? operation.method() : one(METHODS);
            String target = target(operation);
            StringBuilder head = new StringBuilder(method + " " + target + version());
            head.append(
                    by(97) ? "Host: localhost\r\n" : one(List.of("", "Host:\r\n", "Host: a b\r\n", "Host: [::\r\n")));
            head.append("Connection: close\r\n");
            for (int i = random.nextInt(4); i > 0; i--) {
                if (by(60)) {
                    head.append(one(HEADERS)).append("\r\n");
                }
            }
            boolean whole = !by(2);
            if (!whole) {
                head.setLength(random.nextInt(head.length()));
                return new HostileRequest(method, target, bytes(head.toString()), false, true);
            }
            if (by(2)) {
                String first = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
                return new HostileRequest(method, target, bytes(first + first + head + "\r\n"), false, true);
            }
            String body = method.equals("POST") || by(3) ? body(operation) : null;
            return new HostileRequest(method, target, bytes(head + sent(body)), true, true);
        }

        private String version() {
            return by(98)
                    ? " HTTP/1.1\r\n"
                    : one(List.of(
                            " HTTP/1.0\r\n", " HTTP/9.9\r\n", " HTTP/2.0\r\n", "\r\n", " http/1.1\r\n", " HTTP/1.1\n"));
        }

        private String target(Operation operation) {
            StringBuilder target = new StringBuilder();
            for (String segment : operation.path().substring(1).split("/")) {
                target.append('/').append(segment.startsWith("{") ? id(operation) : segment);
            }
            if (by(3)) {
                target.insert(random.nextInt(target.length() + 1), one(ENCODED));
            }
            List<String> parameters = new ArrayList<>();
            for (JsonNode parameter : operation.parameters("query")) {
                boolean required = parameter.path("required").booleanValue();
                String name = parameter.get("name").textValue();
                if (required ? by(95) : by(20)) {
                    parameters.add(name + "=" + value(parameter));
                    if (by(4)) {
                        parameters.add(name + "=" + value(parameter));
                    }
                } else if (name.equals("limit")) {
                    parameters.add("limit=2");
                }
            }
            if (by(5)) {
                parameters.add(URLEncoder.encode(one(VALUES), StandardCharsets.UTF_8) + "=" + one(ENCODED));
            }
            if (by(1)) {
                parameters.add("long=" + "q".repeat(40_000));
            }
            return target + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
        }

        private String id(Operation operation) {
            if (by(50)) {
                return ContractQuestion.text(
                        ContractQuestion.example(operation.parameters("path").getFirst()));
            }
            return by(30) ? one(ENCODED) : encoded(one(VALUES));
        }

        private String value(JsonNode parameter) {
            if (by(60)) {
                return encoded(ContractQuestion.text(ContractQuestion.example(parameter)));
            }
            JsonNode schema = Contract.SHIPPED.resolved(parameter.get("schema"));
            JsonNode words = Contract.SHIPPED
                    .resolved(schema.has("items") ? schema.get("items") : schema)
                    .path("enum");
            if (!words.isEmpty() && by(50)) {
                return encoded(words.get(random.nextInt(words.size())).asText());
            }
            return by(10) ? one(ENCODED) : encoded(one(VALUES));
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }

        private String body(Operation operation) {
            String own = ContractQuestion.least(operation).body();
            if (own == null || by(35)) {
                return one(BODIES);
            }
            StringBuilder body = new StringBuilder(own);
            if (by(70)) {
                int at = random.nextInt(body.length());
                switch (random.nextInt(4)) {
                    case 0 -> body.setLength(at);
                    case 1 -> body.deleteCharAt(at);
                    case 2 -> body.insert(at, one(VALUES));
                    default -> body.setCharAt(at, (char) random.nextInt(0x100));
                }
            }
            return body.toString();
        }

        /** The headers of a body, an empty line, and the body. */
        private String sent(String body) {
            if (body == null) {
                return "\r\n";
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            String type = by(5) ? "" : "Content-Type: " + (by(60) ? fitting(body) : one(TYPES)) + "\r\n";
            return type
                    + switch (random.nextInt(12)) {
                        case 0 -> "Transfer-Encoding: chunked\r\n\r\nZZ\r\n" + text + "\r\n0\r\n\r\n";
                        case 1 -> "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s".formatted(bytes.length + 9, text);
                        case 2 ->
                            "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\nBad\u0001: x\r\n\r\n"
                                    .formatted(bytes.length, text);
                        case 3 -> "Content-Length: %d\r\n\r\n%s".formatted(bytes.length + 9, text);
                        case 4 -> "Content-Length: %d\r\n\r\n%s".formatted(bytes.length / 2, text);
                        default ->
                            bytes.length == 0 || by(30)
                                    ? "Content-Length: %d\r\n\r\n%s".formatted(bytes.length, text)
                                    : "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                                            .formatted(bytes.length, text);
                    };
        }

        private static String fitting(String body) {
            return body.startsWith("queries") || body.startsWith("extend")
                    ? "application/x-www-form-urlencoded"
                    : body.startsWith("name") ? "text/csv" : "application/json";
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
