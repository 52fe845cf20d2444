package org.tieline.links;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.tieline.links.LinkFinding.State;
import org.tieline.model.Source;

/**
 * Asks the hosts of sources whether their pages are still there. No other host is asked: where one sends to a host that no
 * source names, that is told and not followed.
 */
public final class LinkCheck {
    /** Requests to one host at the same time. */
    public static final int MOST_AT_A_HOST = 2;

    private static final int MOST_AT_ONCE = 32;
    private static final int MOST_REDIRECTS = 5;

    private final Duration timeout;
    private final Set<String> hosts = new TreeSet<>();
    private final Map<String, Semaphore> places = new HashMap<>();
    private final Semaphore all = new Semaphore(MOST_AT_ONCE);
    private final List<Asked> asked = new ArrayList<>();

    private record Asked(String source, String column, String address) {}

    /** What a host answered, or why it did not. */
    private record Told(State state, String words) {}

    /** @param timeout for one request, and half of it for the connection */
    public LinkCheck(Collection<Source> sources, Duration timeout) {
        this.timeout = timeout;
        for (Source source : sources) {
            add(source.id(), "url", source.url());
            add(source.id(), "archivedUrl", source.archivedUrl());
        }
    }

    private void add(String source, String column, @Nullable String address) {
        if (address != null) {
            asked.add(new Asked(source, column, address));
            host(address).ifPresent(host -> {
                hosts.add(host);
                places.computeIfAbsent(host, none -> new Semaphore(MOST_AT_A_HOST));
            });
        }
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(new URI(address).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** How many addresses there are to ask. */
    public int addresses() {
        return asked.size();
    }

    /**
     * Asks for all of them.
     *
     * @param progress is told now and then how many were asked for
     * @return in the order of the sources
     * @throws InterruptedException if somebody no longer waits
     */
    public List<LinkFinding> run(IntConsumer progress) throws InterruptedException {
        List<LinkFinding> findings = new ArrayList<>(asked.size());
        try (HttpClient client = HttpClient.newBuilder()
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(timeout.dividedBy(2))
                        .build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<LinkFinding>> running = asked.stream()
                    .map(each -> threads.submit(() -> finding(client, each)))
                    .toList();
            try {
                for (Future<LinkFinding> each : running) {
                    findings.add(each.get());
                    progress.accept(findings.size());
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("an address could not be asked for", e.getCause());
            } finally {
                threads.shutdownNow();
                client.shutdownNow();
            }
        }
        return findings;
    }

    private LinkFinding finding(HttpClient client, Asked each) throws InterruptedException {
        Told told = host(each.address())
                .map(host -> told(client, each.address(), host))
                .orElse(new Told(State.UNCLEAR, "cannot be read as an address"));
        return new LinkFinding(each.source(), each.column(), each.address(), told.state(), told.words());
    }

    private Told told(HttpClient client, String address, String host) {
        Semaphore place = Objects.requireNonNull(places.get(host));
        place.acquireUninterruptibly();
        try {
            all.acquireUninterruptibly();
            try {
                return follow(client, new URI(address));
            } finally {
                all.release();
            }
        } catch (URISyntaxException e) {
            return new Told(State.UNCLEAR, "cannot be read as an address");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Told(State.UNCLEAR, "no longer waited for");
        } finally {
            place.release();
        }
    }

    private Told follow(HttpClient client, URI begin) throws InterruptedException {
        URI at = begin;
        for (int step = 0; step <= MOST_REDIRECTS; step++) {
            HttpResponse<InputStream> answer;
            try {
                answer = ask(client, at);
            } catch (ConnectException e) {
                boolean unknown = e.getCause() instanceof UnresolvedAddressException
                        || e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException;
                return unknown
                        ? new Told(State.GONE, "there is no such host")
                        : new Told(State.UNCLEAR, "the host cannot be reached");
            } catch (UnknownHostException e) {
                return new Told(State.GONE, "there is no such host");
            } catch (HttpTimeoutException e) {
                return new Told(State.UNCLEAR, "no answer within %d seconds".formatted(timeout.toSeconds()));
            } catch (IOException e) {
                return new Told(State.UNCLEAR, "no answer: " + e.getClass().getSimpleName());
            }
            int code = answer.statusCode();
            String to = answer.headers().firstValue("Location").orElse("");
            switch (code) {
                case 301, 308 -> {
                    return new Told(State.MOVED, "%d to %s".formatted(code, to));
                }
                case 302, 303, 307 -> {
                    URI next = resolved(at, to);
                    if (next == null || next.getHost() == null) {
                        return new Told(State.UNCLEAR, "%d to nowhere".formatted(code));
                    }
                    if (!hosts.contains(next.getHost().toLowerCase(Locale.ROOT))) {
                        return new Told(State.UNCLEAR, "%d to %s, a host that no source names".formatted(code, next));
                    }
                    at = next;
                }
                case 404, 410 -> {
                    return new Told(State.GONE, String.valueOf(code));
                }
                default -> {
                    return new Told(code >= 200 && code < 300 ? State.THERE : State.UNCLEAR, String.valueOf(code));
                }
            }
        }
        return new Told(State.UNCLEAR, "sent on more than %d times".formatted(MOST_REDIRECTS));
    }

    /** Null if it leads nowhere that could be asked. */
    private static @Nullable URI resolved(URI at, String to) {
        try {
            URI next = at.resolve(new URI(to));
            return "http".equals(next.getScheme()) || "https".equals(next.getScheme()) ? next : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Of the page no more than its beginning comes over the network: its body is closed unread. */
    private HttpResponse<InputStream> ask(HttpClient client, URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("User-Agent", "tieline check --links")
                .header("Accept", "*/*")
                .build();
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        answer.body().close();
        return answer;
    }
}
