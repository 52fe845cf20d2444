package org.tieline.http;

import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tieline.http.pages.ContractRoutes;
import org.tieline.http.pages.GuideRoutes;
import org.tieline.http.reconcile.ReconcileRoutes;
import org.tieline.question.registry.Inquiries;

/** All addresses of the API; the explorer has its own. */
final class Routes {
    private Routes() {}

    /** Questions that are asked by GET, by path, in the order in which the index lists them. */
    static Map<String, Handler> read(Inquiries inquiries) {
        Map<String, Handler> routes = new LinkedHashMap<>();
        addQuestions(inquiries, false, routes);
        routes.putAll(new ReconcileRoutes(inquiries.snapshots()).read());
        ExportRoutes exports = new ExportRoutes(inquiries.snapshots(), inquiries.exports());
        routes.put("/v1/export", exports::export);
        routes.putAll(GuideRoutes.read());
        CatalogRoutes catalog = new CatalogRoutes(inquiries.snapshots());
        routes.put("/v1/catalog", catalog::catalog);
        routes.put("/health/live", catalog::live);
        routes.put("/health/ready", catalog::ready);
        routes.put("/problems/{id}", CatalogRoutes::problem);
        ContractRoutes contract = new ContractRoutes();
        routes.put("/openapi.yaml", contract::contract);
        routes.put("/docs", contract::page);
        routes.put("/docs/{id}", contract::file);

        List<String> index = Stream.concat(
                        routes.keySet().stream(),
                        Stream.concat(posted(inquiries).keySet().stream(), Stream.of(SubscriptionRoutes.PATH))
                                .map(path -> "POST " + path))
                .toList();
        List<QuestionView> questions =
                inquiries.questions().all().stream().map(QuestionView::of).toList();
        routes.put("/v1", context -> CatalogRoutes.index(context, index, questions));
        return routes;
    }

    /** Questions that need a body and are asked by POST, by path. They write nothing either. */
    static Map<String, Handler> posted(Inquiries inquiries) {
        Map<String, Handler> routes = new LinkedHashMap<>();
        routes.put("/v1/screenings", new ScreeningRoutes(inquiries.snapshots())::screen);
        addQuestions(inquiries, true, routes);
        routes.put(ReconcileRoutes.PATH, new ReconcileRoutes(inquiries.snapshots())::posted);
        return routes;
    }

    private static void addQuestions(Inquiries inquiries, boolean posted, Map<String, Handler> routes) {
        inquiries.questions().byAddress().forEach((address, questions) -> {
            if (questions.all().getFirst().posted() == posted) {
                routes.put(address, new QuestionRoute(questions, inquiries.snapshots()));
            }
        });
    }
}
