package org.tieline.question.records;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.Country;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.naming.fulltext.SearchHit;
import org.tieline.question.Links;
import org.tieline.question.SelfLink;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.CountryName;
import org.tieline.question.records.FindQuestion.Match;
import org.tieline.question.words.BanName;

/**
 * One look for organizations, countries, bans, ties and sources. Organizations are found as a search finds them. Of the others
 * every word must begin a word of what they are called or say; in scripts that part no words it may stand anywhere.
 */
final class FoundOfAnyKind {
    private static final int MOST_ORGANIZATIONS = 100;
    private static final double EXACT = 4;
    private static final double NAMED = 2.5;
    private static final double SAID = 1.5;
    private static final int FIRST_EAST_ASIAN = 0x2E80;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Snapshot snapshot;
    private final String text;
    private final List<String> words;

    /** Each kind by itself, best first. */
    private final List<List<Match>> kinds;

    /** @throws org.tieline.model.TielineException.BadQuestion if the text is too long or has nothing in it */
    FoundOfAnyKind(Snapshot snapshot, String text) {
        this.snapshot = snapshot;
        this.text = text.strip();
        words = Arrays.stream(folded(text).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        List<Match> organizations = organizations();
        kinds = List.of(organizations, sorted(countries()), sorted(bans()), sorted(ties()), sorted(sources()));
    }

    int total() {
        return kinds.stream().mapToInt(List::size).sum();
    }

    /** @param limit the most of each kind */
    List<Match> best(int limit) {
        return kinds.stream()
                .flatMap(each -> each.stream().limit(limit))
                .sorted(Comparator.comparingDouble(Match::score).reversed())
                .toList();
    }

    private static List<Match> sorted(List<Match> matches) {
        return matches.stream()
                .sorted(Comparator.comparingDouble(Match::score)
                        .reversed()
                        .thenComparing(Match::name)
                        .thenComparing(Match::id))
                .toList();
    }

    private List<Match> organizations() {
        return FoundByName.orIdentifier(snapshot, text, MOST_ORGANIZATIONS).stream()
                .map(this::match)
                .toList();
    }

    private Match match(SearchHit hit) {
        Organization organization = snapshot.organization(hit.id());
        return new Match(
                organization.kind().text(),
                hit.id(),
                hit.name(),
                hit.matched(),
                hit.score(),
                new SelfLink(Links.organization(hit.id())));
    }

    /** Those that an organization or a ban is of. */
    private List<Match> countries() {
        Set<String> codes = new TreeSet<>();
        snapshot.organizations().values().stream()
                .map(Organization::country)
                .filter(code -> code != null)
                .forEach(codes::add);
        snapshot.bans().values().forEach(ban -> codes.add(ban.country()));
        String meant = CountryName.code(text).orElse(null);
        return codes.stream()
                .filter(code -> code.equals(meant) || fits(Country.english(code)))
                .map(code -> new Match(
                        "country",
                        code,
                        Country.english(code),
                        code,
                        code.equals(meant) ? EXACT : NAMED,
                        new SelfLink("/v1/bans?country=" + code)))
                .toList();
    }

    private List<Match> bans() {
        List<Match> found = new ArrayList<>();
        for (Ban ban : snapshot.bans().values()) {
            String name = BanName.of(ban, snapshot).toString();
            String government = snapshot.organization(ban.government()).name();
            String targets = ban.targets().stream().map(this::name).collect(Collectors.joining(" "));
            String calls = String.join(" ", ban.id(), Country.english(ban.country()), government, targets);
            add(found, "ban", ban.id(), name, calls, ban.summary(), Links.ban(ban.id()));
        }
        return found;
    }

    /** The ids of ties are made of the ids of their ends, so that one pass over them is enough. */
    private List<Match> ties() {
        var graph = snapshot.search().graph();
        List<String> ids = graph.tieIdsAround("", graph.tieCount()).stream()
                .filter(this::fits)
                .toList();
        List<Match> found = new ArrayList<>();
        for (Tie packed : graph.ties(ids).values()) {
            TieBetween between = TieBetween.of(packed, snapshot);
            Tie tie = between.tie();
            add(found, "tie", tie.id(), between.sentence(), tie.id(), tie.summary(), Links.tie(tie.id()));
        }
        return found;
    }

    private List<Match> sources() {
        List<Match> found = new ArrayList<>();
        for (Source source : snapshot.sources().values()) {
            String calls = String.join(" ", source.title(), source.publisher(), source.id());
            add(found, "source", source.id(), source.title(), calls, source.publisher(), Links.source(source.id()));
        }
        return found;
    }

    /**
     * Adds something that fits.
     *
     * @param calls what it is called
     * @param says what it says; null for nothing
     */
    private void add(
            List<Match> found, String kind, String id, String name, String calls, @Nullable String says, String link) {
        double score = id.equals(text) ? EXACT : fits(calls) ? NAMED : fits(calls + " " + says) ? SAID : 0;
        if (score > 0) {
            String why = score == EXACT || says == null || says.isEmpty() ? id : says;
            found.add(new Match(kind, id, name, why, score, new SelfLink(link)));
        }
    }

    private String name(String organization) {
        return snapshot.organization(organization).name();
    }

    private boolean fits(String candidate) {
        String folded = " " + folded(candidate);
        return !words.isEmpty()
                && words.stream()
                        .allMatch(word -> folded.contains(word.codePointAt(0) < FIRST_EAST_ASIAN ? " " + word : word));
    }

    /** Words without case and accents, parted by single spaces. */
    private static String folded(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    }
}
