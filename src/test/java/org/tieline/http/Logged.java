package org.tieline.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the program writes into its log while this is open, in every detail. */
final class Logged extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.tieline");
    private final Level level = logger.getLevel();
    private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();

    Logged() {
        start();
        logger.setLevel(Level.TRACE);
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent line) {
        line.prepareForDeferredProcessing();
        lines.add(line);
    }

    List<ILoggingEvent> lines() {
        return lines;
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(level);
    }
}
