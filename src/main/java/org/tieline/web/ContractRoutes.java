package org.tieline.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.tieline.model.TielineException.NotFound;

/** The contract of the API, and the pages that show it. Everything they need comes from this server. */
final class ContractRoutes {
    /** As registered by RFC 9512. */
    private static final String YAML = "application/yaml";

    private static final String HTML = "text/html;charset=utf-8";
    private static final String SCRIPT = "text/javascript;charset=utf-8";
    private static final String STYLE = "text/css;charset=utf-8";
    private static final String SWAGGER_UI = "org.webjars/swagger-ui";

    /** In seconds: files of the pages change with the program alone. */
    private static final int LIFETIME = 3_600;

    /**
     * Scripts and styles from this server alone, no inline script, no other site around it. Swagger UI has its icons as
     * {@code data:} in its style sheet, and sets styles of single elements.
     */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer");

    private final byte[] contract = own("openapi.yaml");
    private final byte[] page = own("docs/index.html");
    private final Map<String, File> files = files();

    /** A file that a page needs. */
    private record File(String type, byte[] content) {}

    void contract(Context context) {
        Requests.parameters(context).refuseOthers();
        context.contentType(YAML).result(contract);
    }

    void page(Context context) {
        HEADERS.forEach(context::header);
        context.contentType(HTML).result(page);
    }

    void file(Context context) {
        String name = Requests.id(context);
        File file = files.get(name);
        if (file == null) {
            throw new NotFound("file of the pages", name, List.copyOf(files.keySet()));
        }
        HEADERS.forEach(context::header);
        context.header("Cache-Control", "public, max-age=" + LIFETIME);
        context.contentType(file.type()).result(file.content());
    }

    private static Map<String, File> files() {
        return Map.of(
                "docs.js", new File(SCRIPT, own("docs/docs.js")),
                "docs.css", new File(STYLE, own("docs/docs.css")),
                "swagger-ui-bundle.js", new File(SCRIPT, ofSwaggerUi("swagger-ui-bundle.js")),
                "swagger-ui.css", new File(STYLE, ofSwaggerUi("swagger-ui.css")),
                "favicon-32x32.png", new File("image/png", ofSwaggerUi("favicon-32x32.png")));
    }

    private static byte[] own(String name) {
        return read(ContractRoutes.class.getResourceAsStream(name), name);
    }

    /** The version is a part of the path in the jar, which says it itself. */
    private static byte[] ofSwaggerUi(String name) {
        try (InputStream about = resource("META-INF/maven/%s/pom.properties".formatted(SWAGGER_UI))) {
            Properties properties = new Properties();
            properties.load(about);
            String path = "META-INF/resources/webjars/swagger-ui/%s/%s".formatted(properties.get("version"), name);
            return read(resource(path), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String path) {
        InputStream resource = ContractRoutes.class.getClassLoader().getResourceAsStream(path);
        if (resource == null) {
            throw new IllegalStateException("%s is missing: %s is not complete".formatted(path, SWAGGER_UI));
        }
        return resource;
    }

    private static byte[] read(InputStream resource, String name) {
        try (resource) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing: the program is not complete");
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
