package org.tieline.exchange.release;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Term;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** The figures of a data set, for people: what it holds and how fresh it is, as a page in Markdown. */
final class Datasheet {
    private Datasheet() {}

    /**
     * @param day on which the age of evidence is looked at
     * @param inferred ids of the sources whose date was inferred from the event that they report
     */
    static String of(Dataset dataset, LocalDate day, Set<String> inferred) {
        Figures figures = new Figures(dataset, day);
        return """
                # Figures of the data set %s

                SHA-256 of its content: `%s`. As of %s; made from the tables beside it.

                | table | rows | |
                |---|---|---|
                | `organizations.csv` | %d | %s |
                | `ties.csv` | %d | %s; %s |
                | `bans.csv` | %d | %s |
                | `sources.csv` | %d | |
                | `memberships.csv` | %d | |
                | `identifiers.csv` | %d | |
                | `subscribers.csv` | %d | |

                %s
                %s
                %s
                %s""".formatted(
                        dataset.version(),
                        dataset.sha256(),
                        day,
                        dataset.organizations().size(),
                        parts(dataset.organizations(), Organization::kind, OrganizationKind.values()),
                        dataset.ties().size(),
                        parts(dataset.ties(), Tie::type, TieType.values()),
                        parts(dataset.ties(), Tie::evidence, Evidence.values()),
                        dataset.bans().size(),
                        parts(dataset.bans(), Ban::nature, BanNature.values()),
                        dataset.sources().size(),
                        dataset.memberships().size(),
                        dataset.identifiers().size(),
                        dataset.subscribers().size(),
                        figures.dates(),
                        figures.ages(),
                        figures.carriers(),
                        figures.sources(inferred));
    }

    private static <T, W extends Term> String parts(List<T> rows, Function<T, W> word, W[] words) {
        return Arrays.stream(words)
                .map(each -> "%d `%s`"
                        .formatted(
                                rows.stream()
                                        .filter(row -> word.apply(row) == each)
                                        .count(),
                                each.text()))
                .collect(Collectors.joining(", "));
    }
}
