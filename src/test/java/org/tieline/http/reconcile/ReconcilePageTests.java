package org.tieline.http.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tieline.http.ApiClient;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.testing.TestFacts;

/** The pieces of HTML that clients of reconciliation show. */
class ReconcilePageTests {
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>");

    @Test
    void shouldSumUpAnOrganization() throws NoSuchAlgorithmException {
        try (ReconcileClient service = new ReconcileClient(TestFacts.dataset())) {
            HttpResponse<String> page = service.api().text("/reconcile/preview/bt?asOf=2021-01-01", "text/html,*/*");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.body())
                    .contains("<a href=\"/v1/organizations/bt\"", "carrier, GB", "British Telecommunications")
                    .contains("On 2021-01-01 ties lead to it from huawei (direct, 1 tie, announced)")
                    .contains("A tie is not a finding of wrongdoing.")
                    .contains("/v1/bans?target=bt&amp;asOf=2021-01-01")
                    .doesNotContain("<script", " style=", "onload", "onclick");
            Matcher style = STYLE.matcher(page.body());
            assertThat(style.find()).isTrue();
            String hash = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .contains(
                            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors *"
                                    .formatted(hash));
        }
    }

    @Test
    void shouldShowNamesAsTextWhateverTheyAre() {
        String name = "<script>alert(\"x\")</script> & 'Co'";
        Dataset facts = TestFacts.dataset();
        List<Organization> organizations = new ArrayList<>(facts.organizations());
        organizations.add(TestFacts.organization("odd", name, OrganizationKind.CARRIER, "GB", "<img src=x onerror=y>"));
        Dataset odd = new Dataset(
                facts.version(),
                facts.sha256(),
                organizations,
                facts.ties(),
                facts.bans(),
                facts.sources(),
                facts.memberships());
        try (ReconcileClient service = new ReconcileClient(odd)) {
            String page = service.api().text("/reconcile/preview/odd", "*/*").body();
            String flyout = service.read(ReconcileRules.FLYOUT, "/reconcile/flyout/entity/odd")
                    .get("html")
                    .textValue();

            assertThat(page).contains("<title>&lt;script&gt;").doesNotContain("<script", "<img");
            assertThat(flyout).startsWith("<h1>&lt;script&gt;").doesNotContain("<script", "<img");
            assertThat(service.query("\"query\":\"odd\"").at("/result/0/name").textValue())
                    .isEqualTo(name);
        }
    }

    @Test
    void shouldSayThatNobodyHasAnId() {
        try (ReconcileClient service = new ReconcileClient(TestFacts.dataset())) {
            HttpResponse<String> page = service.api().text("/reconcile/preview/hauwei", "*/*");
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("<h1>hauwei</h1>", "</html>");
            for (String path : List.of(
                    "/reconcile/flyout/entity/hauwei",
                    "/reconcile/flyout/type/band",
                    "/reconcile/flyout/property/revenue",
                    "/reconcile/features/script-klingon",
                    "/reconcile/features/basis-luck")) {
                ApiClient.Reply reply = service.api().get(path);
                assertThat(reply.status()).as(path).isEqualTo(404);
                assertThat(reply.at("/type").textValue()).isEqualTo("/problems/unknown-id");
            }
            assertThat(service.api()
                            .get("/reconcile/preview/huawei?asOf=2018")
                            .at("/detail")
                            .textValue())
                    .contains("asOf must be a day like 2018-12-08");
            assertThat(service.api()
                            .text("/reconcile/preview/huawei%2F..%2F", "*/*")
                            .statusCode())
                    .isIn(400, 404);
        }
    }
}
