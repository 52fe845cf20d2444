package org.tieline.http.pages;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.tieline.http.message.Requests;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Reading;

/** The contract of the API, and the pages that show it. Everything they need comes from this server. */
public final class ContractRoutes {
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

    private final PageFile contract = PageFile.own("openapi.yaml");
    private final PageFile page = PageFile.own("docs/index.html");
    private final Map<String, PageFile> files = files();

    public void contract(Context context) {
        Requests.query(context).read(Parameters.of(), Reading.on(Requests.today()));
        contract.answer(context);
    }

    public void page(Context context) {
        HEADERS.forEach(context::header);
        page.answer(context);
    }

    public void file(Context context) {
        String name = Requests.id(context);
        PageFile file = files.get(name);
        if (file == null) {
            throw new NotFound("file of the pages", name, List.copyOf(files.keySet()));
        }
        HEADERS.forEach(context::header);
        file.answer(context);
    }

    private static Map<String, PageFile> files() {
        return Map.of(
                "docs.js", PageFile.own("docs/docs.js"),
                "docs.css", PageFile.own("docs/docs.css"),
                "swagger-ui-bundle.js", ofSwaggerUi("swagger-ui-bundle.js"),
                "swagger-ui.css", ofSwaggerUi("swagger-ui.css"),
                "favicon-32x32.png", ofSwaggerUi("favicon-32x32.png"));
    }

    private static PageFile ofSwaggerUi(String name) {
        return PageFile.ofWebjar("org.webjars", "swagger-ui", name, name);
    }
}
