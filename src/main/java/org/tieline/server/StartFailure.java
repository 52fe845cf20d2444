package org.tieline.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.neo4j.configuration.helpers.PortBindException;
import org.neo4j.io.locker.FileLockException;
import org.tieline.config.Setting;
import org.tieline.config.Settings;
import org.tieline.model.TielineException;

/** Says in our own words why Neo4j did not start. */
final class StartFailure {
    private StartFailure() {}

    static TielineException explain(RuntimeException failure, Settings settings, Path folder) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileLockException) {
                return new TielineException.DatabaseUnavailable(
                        "another Tieline uses the data folder %s, or this one may not write to it: stop the other, or set %s to another folder"
                                .formatted(settings.home(), Setting.TIELINE_HOME),
                        failure);
            }
            if (cause instanceof PortBindException) {
                return busyPort(cause.getMessage(), settings, failure);
            }
        }
        return new TielineException.DatabaseUnavailable(
                "Neo4j could not be started in %s: %s; its log %s says more"
                        .formatted(folder, root(failure), folder.resolve("logs").resolve("debug.log")),
                failure);
    }

    private static TielineException busyPort(String message, Settings settings, RuntimeException failure) {
        boolean bolt = message.contains(":" + settings.boltPort());
        TielineException explained = new TielineException.BadSettings(List.of(
                "%s is %d, which cannot be listened on at %s: another program uses the port, or %s is no address of this machine"
                        .formatted(
                                bolt ? Setting.TIELINE_BOLT_PORT : Setting.TIELINE_BROWSER_PORT,
                                bolt ? settings.boltPort() : settings.browserPort(),
                                settings.host(),
                                Setting.TIELINE_HOST)));
        explained.addSuppressed(failure);
        return explained;
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof IOException ? cause.toString() : cause.getMessage();
    }
}
