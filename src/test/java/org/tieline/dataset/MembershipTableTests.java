package org.tieline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.model.Membership;

class MembershipTableTests {
    private static final String HEADER = "bloc,country,since,until,sources\n";

    @TempDir
    private Path path;

    @Test
    void shouldReadMembershipsInOrder() {
        Folder folder = table("EU,GB,1973-01-01,2020-02-01,paper|wire\nEU,DE,1958-01-01,,paper\n");

        assertThat(folder.read().memberships())
                .containsExactly(
                        new Membership("EU", "DE", LocalDate.of(1958, 1, 1), null, List.of("paper")),
                        new Membership(
                                "EU",
                                "GB",
                                LocalDate.of(1973, 1, 1),
                                LocalDate.of(2020, 2, 1),
                                List.of("paper", "wire")));
    }

    @Test
    void shouldDoWithoutTheTable() {
        String without = Folder.sound(path).read().sha256();

        assertThat(Folder.sound(path).read().memberships()).isEmpty();
        assertThat(table("").read().sha256())
                .as("an empty table says the same as none")
                .isEqualTo(without);
        assertThat(table("EU,DE,1958-01-01,,paper\n").read().sha256()).isNotEqualTo(without);
    }

    @Test
    void shouldReportAllThatIsWrongAtOnce() {
        assertThat(table("""
                        ,DE,1958-01-01,,paper
                        EU,,1958-01-01,,paper
                        EU,UK,1973-01-01,,paper
                        EU,EU,1973-01-01,,paper
                        EU,FR,1958,,paper
                        EU,IT,,,paper
                        EU,BE,1958-01-01,1958-01-01,paper
                        EU,NL,1958-01-01,1957-02-30,papre
                        EU,LU,1958-01-01,,
                        """).errors())
                .containsExactly(
                        "memberships.csv:2: bloc: must be an ISO 3166-1 alpha-2 code in use, EU or XK",
                        "memberships.csv:3: country: must be an ISO 3166-1 alpha-2 code in use, EU or XK",
                        "memberships.csv:4: country: \"UK\": must be an ISO 3166-1 alpha-2 code in use, EU or XK",
                        "memberships.csv:5: country: \"EU\": must be another one than bloc",
                        "memberships.csv:6: since: \"1958\": must be a day like 1973-01-01",
                        "memberships.csv:7: since: must be given",
                        "memberships.csv:8: until: \"1958-01-01\": must be after since (1958-01-01)",
                        "memberships.csv:9: until: \"1957-02-30\": must be a date that exists",
                        "memberships.csv:9: sources: \"papre\": must be the id of a row in sources.csv; did you mean paper?",
                        "memberships.csv:10: sources: must name at least one source");
    }

    @Test
    void shouldReportDuplicatesAndOverlaps() {
        assertThat(table("""
                        EU,GB,1973-01-01,2020-02-01,paper
                        EU,GB,1973-01-01,2020-02-01,wire
                        EU,GB,2020-01-31,,paper
                        EU,IE,1973-01-01,,paper
                        EU,IE,1980-01-01,1981-01-01,paper
                        EU,FR,1958-01-01,1960-01-01,paper
                        EU,FR,1960-01-01,,paper
                        """).errors())
                .containsExactly(
                        "memberships.csv:3: since: \"1973-01-01\": must be unique together with bloc and country, line 2 has it too",
                        "memberships.csv:4: since: \"2020-01-31\": must not share a day with the membership on line 2, which holds from 1973-01-01 until 2020-02-01",
                        "memberships.csv:6: since: \"1980-01-01\": must not share a day with the membership on line 5, which holds from 1973-01-01 on");
    }

    private Folder table(String rows) {
        return Folder.sound(path).with("memberships.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }
}
