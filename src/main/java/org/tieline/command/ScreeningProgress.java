package org.tieline.command;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jspecify.annotations.Nullable;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.screening.ScreeningInquiry;
import org.tieline.question.screening.ScreeningResult;

/**
 * A bar on standard error while a screening is worked; nothing if that is no terminal. What Java says of terminals is about
 * standard output alone, hence the other library.
 */
final class ScreeningProgress implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    private ScreeningProgress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static ScreeningProgress of(int total) {
        if (!new ExecTerminalProvider().isSystemStream(SystemStream.Error)) {
            return new ScreeningProgress(null);
        }
        return new ScreeningProgress(new ProgressBarBuilder()
                .setTaskName("screening")
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .clearDisplayOnFinish()
                .build());
    }

    /** Hands everything on and counts the results. */
    ScreeningInquiry.Sink counting(ScreeningInquiry.Sink sink) {
        return bar == null ? sink : new Counting(sink, bar);
    }

    private record Counting(ScreeningInquiry.Sink sink, ProgressBar bar) implements ScreeningInquiry.Sink {
        @Override
        public void searched(ExposureAnswer.Searched searched) {
            sink.searched(searched);
        }

        @Override
        public void result(ScreeningResult result) {
            sink.result(result);
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
