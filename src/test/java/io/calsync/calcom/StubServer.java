package io.calsync.calcom;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.calsync.sync.EventTypes;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Answers what the test tells it to, in that order, and keeps what it was asked.
final class StubServer implements AutoCloseable {
    static final String KEY = "cal_live_0123456789abcdef";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CalCom calCom;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /// How one request is answered.
    @FunctionalInterface
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    /// @param target path and query
    record Asked(String method, String target, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }
    }

    StubServer(Duration timeout) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        calCom = new CalCom(InstantSource.system(), Pace.of(InstantSource.system()), timeout, timeout);
    }

    StubServer() throws IOException {
        this(Duration.ofSeconds(20));
    }

    StubServer then(Reply reply) {
        replies.add(reply);
        return this;
    }

    StubServer then(int status, String body) {
        return then(status, Map.of("Content-Type", "application/json"), body);
    }

    StubServer then(int status, Map<String, String> headers, String body) {
        return then(exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v2");
    }

    EventTypes connect(Scope scope) {
        return calCom.connect(address(), new ApiKey(KEY), scope, 120);
    }

    EventTypes user() {
        return connect(new Scope.User());
    }

    Discovery discover() throws ProblemException {
        return calCom.discover(address(), new ApiKey(KEY));
    }

    /// What a user's connection asks of Cal.com.
    @FunctionalInterface
    interface Call {
        void on(EventTypes eventTypes) throws ProblemException;
    }

    /// The problem that the call ends with, which must be of this kind.
    <P extends Problem> P problem(Class<P> kind, Call call) {
        var eventTypes = user();
        return assertInstanceOf(kind, assertThrows(ProblemException.class, () -> call.on(eventTypes)).problem());
    }

    List<Asked> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = Map.copyOf(exchange.getRequestHeaders());
        asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
        var reply = replies.poll();
        if (reply != null) reply.to(exchange);
        exchange.close();
    }

    @Override
    public void close() {
        calCom.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
