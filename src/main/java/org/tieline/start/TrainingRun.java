package org.tieline.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.neo4j.io.fs.FileUtils;
import org.tieline.config.Setting;
import org.tieline.config.Settings;

/**
 * What the program mostly does, once and on little data, for Java to watch: the training run of JEP 514. Which classes are loaded and
 * which methods are worth compiling is then known to every later start, whatever its data.
 */
public final class TrainingRun {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private TrainingRun() {}

    /**
     * A first start and its answer, an import, a load that compares, and a start on what another left; in folders of its own, which
     * are removed.
     *
     * @param data a folder of CSV files
     * @throws IOException if a folder cannot be written, or a server does not answer
     * @throws org.tieline.model.TielineException if the data cannot be read or no database can be started here
     */
    public static void run(Path data) throws IOException {
        Path folder = Files.createTempDirectory("tieline-train");
        try {
            Settings first = settings(folder.resolve("first"), data);
            Settings imported = settings(Files.createDirectory(folder.resolve("imported")), data);
            List<Path> folders = List.of(data);
            serve(first);
            FirstImport.run(imported, folders, 0, new LoadProgress());
            try (Connection connection = Connection.visiting(imported)) {
                connection.loader().load(new DatasetStream(folders), new LoadProgress());
            }
            serve(imported);
            serve(first);
        } finally {
            FileUtils.deleteDirectory(folder);
        }
    }

    /** Free ports, and nothing that the environment says. */
    private static Settings settings(Path home, Path data) {
        String free = "0";
        return Settings.load(
                Map.of(
                        Setting.TIELINE_HOME.name(), home.toString(),
                        Setting.TIELINE_DATA.name(), data.toString(),
                        Setting.TIELINE_PORT.name(), free,
                        Setting.TIELINE_BROWSER_PORT.name(), free,
                        Setting.TIELINE_BOLT_PORT.name(), free),
                null);
    }

    private static void serve(Settings settings) throws IOException {
        try (Application application = new Application(settings)) {
            application.start();
            ask(application.example());
        }
    }

    /** A failure that the server tells is an {@link IOException}, too. */
    private static void ask(URI question) throws IOException {
        URLConnection connection = question.toURL().openConnection();
        connection.setConnectTimeout((int) TIMEOUT.toMillis());
        connection.setReadTimeout((int) TIMEOUT.toMillis());
        try (InputStream answer = connection.getInputStream()) {
            answer.transferTo(OutputStream.nullOutputStream());
        }
    }
}
