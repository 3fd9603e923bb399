package io.calsync.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides, in the order of the real server, what a request gets: unreadable body, unknown route, unknown key, rate
/// limit, expired or missing key, handler.
final class Router {
    private static final String CURRENT = "2024-06-14";
    /// The version only a hosted server knows.
    static final String NEXT = "2026-06-12";
    /// Versions that exist, but not for event types.
    private static final Set<String> OF_OTHER_ROUTES = Set.of("2024-06-11", "2024-08-13", "2024-09-04");
    private static final String USER = "/v2/event-types";
    private static final String ORGANIZATION = "/v2/organizations/{org}/teams";

    private static final String NO_KEY = "PermissionsGuard - no authentication provided. Provide either authorization"
            + " bearer token containing managed user access token or oAuth client id in 'x-cal-client-id' header.";
    private static final String NO_KEY_AT_ALL = "ApiAuthStrategy - No authentication method provided. Either pass an"
            + " API key as 'Bearer' header or OAuth client credentials as 'x-cal-secret-key' and 'x-cal-client-id'"
            + " headers";

    private final World world;
    private final SandboxOptions options;
    private final RateLimiter limiter;
    private final List<Route> routes;

    Router(World world, SandboxOptions options) {
        this.world = world;
        this.options = options;
        this.limiter = new RateLimiter(options.clock());
        this.routes = options.profile() == Profile.HOSTED ? hosted() : everywhere();
    }

    private List<Route> everywhere() {
        UserEventTypes user = new UserEventTypes(world);
        return List.of(
                new Route("GET", "/health", Route.Anonymous.WELCOME,
                        call -> Answer.of(200, "text/html; charset=utf-8", "OK")),
                new Route("GET", "/v2/me", Route.Anonymous.UNAUTHORIZED,
                        call -> Answer.success(200, call.account().profile())),
                new Route("GET", USER, Route.Anonymous.EMPTY_LIST, user::list),
                new Route("POST", USER, Route.Anonymous.FORBIDDEN, user::create),
                new Route("GET", USER + "/{id}", Route.Anonymous.FORBIDDEN, user::get),
                new Route("PATCH", USER + "/{id}", Route.Anonymous.FORBIDDEN, user::change),
                new Route("DELETE", USER + "/{id}", Route.Anonymous.FORBIDDEN, user::delete));
    }

    private List<Route> hosted() {
        TeamEventTypes team = new TeamEventTypes(world, options);
        List<Route> all = new ArrayList<>(everywhere());
        all.add(guarded("GET", USER + "/{id}/history", new UserEventTypes(world)::history));
        all.add(guarded("GET", "/v2/teams", team::teams));
        all.add(guarded("GET", ORGANIZATION + "/event-types", team::listOrganization));
        for (String base : List.of("/v2/teams/{team}/event-types", ORGANIZATION + "/{team}/event-types")) {
            all.add(guarded("GET", base, team::list));
            all.add(guarded("POST", base, team::create));
            all.add(guarded("GET", base + "/{id}", team::get));
            all.add(guarded("PATCH", base + "/{id}", team::change));
            all.add(guarded("DELETE", base + "/{id}", team::delete));
        }
        return all;
    }

    private static Route guarded(String method, String pattern, Route.Handler handler) {
        return new Route(method, pattern, Route.Anonymous.FORBIDDEN, handler);
    }

    Answer answer(Request request) {
        if (request.isTooLarge()) {
            ObjectNode body = Json.object().put("statusCode", 413).put("message", "request entity too large");
            return Answer.json(413, body);
        }
        try {
            request.json();
            for (Route route : routes) {
                Optional<Map<String, String>> match = route.match(request.method(), request.path());
                if (match.isPresent() && serves(route, request)) {
                    return limited(route, request, match.get());
                }
            }
            throw Refusal.noSuchRoute(request.method(), request.target());
        } catch (Refusal refusal) {
            return refused(refusal, request);
        }
    }

    private boolean serves(Route route, Request request) {
        String version = request.version();
        return version == null || !route.pattern().startsWith(USER) || !OF_OTHER_ROUTES.contains(version);
    }

    /// Everything from here on carries rate-limit headers, errors included.
    private Answer limited(Route route, Request request, Map<String, String> parameters) {
        Optional<String> token = request.bearer();
        if (token.filter(Keys::isKey).filter(key -> !options.keys().isGood(key)).isPresent()) {
            throw Refusal.unauthorized("CustomThrottlerGuard - Invalid API Key");
        }
        boolean isToken = request.authorization() != null && token.filter(Keys::isKey).isEmpty();
        RateLimiter.Pass pass = options.rateLimited()
                ? limiter.next(token.orElse("anonymous"), isToken ? RateLimiter.PER_TOKEN : RateLimiter.PER_KEY)
                : new RateLimiter.Pass(true, RateLimiter.PER_KEY, RateLimiter.PER_KEY - 1, 60);
        Answer answer;
        try {
            if (!pass.allowed()) {
                throw Refusal.throttled();
            }
            answer = authorized(route, request, parameters);
        } catch (Refusal refusal) {
            answer = refused(refusal, request);
        }
        return answer.withHeaders(pass.headers());
    }

    private Answer authorized(Route route, Request request, Map<String, String> parameters) {
        if (request.authorization() == null) {
            return anonymous(route, request);
        }
        String token = request.bearer()
                .filter(Keys::isKey)
                .orElseThrow(() -> Refusal.unauthorized("Invalid Access Token."));
        Account account = options.keys().accountOf(token);
        Call call = new Call(request, account, parameters, isLegacy(request));
        return world.exclusively(() -> route.handler().answer(call));
    }

    private static Answer anonymous(Route route, Request request) {
        return switch (route.anonymous()) {
            case EMPTY_LIST -> Answer.list(List.of());
            case FORBIDDEN -> throw Refusal.forbidden(NO_KEY);
            case UNAUTHORIZED -> throw Refusal.unauthorized(NO_KEY_AT_ALL);
            case WELCOME -> route.handler().answer(new Call(request, Account.ANN, Map.of(), false));
        };
    }

    private boolean isLegacy(Request request) {
        String version = request.version();
        boolean known = CURRENT.equals(version)
                || (NEXT.equals(version) && options.profile() == Profile.HOSTED);
        return !known;
    }

    Answer refused(Refusal refusal, Request request) {
        return refusal.answer(now(), request.target());
    }

    String now() {
        return options.clock().instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
