package org.tieline.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.tieline.config.Setting;
import org.tieline.config.Settings;
import org.tieline.model.TielineException.BadSettings;

/** Looks whether the ports of the settings can be listened on, before anything that takes long is started. */
final class Ports {
    private Ports() {}

    /**
     * Listens on each of them for a moment; a port that is taken later is found by whoever wants it.
     *
     * @throws BadSettings naming every one that cannot be listened on
     */
    static void requireFree(Settings settings) {
        List<String> problems = new ArrayList<>();
        look(Setting.TIELINE_PORT, settings.port(), settings.host(), problems);
        look(Setting.TIELINE_BROWSER_PORT, settings.browserPort(), settings.host(), problems);
        look(Setting.TIELINE_BOLT_PORT, settings.boltPort(), settings.host(), problems);
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
    }

    private static void look(Setting setting, int port, String host, List<String> problems) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            problems.add(
                    "%s is %d, which cannot be listened on at %s: another program uses the port, or %s is no address of this machine"
                            .formatted(setting, port, host, Setting.TIELINE_HOST));
        }
    }
}
