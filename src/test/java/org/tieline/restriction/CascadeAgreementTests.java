package org.tieline.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tieline.model.OwnershipRule;

/** The cascade against a naive reading of the rules, and against truths in which nothing is unknown. */
class CascadeAgreementTests {
    private static final int WHOLE = 10_000;

    /** A stake; {@code percent} below zero for an unknown one. */
    private record Stake(int owner, int owned, int percent, boolean certain) {}

    private record Case(int organizations, List<Stake> stakes, Set<Integer> listed, RuleProfile.Version version) {
        static Case of(Random random) {
            int organizations = 3 + random.nextInt(7);
            List<Stake> stakes = new ArrayList<>();
            int count = random.nextInt(4 * organizations);
            for (int i = 0; i < count; i++) {
                int owner = random.nextInt(organizations);
                int owned = (owner + 1 + random.nextInt(organizations - 1)) % organizations;
                int percent = random.nextInt(4) == 0 ? -1 : 500 * random.nextInt(random.nextBoolean() ? 21 : 11);
                stakes.add(new Stake(owner, owned, percent, random.nextInt(3) > 0));
            }
            Set<Integer> listed = IntStream.range(0, random.nextInt(3))
                    .mapToObj(i -> random.nextInt(organizations))
                    .collect(Collectors.toSet());
            RuleProfile profile =
                    RuleProfiles.of(OwnershipRule.values()[random.nextInt(OwnershipRule.values().length)]);
            return new Case(
                    organizations,
                    stakes,
                    listed,
                    profile.versions().get(random.nextInt(profile.versions().size())));
        }

        Cascade cascade(Random random) {
            List<Stake> shuffled = new ArrayList<>(stakes);
            Collections.shuffle(shuffled, random);
            Holdings.Builder holdings = Holdings.builder();
            shuffled.forEach(stake -> holdings.add(
                    stake.owner, stake.owned, stake.percent < 0 ? Holdings.UNKNOWN : stake.percent, stake.certain));
            Cascade cascade = new Cascade(holdings.build(), version);
            List<Integer> order = new ArrayList<>(listed);
            Collections.shuffle(order, random);
            cascade.run(order.stream().mapToInt(i -> i).toArray());
            return cascade;
        }

        /** The least or the most that an owner may hold, for itself. */
        int share(int owner, int owned, boolean least) {
            List<Stake> held = stakes.stream()
                    .filter(stake -> stake.owner == owner && stake.owned == owned)
                    .toList();
            if (held.isEmpty() || least && held.size() == 1 && !held.getFirst().certain) {
                return 0;
            }
            var values = held.stream().mapToInt(stake -> stake.percent < 0 ? least ? 0 : WHOLE : stake.percent);
            return least ? values.min().orElseThrow() : values.max().orElseThrow();
        }

        /** What is left of an organization when every owner has its least. */
        int left(int owned) {
            return WHOLE
                    - IntStream.range(0, organizations)
                            .map(owner -> share(owner, owned, true))
                            .sum();
        }

        /** The shares in an organization that give most to some owners, at the cost of what is left alone. */
        int[] best(int owned, Set<Integer> owners) {
            int[] shares = new int[organizations];
            int left = Math.max(0, left(owned));
            for (int owner = 0; owner < organizations; owner++) {
                int least = share(owner, owned, true);
                int more = owners.contains(owner) ? Math.min(left, share(owner, owned, false) - least) : 0;
                shares[owner] = least + more;
                left -= version.aggregates() ? more : 0;
            }
            return shares;
        }

        boolean catches(int[] shares, Set<Integer> owners) {
            var counted = owners.stream().mapToInt(owner -> shares[owner]);
            return version.isReachedBy(
                    version.aggregates() ? counted.sum() : counted.max().orElse(0));
        }

        /** The least fixed point where an organization is caught as soon as its shares, chosen so, suffice. */
        Set<Integer> fixedPoint(boolean least) {
            Set<Integer> caught = new TreeSet<>(listed);
            boolean grew = true;
            while (grew) {
                grew = false;
                for (int organization = 0; organization < organizations; organization++) {
                    int[] shares = best(organization, least ? Set.of() : caught);
                    if (!caught.contains(organization) && catches(shares, caught)) {
                        caught.add(organization);
                        grew = true;
                    }
                }
            }
            return caught;
        }

        /** The least fixed point of one truth: {@code truth[owned][owner]}. */
        Set<Integer> fixedPoint(int[][] truth) {
            Set<Integer> caught = new TreeSet<>(listed);
            while (true) {
                Set<Integer> more = IntStream.range(0, organizations)
                        .filter(organization -> catches(truth[organization], caught))
                        .boxed()
                        .collect(Collectors.toSet());
                if (!caught.addAll(more)) {
                    return caught;
                }
            }
        }

        boolean isConsistent() {
            return IntStream.range(0, organizations).allMatch(organization -> left(organization) >= 0);
        }
    }

    @Property
    void shouldAgreeWithTheNaiveReading(@ForAll long seed) {
        Random random = new Random(seed);
        Case holdings = Case.of(random);
        Cascade cascade = holdings.cascade(random);
        Set<Integer> certain = holdings.fixedPoint(true);
        Set<Integer> possible = holdings.fixedPoint(false);

        for (int organization = 0; organization < holdings.organizations; organization++) {
            int asked = organization;
            OwnershipVerdict expected = OwnershipVerdict.NO;
            if (certain.contains(asked)) {
                expected = OwnershipVerdict.YES;
            } else if (possible.contains(asked)) {
                expected = OwnershipVerdict.UNKNOWN;
            } else if (holdings.version.flagsMinority()
                    && possible.stream().anyMatch(owner -> holdings.share(owner, asked, false) > 0)) {
                expected = OwnershipVerdict.RED_FLAG;
            }
            assertThat(cascade.verdict(asked)).as("%d of %s", asked, holdings).isEqualTo(expected);
        }
    }

    /** Who is caught in any truth is caught possibly, who is caught for certain is caught in all. */
    @Property
    void shouldHoldForEveryTruth(@ForAll long seed) {
        Random random = new Random(seed);
        Case holdings = Case.of(random);
        if (!holdings.isConsistent()) {
            return;
        }
        Cascade cascade = holdings.cascade(random);
        for (int truths = 0; truths < 10; truths++) {
            int[][] truth = new int[holdings.organizations][];
            for (int organization = 0; organization < holdings.organizations; organization++) {
                truth[organization] = someShares(random, holdings, organization);
            }
            Set<Integer> caught = holdings.fixedPoint(truth);
            for (int organization = 0; organization < holdings.organizations; organization++) {
                if (cascade.isCertain(organization)) {
                    assertThat(caught).as("%s", holdings).contains(organization);
                }
                if (!cascade.counts(organization)) {
                    assertThat(caught).as("%s", holdings).doesNotContain(organization);
                }
            }
        }
    }

    /** There is one truth in which all who are caught possibly are caught, so none of them is called unknown for nothing. */
    @Property
    void shouldHaveATruthForAllThatIsPossible(@ForAll long seed) {
        Random random = new Random(seed);
        Case holdings = Case.of(random);
        if (!holdings.isConsistent() || holdings.version.threshold() == null) {
            return;
        }
        Cascade cascade = holdings.cascade(random);
        int[][] truth = new int[holdings.organizations][];
        for (int organization = 0; organization < holdings.organizations; organization++) {
            int step = cascade.step(organization);
            Set<Integer> before = IntStream.range(0, holdings.organizations)
                    .filter(owner -> cascade.counts(owner) && cascade.step(owner) < step)
                    .boxed()
                    .collect(Collectors.toSet());
            truth[organization] = holdings.best(organization, bearing(holdings, organization, before));
            assertThat(Arrays.stream(truth[organization]).sum()).isLessThanOrEqualTo(WHOLE);
        }
        Set<Integer> possible = IntStream.range(0, holdings.organizations)
                .filter(cascade::counts)
                .boxed()
                .collect(Collectors.toSet());

        assertThat(holdings.fixedPoint(truth)).as("%s", holdings).isEqualTo(possible);
    }

    /** Where shares do not add up, the one owner that may hold most; where they do, all. */
    private static Set<Integer> bearing(Case holdings, int organization, Set<Integer> owners) {
        if (holdings.version.aggregates()) {
            return owners;
        }
        int[] alone = holdings.best(organization, owners);
        return owners.stream()
                .max((a, b) -> Integer.compare(alone[a], alone[b]))
                .map(Set::of)
                .orElse(Set.of());
    }

    private static int[] someShares(Random random, Case holdings, int organization) {
        int[] shares = new int[holdings.organizations];
        int left = holdings.left(organization);
        List<Integer> owners = new ArrayList<>(
                IntStream.range(0, holdings.organizations).boxed().toList());
        Collections.shuffle(owners, random);
        for (int owner : owners) {
            int least = holdings.share(owner, organization, true);
            int room = Math.min(left, holdings.share(owner, organization, false) - least);
            int more = random.nextBoolean() ? room : random.nextInt(room + 1);
            shares[owner] = least + more;
            left -= more;
        }
        return shares;
    }
}
