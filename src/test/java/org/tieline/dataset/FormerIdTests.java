package org.tieline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.model.Organization;

/** Ids that organizations had before. */
class FormerIdTests {
    private static final String HEADER = "id,name,kind,country,aliases,formerIds\n";

    @TempDir
    private Path path;

    @Test
    void shouldKeepThemWithTheOrganization() {
        Organization vendor =
                table("vendor,Vendor,vendor,CN,,old-vendor|older-vendor\n").read().organizations().stream()
                        .filter(each -> each.id().equals("vendor"))
                        .findFirst()
                        .orElseThrow();

        assertThat(vendor.formerIds()).containsExactly("old-vendor", "older-vendor");
    }

    @Test
    void shouldKeepTheDigestOfDataThatHaveNone() {
        String without = Folder.sound(path).read().sha256();

        assertThat(table("vendor,Vendor,vendor,CN,V|Vend,\n").read().sha256())
                .as("an empty column says the same as none")
                .isEqualTo(without);
        assertThat(table("vendor,Vendor,vendor,CN,V|Vend,old\n").read().sha256())
                .isNotEqualTo(without)
                .isNotEqualTo(
                        table("vendor,Vendor,vendor,CN,V|Vend,older\n").read().sha256());
    }

    @Test
    void shouldReportThoseThatDoNotLeadToOneOrganization() {
        assertThat(table("""
                        vendor,Vendor,vendor,CN,,holding|twice
                        dealer,Dealer,vendor,CN,,twice|Old Dealer
                        maker,Maker,vendor,CN,,maker
                        """).errors())
                .containsExactlyInAnyOrder(
                        "organizations.csv:2: formerIds: \"holding\": must be the id of no organization, line 7 has it",
                        "organizations.csv:3: formerIds: \"twice|Old Dealer\": must be lower kebab case like telia-company",
                        "organizations.csv:4: formerIds: \"maker\": must not have the id itself");
        assertThat(table("vendor,Vendor,vendor,CN,,twice\ndealer,Dealer,vendor,CN,,twice\n")
                        .errors())
                .containsExactly("organizations.csv:3: formerIds: \"twice\": must be a former id of one organization, "
                        + "line 2 has it too");
    }

    /** The vendors, and the other organizations of the sound folder. */
    private Folder table(String vendors) {
        String others = """
                carrier,Carrier,carrier,DE,,
                other-carrier,Other Carrier,carrier,DE,,
                holding,Holding,company,DE,,
                state,State,government,DE,,
                alliance,Alliance,association,,,
                """;
        return Folder.sound(path).with(DatasetTable.ORGANIZATIONS, HEADER + vendors + others);
    }
}
