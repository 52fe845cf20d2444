package org.tieline.exposure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * A made-up telecom world of any size, the same for the same seed: the mix of kinds, tie types, grades, dates and stakes
 * of the shipped data, and a heavy-tailed number of ties (an organization's chance of a tie falls with a power of its
 * rank).
 */
public final class GeneratedFacts {
    /** The day that is asked about. */
    public static final LocalDate AS_OF = LocalDate.of(2018, 12, 8);

    private static final LocalDate BEGIN = LocalDate.of(2005, 1, 1);
    /** How many sources there are. */
    static final int SOURCES = 50_000;

    /**
     * How often what is.
     *
     * @param kinds shares of organizations, in thousandths, in the order vendor, carrier, company, government, association
     * @param types up to which of a thousand a tie is a supply, a stake, a membership, a partnership; above, a shared network
     * @param owners up to which of a hundred an owner is a carrier, a company, a government; above, a vendor
     * @param owned up to which of a hundred what is owned is a carrier, a company; above, a vendor
     */
    private record Mix(int[] kinds, int[] types, int[] owners, int[] owned) {
        /** As in the shipped data. */
        static final Mix SHIPPED = new Mix(
                new int[] {10, 620, 330, 10, 30}, new int[] {440, 775, 865, 945}, new int[] {57, 88, 95}, new int[] {
                    80, 94
                });

        /**
         * As in the registers of the world: nearly all are companies, and nearly all that is on record is who owns
         * them, each from one filing.
         */
        static final Mix REGISTERS = new Mix(
                new int[] {2, 10, 973, 5, 10}, new int[] {80, 960, 980, 990}, new int[] {2, 97, 99}, new int[] {2, 98});
    }

    private final int organizations;
    private final int ties;
    private final boolean lives;
    private final Mix mix;

    /** Organizations of {@code OrganizationKind.values()[k]} are {@code kindStart[k]} up to {@code kindStart[k + 1]}. */
    private final int[] kindStart = new int[OrganizationKind.values().length + 1];

    /** Facts that say nothing of lives. */
    public GeneratedFacts(int organizations, int ties) {
        this(organizations, ties, false);
    }

    /**
     * @param lives whether every tenth organization has a beginning or an end, every third tie was verified and every
     *     twentieth is being taken out; all else is the same
     */
    GeneratedFacts(int organizations, int ties, boolean lives) {
        this(organizations, ties, lives, Mix.SHIPPED);
    }

    /** Such as the registers of the world have, which say nothing of lives. */
    static GeneratedFacts registers(int organizations, int ties) {
        return new GeneratedFacts(organizations, ties, false, Mix.REGISTERS);
    }

    private GeneratedFacts(int organizations, int ties, boolean lives, Mix mix) {
        this.organizations = organizations;
        this.ties = ties;
        this.lives = lives;
        this.mix = mix;
        int share = 0;
        for (int kind = 0; kind < mix.kinds.length; kind++) {
            share += mix.kinds[kind];
            kindStart[kind + 1] = (int) ((long) organizations * share / 1_000);
        }
    }

    /** How many organizations there are. */
    int organizationCount() {
        return organizations;
    }

    /** How many ties there are. */
    int tieCount() {
        return ties;
    }

    /** All organizations. */
    public void organizations(Consumer<Organization> sink) {
        OrganizationKind[] kinds = OrganizationKind.values();
        for (int kind = 0; kind < kinds.length; kind++) {
            for (int i = kindStart[kind]; i < kindStart[kind + 1]; i++) {
                sink.accept(living(
                        new Organization(organization(i), "Organization " + i, kinds[kind], null, List.of()), i));
            }
        }
    }

    /** All sources. */
    public void sources(Consumer<Source> sink) {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < SOURCES; i++) {
            PartialDate published = random.nextInt(5) < 2 ? null : PartialDate.of(day(random));
            sink.accept(new Source("s" + i, "Press", "Report " + i, published, null));
        }
    }

    /** All ties. */
    public void ties(Consumer<Tie> sink) {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ties; i++) {
            Tie tie = tie(random, "t" + i);
            sink.accept(lives ? living(tie, i) : tie);
        }
    }

    /** The vendors that are asked about live for ever. */
    private Organization living(Organization organization, int number) {
        if (!lives || number % 10 > 0 || organization.kind() == OrganizationKind.VENDOR) {
            return organization;
        }
        PartialDate date = PartialDate.of(day(new SplittableRandom(number)));
        return number % 20 == 0 ? organization.living(date, null, null) : organization.living(null, date, null);
    }

    private static Tie living(Tie tie, int number) {
        if (tie.until() != null || number % 3 > 0) {
            return tie;
        }
        LocalDate begun = tie.since() == null
                ? day(new SplittableRandom(number))
                : tie.since().firstDay();
        Tie verified = tie.withVerified(PartialDate.of(begun.plusDays(number % 2_000)));
        return number % 20 == 0 ? verified.withRemoving(PartialDate.of(begun.plusDays(number % 1_000))) : verified;
    }

    /** The id of the vendor with the most ties, and of 50 that have a few. */
    public List<String> vendors() {
        List<String> vendors = new ArrayList<>();
        vendors.add(organization(kindStart[0]));
        int count = kindStart[1] - kindStart[0];
        for (int i = 0; i < 50; i++) {
            vendors.add(organization(kindStart[0] + count / 4 + i * (count / 2) / 50));
        }
        return vendors;
    }

    /** The id of some carrier. */
    String carrier(Random random) {
        return organization(kindStart[1] + random.nextInt(kindStart[2] - kindStart[1]));
    }

    private Tie tie(SplittableRandom random, String id) {
        int dice = random.nextInt(1_000);
        TieType type = dice < mix.types[0]
                ? TieType.SUPPLIES
                : dice < mix.types[1]
                        ? TieType.OWNS
                        : dice < mix.types[2]
                                ? TieType.MEMBER_OF
                                : dice < mix.types[3] ? TieType.PARTNERS_WITH : TieType.SHARES_NETWORK_WITH;
        int from = from(type, random);
        int to = from;
        while (to == from) {
            to = to(type, random);
        }
        PartialDate since = random.nextInt(2) == 0 ? PartialDate.of(day(random)) : null;
        PartialDate until = random.nextInt(10) == 0
                ? PartialDate.of((since == null ? day(random) : since.firstDay()).plusDays(random.nextInt(1, 3_000)))
                : null;
        int grade = random.nextInt(100);
        List<String> sources = new ArrayList<>();
        int most = mix == Mix.REGISTERS && type == TieType.OWNS ? 1 : 2;
        for (int source = random.nextInt(1, most + 1); source > 0; source--) {
            sources.add("s" + random.nextInt(SOURCES));
        }
        return new Tie(
                id,
                organization(from),
                type,
                organization(to),
                since,
                until,
                type == TieType.OWNS && random.nextInt(4) > 0 ? BigDecimal.valueOf(random.nextInt(1, 10_001), 2) : null,
                type == TieType.SUPPLIES ? List.of(Segment.values()[random.nextInt(8)]) : List.of(),
                type == TieType.SUPPLIES ? List.of(Generation.values()[random.nextInt(5)]) : List.of(),
                grade == 0
                        ? Evidence.DENIED
                        : grade < 4 ? Evidence.REPORTED : grade < 35 ? Evidence.ANNOUNCED : Evidence.CONFIRMED,
                sources,
                "Made up.");
    }

    private int from(TieType type, SplittableRandom random) {
        return switch (type) {
            case SUPPLIES -> ranked(0, random);
            case PARTNERS_WITH -> random.nextInt(3) > 0 ? ranked(0, random) : ranked(1, random);
            case SHARES_NETWORK_WITH -> ranked(1, random);
            case MEMBER_OF -> ranked(random.nextInt(8) == 0 ? 2 : 1, random);
            case OWNS -> {
                int dice = random.nextInt(100);
                yield ranked(
                        dice < mix.owners[0] ? 1 : dice < mix.owners[1] ? 2 : dice < mix.owners[2] ? 3 : 0, random);
            }
        };
    }

    private int to(TieType type, SplittableRandom random) {
        return switch (type) {
            case SUPPLIES -> {
                int dice = random.nextInt(1_000);
                yield ranked(dice < 940 ? 1 : dice < 970 ? 2 : dice < 995 ? 4 : 0, random);
            }
            case PARTNERS_WITH, SHARES_NETWORK_WITH -> ranked(1, random);
            case MEMBER_OF -> ranked(4, random);
            case OWNS -> {
                int dice = random.nextInt(100);
                yield ranked(dice < mix.owned[0] ? 1 : dice < mix.owned[1] ? 2 : 0, random);
            }
        };
    }

    /** An organization of a kind; the chance of rank r falls with r to the power of minus two thirds. */
    private int ranked(int kind, SplittableRandom random) {
        double u = random.nextDouble();
        int count = kindStart[kind + 1] - kindStart[kind];
        return kindStart[kind] + (int) (count * u * u * u);
    }

    /** A day from 2005 to 2026. */
    private static LocalDate day(SplittableRandom random) {
        return BEGIN.plusDays(random.nextInt(22 * 365));
    }

    private static String organization(int number) {
        return "o" + number;
    }

    TieGraph graph() {
        TieGraphBuilder builder = TieGraph.builder();
        organizations(builder::add);
        sources(builder::add);
        ties(builder::add);
        return builder.build(duplicate -> {
            throw new IllegalStateException(duplicate);
        });
    }
}
