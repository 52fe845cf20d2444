package org.tieline.naming;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tieline.dataset.DatasetReader;
import org.tieline.question.records.NamingCase;

/** The organizations of a measurement, and the names that are asked for: those of the cases of the tests, and others as often. */
@State(Scope.Benchmark)
public class AskedNames {
    static final int TEN = 10;

    /** Of fewer than are shipped there are those that are shipped. */
    @Param({"700", "200000", "3000000"})
    private int organizations;

    private List<NamedOrganization> shipped;
    private List<NamedOrganization> all;
    private List<Asked> cases;
    private List<Asked> asked;
    private int next;

    /**
     * A name that is asked for.
     *
     * @param country null if it is not known
     * @param right the one right answer; null if there is none, or several, or nobody knows
     */
    record Asked(String name, String country, String right) {}

    /** Makes the organizations and the names. */
    @Setup
    public void make() throws IOException {
        shipped = DatasetReader.read(Path.of("seed-data")).organizations().stream()
                .map(NamedOrganization::of)
                .toList();
        GeneratedNames generated = new GeneratedNames(shipped);
        all = generated.organizations(organizations);
        cases = cases(shipped.stream().map(NamedOrganization::id).collect(Collectors.toSet()));
        List<String> others = generated.otherwise(all, cases.size());
        asked = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            asked.add(cases.get(i));
            asked.add(new Asked(others.get(i), null, null));
        }
    }

    private static List<Asked> cases(Set<String> known) throws IOException {
        return NamingCase.shipped(known).stream()
                .map(each -> new Asked(
                        each.query(),
                        each.country(),
                        each.isClear() && each.right().size() == 1
                                ? each.right().getFirst()
                                : null))
                .toList();
    }

    List<NamedOrganization> shipped() {
        return shipped;
    }

    List<NamedOrganization> organizations() {
        return all;
    }

    Asked next() {
        next = (next + 1) % asked.size();
        return asked.get(next);
    }

    /** Names, again from the first when all were asked. */
    List<Asked> next(int size) {
        return Stream.generate(this::next).limit(size).toList();
    }

    /**
     * Prints what an index takes and how many cases with one right answer it finds.
     *
     * @param before the bytes that were used before it was built
     * @param step 1 for all cases, 2 for every other
     */
    void report(String what, long before, int step, Function<Asked, List<String>> index) {
        long bytes = usedBytes() - before;
        int clear = 0;
        int first = 0;
        int among = 0;
        for (int i = 0; i < cases.size(); i += step) {
            Asked each = cases.get(i);
            if (each.right != null) {
                List<String> found = index.apply(each);
                clear++;
                first += !found.isEmpty() && found.getFirst().equals(each.right) ? 1 : 0;
                among += found.contains(each.right) ? 1 : 0;
            }
        }
        System.out.printf(
                "%n%s: %d organizations, %d bytes each; of %d cases %.1f %% right first, %.1f %% among ten%n",
                what, all.size(), bytes / all.size(), clear, 100.0 * first / clear, 100.0 * among / clear);
    }

    static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
