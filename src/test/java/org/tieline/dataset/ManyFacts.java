package org.tieline.dataset;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Segment;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** A sound folder of any size, the same for the same size: all tables, with the mix of ties of the shipped data. */
public final class ManyFacts {
    private static final int SOURCES = 20_000;
    private static final LocalDate BEGIN = LocalDate.of(2005, 1, 1);

    /** Of a thousand organizations: vendors, carriers, companies; the last is the one government, those before it associations. */
    private static final int VENDORS = 10;

    private static final int CARRIERS = 620;
    private static final int COMPANIES = 340;

    private final int organizations;
    private final int ties;
    private final int vendors;
    private final int carriers;
    private final int companies;
    private int stakes;

    /** @param organizations at least a hundred */
    public ManyFacts(int organizations, int ties) {
        this.organizations = organizations;
        this.ties = ties;
        this.vendors = Math.max(1, (int) ((long) organizations * VENDORS / 1_000));
        this.carriers = (int) ((long) organizations * CARRIERS / 1_000);
        this.companies = (int) ((long) organizations * COMPANIES / 1_000);
    }

    /** Writes them into a folder, which is made, without a version if it is {@link Dataset#UNVERSIONED}. */
    public void write(Path folder, String version) throws IOException {
        Files.createDirectories(folder);
        PackageHead head = PackageHead.of("many", "Many facts", "Made up.", version, null);
        try (Bundle files = Bundle.folder(folder);
                DatasetWriter writer = new DatasetWriter(files, head)) {
            for (int i = 0; i < organizations; i++) {
                writer.organization(organization(i));
            }
            SplittableRandom random = new SplittableRandom(1);
            stakes = 0;
            for (int i = 0; i < ties; i++) {
                writer.tie(tie(i, random));
            }
            writer.ban(ban());
            for (int i = 0; i < SOURCES; i++) {
                writer.source(source(i));
            }
            writer.membership(new Membership("EU", "DE", LocalDate.of(1958, 1, 1), null, List.of(sourceId(0))));
            for (int i = 0; i < organizations; i += 10) {
                writer.identifier(identifier(i));
            }
            for (int i = vendors; i < vendors + carriers; i += 100) {
                writer.subscribers(new SubscriberCount(
                        id(i), PartialDate.parse("2018"), BigDecimal.valueOf(i % 90 + 1), sources(i)));
            }
            writer.finish();
        }
        if (version.equals(Dataset.UNVERSIONED)) {
            Files.delete(folder.resolve("datapackage.json"));
        }
    }

    private static String id(int number) {
        return "o%08d".formatted(number);
    }

    private static String sourceId(int number) {
        return "s%05d".formatted(number % SOURCES);
    }

    private static List<String> sources(int number) {
        return number % 3 == 0
                ? List.of(sourceId(number), sourceId(number + 7))
                : List.of(sourceId((int) (number * 31L % SOURCES)));
    }

    private Organization organization(int i) {
        OrganizationKind kind = i < vendors
                ? OrganizationKind.VENDOR
                : i < vendors + carriers
                        ? OrganizationKind.CARRIER
                        : i < vendors + carriers + companies
                                ? OrganizationKind.COMPANY
                                : i < organizations - 1 ? OrganizationKind.ASSOCIATION : OrganizationKind.GOVERNMENT;
        String country = kind == OrganizationKind.GOVERNMENT
                ? "DE"
                : List.of("DE", "FI", "US", "JP").get(i % 4);
        return new Organization(
                id(i),
                "Organization " + i,
                kind,
                country,
                i % 5 == 0 ? List.of("Other name " + i, "Alias of " + i) : List.of(),
                i % 50 == 0 ? List.of("former-" + i) : List.of(),
                i % 20 == 0 ? PartialDate.parse("1999") : null,
                null,
                null);
    }

    private static Source source(int i) {
        return new Source(
                sourceId(i),
                "Press",
                "Report number " + i,
                PartialDate.of(LocalDate.of(2024, 1, 1).plusDays(i % 300)),
                "https://press.example/reports/" + i);
    }

    private Ban ban() {
        return new Ban(
                "ban",
                id(organizations - 1),
                "DE",
                List.of(id(0)),
                true,
                List.of(),
                BanNature.ORDER,
                List.of(new Scope("removal")),
                BanStatus.IN_FORCE,
                null,
                PartialDate.parse("2018-08-23"),
                PartialDate.parse("2019"),
                null,
                null,
                List.of(),
                List.of(sourceId(1)),
                null,
                "Made up.");
    }

    private static Identifier identifier(int i) {
        return new Identifier(id(i), IdentifierScheme.WIKIDATA, "Q" + (i + 1), null, null, sources(i));
    }

    private Tie tie(int i, SplittableRandom random) {
        int dice = random.nextInt(1_000);
        TieType type = dice < 440
                ? TieType.SUPPLIES
                : dice < 775
                        ? TieType.OWNS
                        : dice < 865
                                ? TieType.MEMBER_OF
                                : dice < 945 ? TieType.PARTNERS_WITH : TieType.SHARES_NETWORK_WITH;
        int[] ends = ends(type, random);
        PartialDate since = random.nextInt(2) == 0 ? PartialDate.of(BEGIN.plusDays(random.nextInt(5_000))) : null;
        boolean supplies = type == TieType.SUPPLIES;
        Tie tie = new Tie(
                "t%010d".formatted(i),
                id(ends[0]),
                type,
                id(ends[1]),
                since,
                null,
                type == TieType.OWNS && random.nextInt(4) > 0 ? BigDecimal.valueOf(random.nextInt(1, 1_000), 2) : null,
                supplies ? List.of(Segment.values()[random.nextInt(8)]) : List.of(),
                supplies ? List.of(Generation.values()[random.nextInt(5)]) : List.of(),
                random.nextInt(100) < 30 ? Evidence.ANNOUNCED : Evidence.CONFIRMED,
                sources(random.nextInt(SOURCES)),
                "What the source says of these two, in a sentence of our own, made up for tie number " + i + ".");
        return i % 3 == 0 ? tie.withVerified(PartialDate.parse("2023-05")) : tie;
    }

    /** No company has two stakes of one owner, nor more than ten, of at most ten percent each. */
    private int[] ends(TieType type, SplittableRandom random) {
        int owned = vendors + carriers + companies;
        return switch (type) {
            case SUPPLIES -> new int[] {random.nextInt(vendors), vendors + random.nextInt(carriers)};
            case OWNS -> {
                int company = stakes % owned;
                int round = stakes / owned + 1;
                stakes++;
                if (round > 10) {
                    throw new IllegalStateException("there are too many ties for so few organizations");
                }
                yield new int[] {(company + round * 17) % owned, company};
            }
            case MEMBER_OF -> {
                int associations = organizations - 1 - owned;
                yield new int[] {vendors + random.nextInt(carriers), owned + random.nextInt(associations)};
            }
            case PARTNERS_WITH -> new int[] {random.nextInt(vendors), vendors + random.nextInt(carriers + companies)};
            case SHARES_NETWORK_WITH -> {
                int one = random.nextInt(carriers);
                int other = (one + 1 + random.nextInt(carriers - 1)) % carriers;
                yield new int[] {vendors + one, vendors + other};
            }
        };
    }

    /** Copies a table of a folder with its rows the other way round. */
    static void turn(Path folder, String file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(file)));
        List<String> rows = lines.subList(1, lines.size());
        Files.write(
                folder.resolve(file),
                Stream.concat(Stream.of(lines.getFirst()), rows.reversed().stream())
                        .toList());
    }

    /** Writes a folder: its path, how many organizations and how many ties. */
    public static void main(String[] arguments) throws IOException {
        new ManyFacts(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
                .write(Path.of(arguments[0]), arguments.length > 3 ? arguments[3] : Dataset.UNVERSIONED);
    }
}
