package io.calsync.calcom;

import io.calsync.sync.EventTypes;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/// The door to Cal.com, one for the whole process: connections of the same key share one request budget here.
public final class CalCom implements AutoCloseable {
    private final InstantSource clock;
    private final Pace pace;
    private final OkHttpClient forOne;
    private final OkHttpClient forMany;
    private final Map<ApiKey, RequestBudget> budgets = new ConcurrentHashMap<>();

    /// @param clock what time it is, for the budget and for when an answer was asked for
    public CalCom(InstantSource clock) {
        this(clock, Pace.of(clock), Duration.ofSeconds(45), Duration.ofSeconds(120));
    }

    /// @param one  how long a single event type may take
    /// @param many how long a list may take
    CalCom(InstantSource clock, Pace pace, Duration one, Duration many) {
        this(clock, pace, client(one), many);
    }

    CalCom(InstantSource clock, Pace pace, OkHttpClient forOne, Duration many) {
        this.clock = clock;
        this.pace = pace;
        this.forOne = forOne;
        forMany = forOne.newBuilder().readTimeout(many).callTimeout(many).build();
    }

    /// The event types of a scope. Nothing is asked yet.
    ///
    /// @param server    from [ServerAddress#clean]
    /// @param perMinute requests a minute that all connections with this key may make together, 1 to 120
    public EventTypes connect(URI server, ApiKey key, Scope scope, int perMinute) {
        budget(key).perMinute(perMinute);
        return new CalComEventTypes(dialogue(server, key), scope);
    }

    /// Finds out what a key reaches at a server, for a person who waits for it.
    public Discovery discover(URI server, ApiKey key) throws ProblemException {
        return Discovery.of(dialogue(server, key));
    }

    @Override
    public void close() {
        forOne.dispatcher().executorService().shutdown();
        forOne.connectionPool().evictAll();
    }

    InstantSource clock() {
        return clock;
    }

    OkHttpClient client(boolean many) {
        return many ? forMany : forOne;
    }

    private Dialogue dialogue(URI server, ApiKey key) {
        return new Dialogue(new Http(this, server, key, budget(key)), server, budget(key));
    }

    private RequestBudget budget(ApiKey key) {
        return budgets.computeIfAbsent(key, _ -> new RequestBudget(pace));
    }

    /// Repeats nothing by itself, follows nothing, lets go of an idle connection before the server does (after 5 s).
    static OkHttpClient client(Duration one) {
        return new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(4, 4, TimeUnit.SECONDS))
                .connectTimeout(one.compareTo(Duration.ofSeconds(10)) < 0 ? one : Duration.ofSeconds(10))
                .writeTimeout(one)
                .readTimeout(one)
                .callTimeout(one)
                // OkHttp would repeat a request whose 503 says "Retry-After: 0".
                .addNetworkInterceptor(
                        chain -> chain.proceed(chain.request()).newBuilder().removeHeader("Retry-After").build())
                .build();
    }
}
