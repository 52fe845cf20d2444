package org.tieline.http.reconcile;

import io.javalin.http.Context;
import java.util.Base64;
import java.util.List;
import org.eclipse.jetty.util.StringUtil;
import org.tieline.model.Organization;
import org.tieline.model.Sha256;
import org.tieline.question.Json;
import org.tieline.question.Links;
import org.tieline.question.reconciliation.ReconciliationAnswer;
import org.tieline.question.reconciliation.ReconciliationInquiry.Summary;

/** Small pieces of HTML that other people's pages show: everything in them that is data is escaped, and nothing runs. */
final class ReconcilePage {
    private static final int MOST_ALIASES = 10;

    private static final String STYLE =
            "body{font:14px/1.4 sans-serif;margin:8px}h1{font-size:16px;margin:0}p{margin:6px 0}small{color:#555}";

    /** The page may be framed by anybody, which is what it is for, and may load nothing and send nothing. */
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors *"
                    .formatted(sha256(STYLE));

    private ReconcilePage() {}

    /** A page about one organization. */
    static void preview(Context context, Summary summary) {
        Organization organization = summary.organization();
        page(context, organization.name(), """
                <h1><a href="%s" target="_blank" rel="noopener">%s</a></h1>
                %s
                <p>%s</p>
                <p><a href="%s" target="_blank" rel="noopener">Bans on it</a></p>
                <p><small>%s</small></p>
                """.formatted(
                        escaped(Links.organization(organization.id())),
                        escaped(organization.name()),
                        facts(organization),
                        escaped(summary.finding().text()),
                        escaped(summary.finding().links().bans()),
                        escaped(Json.NOTICE)));
    }

    /** A page that says that nobody has an id: it is shown in a frame, where nobody reads a problem document. */
    static void unknown(Context context, String id, String message) {
        page(context, id, "<h1>%s</h1>\n<p>%s</p>\n".formatted(escaped(id), escaped(message)));
    }

    private static void page(Context context, String title, String body) {
        context.contentType("text/html;charset=utf-8")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .result("""
                        <!DOCTYPE html>
                        <html lang="en"><head><meta charset="utf-8"><title>%s</title><style>%s</style></head><body>
                        %s</body></html>
                        """.formatted(escaped(title), STYLE, body));
    }

    /** What stands beside a suggestion: a heading and a line or two. */
    static String flyout(String name, String text) {
        return "<h1>%s</h1><p>%s</p>".formatted(escaped(name), escaped(text));
    }

    static String flyout(Organization organization) {
        return "<h1>%s</h1>%s".formatted(escaped(organization.name()), facts(organization));
    }

    private static String facts(Organization organization) {
        List<String> aliases =
                organization.aliases().stream().limit(MOST_ALIASES).toList();
        int more = organization.aliases().size() - aliases.size();
        return "<p>%s · %s</p>%s"
                .formatted(
                        escaped(ReconciliationAnswer.kindAndCountry(organization)),
                        escaped(organization.id()),
                        aliases.isEmpty()
                                ? ""
                                : "<p>Also %s%s</p>"
                                        .formatted(
                                                escaped(String.join(", ", aliases)),
                                                more == 0 ? "" : " and %d others".formatted(more)));
    }

    static String escaped(String text) {
        return StringUtil.sanitizeXmlString(text);
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text));
    }
}
