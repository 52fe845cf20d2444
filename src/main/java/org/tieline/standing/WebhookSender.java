package org.tieline.standing;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.question.ProgramVersion;

/** Sends events as Standard Webhooks has it: signed, to the address that was looked at, and nowhere else by a redirect. */
final class WebhookSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final int SECRET_BYTES = 32;
    private static final String SECRET_PREFIX = "whsec_";

    private final DeliveryTimes times;
    private final boolean anyAddress;

    /** Null until something is sent: most servers have nobody to send to. */
    private @Nullable HttpClient client;

    /** @param anyAddress whether every address will do */
    WebhookSender(DeliveryTimes times, boolean anyAddress) {
        this.times = times;
        this.anyAddress = anyAddress;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            HttpClient made = new HttpClient();
            made.setFollowRedirects(false);
            made.setConnectTimeout(times.connect().toMillis());
            made.setIdleTimeout(times.answer().toMillis());
            made.setUserAgentField(null);
            made.setSocketAddressResolver(new PublicAddresses(WebhookSender::lookUp, anyAddress));
            try {
                made.start();
            } catch (Exception e) {
                throw new IllegalStateException("the client of webhooks does not start", e);
            }
            client = made;
        }
        return client;
    }

    /** Aside, as nobody can tell how long it takes; who waits for the delivery gives up in time. */
    private static void lookUp(
            String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        Thread.ofVirtual().start(() -> {
            try {
                promise.succeeded(Arrays.stream(InetAddress.getAllByName(host))
                        .map(address -> new InetSocketAddress(address, port))
                        .toList());
            } catch (UnknownHostException e) {
                promise.failed(e);
            }
        });
    }

    /** A secret for a new subscription. */
    static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * Sends one event and waits for its status, which may be any.
     *
     * @throws IOException with a sentence, if there is none
     */
    int send(String url, String secret, Delivery delivery, Instant now) throws IOException, InterruptedException {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        String signature;
        try {
            signature = new Webhook(secret).sign(delivery.event(), now.getEpochSecond(), delivery.payload());
        } catch (WebhookSigningException e) {
            throw new IOException("the delivery cannot be signed", e);
        }
        client().newRequest(url)
                .method(HttpMethod.POST)
                .headers(headers -> headers.put(HttpHeader.USER_AGENT, "Tieline/" + ProgramVersion.TEXT)
                        .put("webhook-id", delivery.event())
                        .put("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                        .put("webhook-signature", signature))
                .body(new StringRequestContent("application/json", delivery.payload(), StandardCharsets.UTF_8))
                .timeout(times.answer().toMillis(), TimeUnit.MILLISECONDS)
                .send(new Response.Listener() {
                    @Override
                    public void onHeaders(Response response) {
                        status.complete(response.getStatus());
                        // What else it says is of no interest, however long it is.
                        response.abort(new IOException("the status is enough"));
                    }

                    @Override
                    public void onComplete(Result result) {
                        if (result.getFailure() != null) {
                            status.completeExceptionally(result.getFailure());
                        } else {
                            status.complete(result.getResponse().getStatus());
                        }
                    }
                });
        try {
            return status.get(times.answer().plus(times.connect()).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(sentence(Objects.requireNonNull(e.getCause())), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(late(), e);
        }
    }

    private String sentence(Throwable failure) {
        return switch (failure) {
            case TimeoutException late -> late();
            case PublicAddresses.Refused refused -> Objects.requireNonNull(refused.getMessage());
            case UnknownHostException unknown -> "the host has no address";
            case SocketTimeoutException late ->
                "no connection within %d s".formatted(times.connect().toSeconds());
            case ConnectException closed -> "no connection: " + closed.getMessage();
            case SSLException untrusted -> "no secure connection: " + untrusted.getMessage();
            case ClosedChannelException ended -> "the connection ended before an answer";
            case EOFException ended -> "the connection ended before an answer";
            case HttpResponseException foreign -> "the answer is no HTTP";
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }

    private String late() {
        return "no answer within %d s".formatted(times.answer().toSeconds());
    }

    @Override
    public synchronized void close() {
        if (client == null) {
            return;
        }
        try {
            client.stop();
        } catch (Exception e) {
            LOG.debug("the client of webhooks does not stop in good order", e);
        }
    }
}
