package org.tieline.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tieline.dataset.DatasetReader;
import org.tieline.links.LinkCheck;
import org.tieline.links.LinkFinding;
import org.tieline.links.LinkFinding.State;
import org.tieline.model.DatasetSummary;
import org.tieline.model.FactSink;
import org.tieline.model.Source;
import org.tieline.start.FirstImport;
import org.tieline.start.LoadProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what is wrong with a folder. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Check folders of CSV files without loading them.",
        description = {
            "Prints every error on a line of its own: file:line: column: \"value\": what would be right.",
            "What is no error and still doubtful is printed as a warning, and the exit code is that of a sound folder.",
            "Several folders are checked as load would join them.",
            "--links asks the hosts that the sources name, and nobody else, whether their pages are still there, by two requests at "
                    + "once for each host. Prints what moved, is gone or is unclear, as that a host refuses programs; the exit code "
                    + "is 1 if anything moved or is gone."
        })
final class CheckCommand implements Callable<Integer> {
    private static final int LONGEST = 300;

    /** After so many addresses those who wait are told. */
    private static final int TELLING = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataFolders folders;

    @Option(names = "--links", description = "Ask for the pages of the sources too.")
    private boolean links;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long to wait for a page, 1 to 300; ${DEFAULT-VALUE} if absent.")
    private int timeout;

    @Override
    public Integer call() {
        if (timeout < 1 || timeout > LONGEST) {
            throw new ParameterException(
                    spec.commandLine(), "--timeout must be 1..%d, was %d".formatted(LONGEST, timeout));
        }
        List<Source> sources = new ArrayList<>();
        FirstImport.tellMemory(folders.paths());
        DatasetReader.Checked checked = DatasetReader.check(folders.paths(), wanted(sources), new LoadProgress()::at);
        DatasetSummary dataset = checked.summary();
        PrintWriter out = spec.commandLine().getOut();
        checked.warnings().forEach(warning -> out.println("warning: " + warning));
        if (checked.warningsInAll() > checked.warnings().size()) {
            out.println("and %d warnings more"
                    .formatted(checked.warningsInAll() - checked.warnings().size()));
        }
        out.println(
                "data set %s, sha256 %s: %d organizations, %d ties, %d bans, %d sources, %d memberships%s%s, no errors%s"
                        .formatted(
                                dataset.version(),
                                dataset.sha256(),
                                dataset.organizations(),
                                dataset.ties(),
                                dataset.bans(),
                                dataset.sources(),
                                dataset.memberships(),
                                ifAny(dataset.identifiers(), "identifiers"),
                                ifAny(dataset.subscribers(), "counts of subscribers"),
                                ifAny(checked.warningsInAll(), "warnings")));
        return links ? checkLinks(sources, out) : 0;
    }

    /** Sources are kept where their pages are asked for. */
    private FactSink wanted(List<Source> sources) {
        return new FactSink() {
            @Override
            public void source(Source source) {
                if (links) {
                    sources.add(source);
                }
            }
        };
    }

    private int checkLinks(List<Source> sources, PrintWriter out) {
        LinkCheck check = new LinkCheck(sources, Duration.ofSeconds(timeout));
        PrintWriter err = spec.commandLine().getErr();
        List<LinkFinding> findings;
        try {
            findings = check.run(done -> {
                if (done % TELLING == 0) {
                    err.println("%d of %d addresses".formatted(done, check.addresses()));
                    err.flush();
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the addresses are no longer waited for", e);
        }
        findings.stream()
                .filter(finding -> finding.state() != State.THERE)
                .forEach(finding -> out.println("%s: %s %s: %s (%s)"
                        .formatted(
                                finding.state().name().toLowerCase(Locale.ROOT),
                                finding.source(),
                                finding.column(),
                                finding.address(),
                                finding.told())));
        out.println("%d addresses: %d there, %d moved, %d gone, %d unclear"
                .formatted(
                        findings.size(),
                        count(findings, State.THERE),
                        count(findings, State.MOVED),
                        count(findings, State.GONE),
                        count(findings, State.UNCLEAR)));
        return count(findings, State.MOVED) + count(findings, State.GONE) > 0 ? 1 : 0;
    }

    private static long count(List<LinkFinding> findings, State state) {
        return findings.stream().filter(finding -> finding.state() == state).count();
    }

    private static String ifAny(long found, String what) {
        return found == 0 ? "" : ", %d %s".formatted(found, what);
    }
}
