package org.tieline.naming;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tieline.naming.NameCandidate.CountryCheck;
import org.tieline.naming.NameCandidate.What;

/** The candidates of one look-up, of each organization the best, with the country of the entry taken into account. */
final class BestCandidates {
    private static final int MOST_OF_BRAND = 80;
    private static final int MOST_OF_BRAND_ELSEWHERE = 70;
    private static final String A_BRAND = ", a brand that others have too";

    private final NameTable table;
    private final @Nullable String country;
    private final Map<Integer, Hit> best = new HashMap<>();

    /** By organization the score that the entry would have as its brand if others had not that brand too. */
    private final Map<Integer, Integer> brands = new HashMap<>();

    /** @param explanation in words; a look-up drops many hits whose words nobody reads */
    private record Hit(
            int score, MatchBasis basis, String matched, What what, int slips, Supplier<String> explanation) {}

    BestCandidates(NameTable table, @Nullable String country) {
        this.table = table;
        this.country = country;
    }

    /**
     * Takes up a hit; of two that are equally good the first stays.
     *
     * @param least what another country leaves of the score
     */
    void keep(
            int organization,
            int score,
            int least,
            MatchBasis basis,
            String matched,
            What what,
            int slips,
            Supplier<String> explanation) {
        int lowered = check(organization) == CountryCheck.DIFFERENT
                ? Math.max(Math.min(score, least), score - NameIndex.OTHER_COUNTRY)
                : score;
        Hit before = best.get(organization);
        if (before == null || before.score < lowered) {
            best.put(organization, new Hit(Math.max(1, lowered), basis, matched, what, slips, explanation));
        }
    }

    /**
     * Takes up a hit of a name. An alias has one less than a name would, and two less letter by letter, where nothing else
     * tells them apart.
     */
    void add(int name, int score, MatchBasis basis, int slips, UnaryOperator<String> explanation) {
        add(name, score, 1, basis, slips, explanation);
    }

    /** @param least what another country leaves of the score */
    void add(int name, int score, int least, MatchBasis basis, int slips, UnaryOperator<String> explanation) {
        if (table.nameWords.isBrand(name) && check(table.organization(name)) != CountryCheck.SAME) {
            addBrand(name, score, basis, slips, explanation);
        } else {
            addNamed(name, score, least, basis, slips, explanation);
        }
    }

    private void addBrand(int name, int score, MatchBasis basis, int slips, UnaryOperator<String> explanation) {
        int organization = table.organization(name);
        boolean elsewhere = check(organization) == CountryCheck.DIFFERENT;
        if (!elsewhere) {
            brands.merge(organization, score - offForAlias(basis), Math::max);
        }
        keep(
                organization,
                Math.min(score, elsewhere ? MOST_OF_BRAND_ELSEWHERE : MOST_OF_BRAND),
                1,
                basis,
                table.text(name),
                What.ALIAS,
                slips,
                () -> explanation.apply("alias " + table.text(name)) + A_BRAND);
    }

    /**
     * Takes up a hit of a name that means its holder whoever else has the brand, as one does that is written with its legal
     * form.
     *
     * @param least what another country leaves of the score
     */
    void addNamed(int name, int score, int least, MatchBasis basis, int slips, UnaryOperator<String> explanation) {
        boolean alias = table.isAlias(name);
        boolean placed = country != null && table.nameWords.names(name, country);
        int less = offForAlias(basis);
        keep(
                table.organization(name),
                alias ? Math.max(least, score - less) : score,
                placed ? score - less : least,
                basis,
                table.text(name),
                alias ? What.ALIAS : What.NAME,
                slips,
                () -> explanation.apply((alias ? "alias " : "name ") + table.text(name)));
    }

    private static int offForAlias(MatchBasis basis) {
        return basis == MatchBasis.EXACT ? 2 : 1;
    }

    /**
     * Lets a brand decide for nobody: who fits the entry no better than another organization that has it as its brand gets no
     * more than that one does.
     */
    void settleBrands() {
        best.replaceAll((organization, hit) -> hit.score > MOST_OF_BRAND
                        && check(organization) != CountryCheck.SAME
                        && isBrandOfAnother(organization, hit.score)
                ? new Hit(
                        MOST_OF_BRAND,
                        hit.basis,
                        hit.matched,
                        hit.what,
                        hit.slips,
                        () -> hit.explanation.get() + A_BRAND)
                : hit);
    }

    private boolean isBrandOfAnother(int organization, int score) {
        return brands.entrySet().stream().anyMatch(each -> each.getKey() != organization && each.getValue() >= score);
    }

    /** Makes some candidates where there are none. */
    void raise(Set<Integer> organizations) {
        if (best.values().stream().noneMatch(hit -> hit.score >= NameIndex.CANDIDATE)) {
            organizations.forEach(each -> best.computeIfPresent(
                    each,
                    (none, hit) -> new Hit(
                            NameIndex.CANDIDATE, hit.basis, hit.matched, hit.what, hit.slips, hit.explanation)));
        }
    }

    /** The best of them, best first, those of equal score with the same country first, then by id. */
    NameCandidates inOrder(int most) {
        List<NameCandidate> first = best.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Integer, Hit> found) -> -found.getValue().score)
                        .thenComparing(found -> check(found.getKey()) != CountryCheck.SAME)
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(found -> candidate(found.getKey(), found.getValue()))
                .toList();
        long candidates = best.values().stream()
                .filter(hit -> hit.score >= NameIndex.CANDIDATE)
                .count();
        return new NameCandidates(first, (int) candidates, best.size());
    }

    private NameCandidate candidate(int organization, Hit hit) {
        CountryCheck check = check(organization);
        List<String> scripts = Scripts.of(hit.matched);
        String written = scripts.isEmpty() ? "" : " (%s)".formatted(String.join(" and ", scripts));
        String differing = check == CountryCheck.DIFFERENT
                ? "; the entry says %s, on record is %s".formatted(country, table.country(organization))
                : "";
        return new NameCandidate(
                table.ids.get(organization),
                hit.score,
                hit.basis,
                hit.matched,
                hit.what,
                scripts,
                hit.slips,
                check,
                hit.explanation.get() + written + differing);
    }

    private CountryCheck check(int organization) {
        return CountryCheck.of(country, table.country(organization));
    }
}
