package io.calsync.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A running sandbox. It listens on the loopback interface only.
///
/// Beside `/v2` there are pages of its own that need no key, are not limited and not logged: `GET` and `DELETE
/// /sandbox/requests` (with `?since=NUMBER`), `GET /sandbox/event-types` (the raw documents), `GET`, `POST` and `DELETE
/// /sandbox/faults`.
public final class SandboxServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final World world;
    private final Faults faults;
    private final RequestLog log;

    private SandboxServer(HttpServer server, ExecutorService threads, World world, Faults faults, RequestLog log) {
        this.server = server;
        this.threads = threads;
        this.world = world;
        this.faults = faults;
        this.log = log;
    }

    /// Starts listening.
    ///
    /// @throws IOException when the port is taken
    /// @throws java.io.UncheckedIOException when the state file cannot be read
    public static SandboxServer start(SandboxOptions options) throws IOException {
        World world = Worlds.open(options);
        Faults faults = new Faults(world);
        RequestLog log = new RequestLog();
        InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), options.port());
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/sandbox/", new ControlPages(world, faults, log));
        server.createContext("/", new Exchanges(new Router(world, options), faults, log, options.clock()));
        server.start();
        return new SandboxServer(server, threads, world, faults, log);
    }

    /// The base URL for a client, without a slash at its end.
    public String baseUrl() {
        return "http://127.0.0.1:" + port() + "/v2";
    }

    /// The port it listens on.
    public int port() {
        return server.getAddress().getPort();
    }

    /// What it holds, to look at and to change behind the client's back.
    public World world() {
        return world;
    }

    /// Its scripted failures.
    public Faults faults() {
        return faults;
    }

    /// What it was asked.
    public RequestLog log() {
        return log;
    }

    /// Stops at once and lets go of held connections.
    @Override
    public void close() {
        faults.clear();
        server.stop(0);
        threads.shutdownNow();
    }
}
