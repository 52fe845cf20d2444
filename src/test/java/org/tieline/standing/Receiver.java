package org.tieline.standing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tieline.testing.Patience;

/** A server that takes webhooks, or does what it is told instead. */
final class Receiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile int status = 204;
    private volatile Work before = call -> {};

    /** A status that means: no answer at all. */
    static final int NEVER = 0;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** What came. */
    record Call(String path, Headers headers, String body) {
        String id() {
            return headers.getFirst("webhook-id");
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** By the library of who takes webhooks. */
        void verify(String secret) throws Exception {
            new Webhook(secret).verify(body, headers);
        }
    }

    /** What is done with a call before it is answered. */
    @FunctionalInterface
    interface Work {
        void with(Call call) throws Exception;
    }

    /** Does something before each answer from now on; without an answer if that fails. */
    void before(Work work) {
        before = work;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    /** What it answers from now on. */
    void answering(int other) {
        status = other;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Call call = new Call(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body);
        calls.add(call);
        try {
            before.with(call);
        } catch (Exception e) {
            throw new IOException(e);
        }
        if (status == NEVER) {
            try {
                closing.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (status >= 300 && status < 400) {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(status == NEVER ? 500 : status, -1);
        exchange.close();
    }

    /** The next call, waited for. */
    Call next() throws InterruptedException {
        Call call = calls.poll(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("nothing came");
        }
        return call;
    }

    /** What came and was not looked at yet. */
    List<Call> others() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }
}
