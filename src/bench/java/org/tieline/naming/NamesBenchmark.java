package org.tieline.naming;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Who is meant by a name, among the shipped organizations and among many more whose names are made of the parts of theirs:
 * our own index beside Lucene's fuzzy search and Jaro-Winkler similarity over everything. Each prints what it takes, and how
 * many of the cases of the tests with one right answer it finds.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgsAppend = {"-Xms6g", "-Xmx6g"})
public class NamesBenchmark {
    /** Names that are screened at once. */
    private static final int LIST = 10_000;

    /** Our own. */
    @State(Scope.Benchmark)
    public static class Ours {
        private NameIndex index;

        /** Builds and measures the index. */
        @Setup
        public void build(AskedNames names) {
            // What every index needs once, such as transliterators, is no part of any.
            new NameIndex(names.shipped());
            long before = AskedNames.usedBytes();
            index = new NameIndex(names.organizations());
            names.report("names of tieline", before, 1, this::find);
        }

        private List<String> find(AskedNames.Asked asked) {
            return index.find(asked.name(), asked.country(), AskedNames.TEN).best().stream()
                    .map(NameCandidate::id)
                    .toList();
        }
    }

    /** Lucene. */
    @State(Scope.Benchmark)
    public static class Lucene {
        private LuceneFuzzyNames index;

        /** Builds and measures the index. */
        @Setup
        public void build(AskedNames names) throws IOException {
            long before = AskedNames.usedBytes();
            index = new LuceneFuzzyNames(names.organizations());
            names.report("Lucene, fuzzy", before, 1 + names.organizations().size() / 1_000_000, this::find);
        }

        private List<String> find(AskedNames.Asked asked) {
            return index.find(asked.name());
        }

        /** Lets go of the index. */
        @TearDown
        public void close() throws IOException {
            index.close();
        }
    }

    /** Jaro-Winkler. */
    @State(Scope.Benchmark)
    public static class Similarity {
        private JaroWinklerNames all;

        /** Takes the names up and measures them. */
        @Setup
        public void build(AskedNames names) {
            long before = AskedNames.usedBytes();
            all = new JaroWinklerNames(names.organizations());
            names.report("Jaro-Winkler over all", before, 1 + names.organizations().size() / 100_000, this::find);
        }

        private List<String> find(AskedNames.Asked asked) {
            return all.find(asked.name());
        }
    }

    /** One name. */
    @Benchmark
    public List<String> tieline(AskedNames names, Ours ours) {
        return ours.find(names.next());
    }

    /** A list of {@value #LIST} names, on all cores. */
    @Benchmark
    public long tielineTenThousand(AskedNames names, Ours ours) {
        return names.next(LIST).parallelStream()
                .filter(asked -> !ours.find(asked).isEmpty())
                .count();
    }

    /** One name. */
    @Benchmark
    public List<String> lucene(AskedNames names, Lucene lucene) {
        return lucene.find(names.next());
    }

    /** One name. */
    @Benchmark
    public List<String> jaroWinkler(AskedNames names, Similarity similarity) {
        return similarity.find(names.next());
    }
}
