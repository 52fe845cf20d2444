package org.tieline.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.neo4j.configuration.helpers.PortBindException;
import org.neo4j.graphdb.DatabaseShutdownException;
import org.neo4j.io.locker.FileLockException;
import org.tieline.config.Setting;
import org.tieline.config.Settings;
import org.tieline.model.TielineException;

/** Says in our own words why Neo4j did not start. */
final class StartFailure {
    private StartFailure() {}

    /** The server is there, and a database of it could not be started from its files. */
    static final class Damaged extends RuntimeException {
        Damaged(Throwable cause) {
            super(cause);
        }
    }

    static TielineException explain(RuntimeException failure, Settings settings, Path folder) {
        if (failure instanceof TielineException known) {
            return known;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileLockException) {
                return new TielineException.DatabaseUnavailable(
                        "another Tieline uses the data folder %s, or this one may not write to it: stop the other, or set %s to another folder"
                                .formatted(settings.home(), Setting.TIELINE_HOME),
                        failure);
            }
            if (cause instanceof PortBindException) {
                return busyPort(settings, failure);
            }
            if (cause instanceof IOException && DiskRoom.isGone(folder)) {
                return DiskRoom.full(folder, failure);
            }
        }
        return isDamage(failure) ? damaged(failure, folder) : other(failure, folder);
    }

    /** Neo4j says of its own database, named system, that it is shut down. */
    private static boolean isDamage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Damaged || cause instanceof DatabaseShutdownException) {
                return true;
            }
        }
        return false;
    }

    private static TielineException damaged(RuntimeException failure, Path folder) {
        return new TielineException.DatabaseUnavailable(
                ("the database in %s is damaged and cannot be started: %s; its log %s says more. Move %s away and start again, "
                                + "or load into the new one: nothing of a data set is lost, and what was made by hand is as in the "
                                + "last export or copy of the folder")
                        .formatted(folder.resolve("data"), root(failure), log(folder), folder),
                failure);
    }

    private static TielineException other(RuntimeException failure, Path folder) {
        return new TielineException.DatabaseUnavailable(
                "Neo4j could not be started in %s: %s; its log %s says more"
                        .formatted(folder, root(failure), log(folder)),
                failure);
    }

    /** They were free a moment before. */
    private static TielineException busyPort(Settings settings, RuntimeException failure) {
        return new TielineException.BadSettings(
                List.of(
                        "%s is %d and %s is %d, of which one cannot be listened on at %s: another program has taken the port meanwhile"
                                .formatted(
                                        Setting.TIELINE_BOLT_PORT,
                                        settings.boltPort(),
                                        Setting.TIELINE_BROWSER_PORT,
                                        settings.browserPort(),
                                        settings.host())),
                failure);
    }

    private static Path log(Path folder) {
        return folder.resolve("logs").resolve("debug.log");
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text =
                cause instanceof IOException || cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return text.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
