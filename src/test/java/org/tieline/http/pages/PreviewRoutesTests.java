package org.tieline.http.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tieline.testing.TestFacts.organization;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.http.Api;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.Given;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.Patience;
import org.tieline.testing.TestFacts;

/** The pictures by which links are previewed: what they tell, and that they can be looked at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewRoutesTests {
    private static final String LONG =
            "Supercalifragilisticexpialidocious".repeat(9).substring(0, 300);

    private final Snapshots snapshots = new Snapshots(new InMemory(facts()));
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Patience.LONGEST).build();
    private Api api;

    private static Dataset facts() {
        Dataset plain = TestFacts.dataset();
        List<Organization> organizations = new ArrayList<>(plain.organizations());
        organizations.add(organization("kddi", "ＫＤＤＩ株式会社", OrganizationKind.CARRIER, "JP", "日本", "KDDI"));
        organizations.add(organization("long", LONG, OrganizationKind.CARRIER, "DE"));
        organizations.add(organization("wordy", "Long and wordy ".repeat(20), OrganizationKind.COMPANY, null));
        return new Dataset(
                plain.version(),
                plain.sha256(),
                organizations,
                plain.ties(),
                plain.bans(),
                plain.sources(),
                plain.memberships());
    }

    @BeforeAll
    void start() {
        snapshots.refresh();
        api = Api.start("127.0.0.1", 0, new Inquiries(snapshots));
    }

    @AfterAll
    void stop() {
        http.close();
        api.close();
        snapshots.close();
    }

    private PreviewAnswers answers(String... given) {
        Map<String, List<String>> texts = new HashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            texts.put(given[i], List.of(given[i + 1]));
        }
        return new PreviewAnswers(snapshots.current(), LocalDate.of(2022, 3, 1), new Given(texts));
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
                .timeout(Patience.LONGEST);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void shouldTellTheConflictsOfACarrierAndHowOldTheirEvidenceIs() {
        PreviewAnswer bt = answers().ofRecord("carriers", "bt");

        assertThat(bt.kind()).isEqualTo("Carrier, United Kingdom");
        assertThat(bt.name()).isEqualTo("BT");
        assertThat(bt.lines()).containsExactly("1 established conflict; last evidence 2020-07-14", "Tied to Huawei");
        assertThat(bt.isFinding()).isTrue();
        assertThat(bt.foot()).isEqualTo("As of 2022-03-01, data 1.0.0 · A tie is not a finding of wrongdoing.");
        PreviewAnswer later = answers("asOf", "2028-06-01").ofRecord("carriers", "bt");
        assertThat(later.lines()).containsExactly("No tie to a restricted vendor was found");
        assertThat(later.isFinding()).isFalse();
        assertThat(answers().ofRecord("carriers", "long").lines())
                .containsExactly("No tie to a restricted vendor was found");
    }

    @Test
    void shouldTellOneAnswerOfEachKindOfRecord() {
        assertThat(answers().ofRecord("organizations", "huawei").lines().getFirst())
                .isEqualTo("1 of 4 carriers on record tied to Huawei, 1 certainly");
        assertThat(answers().ofRecord("organizations", "gov-uk").lines())
                .containsExactly("1 ban on record, 1 in force");
        assertThat(answers().ofRecord("bans", "uk-2020"))
                .satisfies(ban -> assertThat(ban.kind()).isEqualTo("Order, United Kingdom, 2020"))
                .satisfies(ban -> assertThat(ban.name()).isEqualTo("Remove Huawei from 5G radio networks"))
                .satisfies(ban -> assertThat(ban.lines())
                        .containsExactly("In force; deadline 2027; 1 established conflict", "No new equipment."));
        assertThat(answers("asOf", "2019-01-01")
                        .ofRecord("bans", "uk-2020")
                        .lines()
                        .getFirst())
                .isEqualTo("Not there yet; deadline 2027");
        assertThat(answers().ofRecord("ties", "huawei-supplies-bt").name()).isEqualTo("Huawei supplies BT");
        assertThat(answers().ofRecord("ties", "huawei-supplies-bt").lines().getFirst())
                .isEqualTo("From 2005, until 2027-12-31, last evidence 2020-07-14");
        assertThat(answers().ofRecord("sources", "bbc-2020").lines()).containsExactly("2 ties and 1 ban rest on it");
        assertThat(answers().ofRecord("countries", "GB").lines())
                .containsExactly(
                        "1 established conflict",
                        "1 ban in force",
                        "1 of 2 carriers on record tied to restricted vendors, 1 certainly");
        assertThat(answers("carrier", "ee,bt").ofComparison().name()).isEqualTo("BT and EE");
        assertThat(answers("carrier", "ee,bt").ofComparison().lines())
                .containsExactly(
                        "BT: 1 established conflict; last evidence 2020-07-14",
                        "EE: No tie to a restricted vendor was found");
    }

    @Test
    void shouldTellWhatAQuestionFinds() {
        PreviewAnswer question = answers(
                        "vendor", "huawei", "carrierCountry", "GB", "asOf", "2021-01-01", "view", "graph")
                .ofQuestion();

        assertThat(question.name()).isEqualTo("United Kingdom: carriers tied to Huawei");
        assertThat(question.lines().getFirst()).isEqualTo("1 of 2 carriers on record tied to Huawei, 1 certainly");
        assertThatThrownBy(() -> answers("vendor", "nobody").ofQuestion()).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> answers("asOf", "yesterday").ofQuestion()).isInstanceOf(BadQuestion.class);
    }

    @Test
    void shouldCallByALatinNameWhatItCannotWrite() {
        assertThat(answers().ofRecord("carriers", "kddi").name()).isEqualTo("KDDI");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/preview/carriers/bt",
                "/preview/carriers/bt.png?asOf=2021-01-01",
                "/preview/carriers/long.png",
                "/preview/carriers/kddi.png",
                "/preview/organizations/wordy.png",
                "/preview/organizations/gov-uk.png",
                "/preview/bans/uk-2020.png",
                "/preview/countries/EU.png",
                "/preview/ties/bt-owns-ee.png",
                "/preview/sources/bbc-2020.png",
                "/preview/compare?carrier=bt,long",
                "/preview/compare",
                "/preview/exposures?vendor=huawei&view=graph&segment=core",
                "/preview/exposures"
            })
    void shouldDrawAPicture(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/png"));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(630);
        assertThat(ink(picture, 0, 1200, 120, 540)).as("something is written").isGreaterThan(1000);
        assertThat(ink(picture, 0, 80, 0, 630) + ink(picture, 1120, 1200, 0, 630))
                .as("nothing runs into the margins")
                .isZero();
    }

    /** How many points are not of the colour of the corner. */
    private static int ink(BufferedImage picture, int left, int right, int top, int bottom) {
        int count = 0;
        for (int x = left; x < right; x++) {
            for (int y = top; y < bottom; y++) {
                count += picture.getRGB(x, y) == picture.getRGB(0, 0) ? 0 : 1;
            }
        }
        return count;
    }

    @Test
    void shouldDrawEachRecordAndDayOtherwise() throws Exception {
        byte[] bt = get("/preview/carriers/bt.png?asOf=2021-01-01").body();

        assertThat(get("/preview/carriers/bt.png?asOf=2021-01-01").body()).isEqualTo(bt);
        assertThat(get("/preview/carriers/bt.png?asOf=2021-01-02").body()).isNotEqualTo(bt);
        assertThat(get("/preview/carriers/ee.png?asOf=2021-01-01").body()).isNotEqualTo(bt);
    }

    @Test
    void shouldSendNothingToWhoHasThePicture() throws Exception {
        HttpResponse<byte[]> first = get("/preview/carriers/bt.png?asOf=2021-01-01");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(get("/preview/carriers/bt.png?asOf=2021-01-01", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/preview/carriers/bt.png?asOf=2021-01-02", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/preview/carriers/nobody.png, 404",
        "/preview/bans/none.png, 404",
        "/preview/ties/none.png, 404",
        "/preview/sources/none.png, 404",
        "/preview/countries/ZZ.png, 404",
        "/preview/walruses/bt.png, 404",
        "/preview/carriers/bt.png?asOf=yesterday, 400",
        "/preview/exposures?vendor=nobody, 404"
    })
    void shouldSayWhatIsWrongInPlaceOfAPicture(String path, int status) throws Exception {
        HttpResponse<byte[]> answer = get(path, "Accept", "text/html,image/png");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json;charset=utf-8");
    }
}
