package io.calsync.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a request is read, told apart from others and remembered.
class RequestTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static Request to(String target) {
        return request(target, null, "");
    }

    private static Request request(String target, @Nullable String authorization, String body) {
        return new Request("GET", target, authorization, null, null, body);
    }

    @ParameterizedTest
    @CsvSource({"/v2/me, /v2/me", "/api/v2/me, /v2/me", "/v2/event-types?take=1, /v2/event-types", "/apiary, /apiary",
            "//v2/me, //v2/me"})
    void bothAddressesOfAServerAreOnePlaceAndDoubleSlashesAreNone(String target, String path) {
        assertEquals(path, to(target).path());
    }

    @Test
    void theQueryIsDecoded() {
        assertEquals(Map.of("a", "x y", "b", "", "c", "ü"), to("/v2?a=x+y&b&c=%C3%BC").query());
        assertEquals(Map.of(), to("/v2").query());
    }

    @Test
    void aNumberInTheQueryHasADefaultAndIsRefusedWhereItIsNone() {
        assertEquals(250, to("/v2").number("take", 250));
        assertEquals(7, to("/v2?take=7").number("take", 250));
        for (String odd : List.of("-1", "x", "", "1.5", "9999999999")) {
            var refused = assertThrows(Refusal.class, () -> to("/v2?take=" + odd).number("take", 250));
            assertEquals("take must be an integer number", refused.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"Bearer cal_x, cal_x", "bearer cal_x, -", "cal_x, -", "Basic eHk6eg==, -"})
    void onlyABearerWithACapitalIsOne(String header, @Nullable String token) {
        assertEquals(Optional.ofNullable(token), request("/v2", header, "").bearer());
        assertEquals(Optional.empty(), to("/v2").bearer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "{"})
    void jsonThatStopsEarlySaysSo(String body) {
        var refused = assertThrows(Refusal.class, () -> request("/v2", null, body).json());
        assertEquals("Unexpected end of JSON input", refused.getMessage());
    }

    @Test
    void anEmptyBodyIsAnEmptyObjectAndOddOnesAreRefused() {
        assertEquals(Json.object(), to("/v2").json());
        assertThrows(Refusal.class, () -> request("/v2", null, "<html>").json());
    }

    @Test
    void aBodyIsMeasuredInBytes() {
        int limit = Request.BODY_LIMIT;
        assertFalse(request("/v2", null, "x".repeat(limit)).isTooLarge());
        assertTrue(request("/v2", null, "x".repeat(limit + 1)).isTooLarge());
        assertTrue(request("/v2", null, "ü".repeat(limit / 2 + 1)).isTooLarge());
    }

    @Test
    void anEntityTagIsWeakAndFollowsTheBody() {
        var body = "{\"data\":[]}".getBytes(StandardCharsets.UTF_8);
        var etag = Etags.of(body);
        assertTrue(etag.matches("W/\"b-[A-Za-z0-9+/]{27}\""), etag);
        assertEquals(etag, Etags.of(body.clone()));
        assertNotEquals(etag, Etags.of("{\"data\":{}}".getBytes(StandardCharsets.UTF_8)));
        assertTrue(Etags.matches("\"other\", " + etag, etag));
        assertFalse(Etags.matches("\"other\"", etag));
        assertFalse(Etags.matches(null, etag));
    }

    @Test
    void theLogKeepsTheNewestTenThousandAndCountsOn() {
        var log = new RequestLog();
        IntStream.rangeClosed(1, 10_005)
                .forEach(i -> log.add(NOON, i % 2 == 0 ? "GET" : "PATCH", "/" + i, null, "", 200));
        assertEquals(10_000, log.all().size());
        assertEquals("/6", log.all().getFirst().path());
        assertEquals(List.of(10_004L, 10_005L), log.since(10_003).stream().map(LoggedRequest::number).toList());
        assertEquals(5_000, log.writes().size());
        log.clear();
        log.add(NOON, "GET", "/next", null, "", 200);
        assertEquals(List.of(10_006L), log.all().stream().map(LoggedRequest::number).toList());
    }

    @Test
    void keysBelongToTheirAccountsAndNoOthers() {
        var ann = new Account(1, "ann", "Ann", "ann@example.test", "UTC", null);
        var ben = new Account(2, "ben", "Ben", "ben@example.test", "UTC", null);
        var keys = Keys.only(Map.of("cal_ann", ann)).with("cal_ben", ben).withExpired("cal_old");
        assertEquals(ann, keys.accountOf("cal_ann"));
        assertEquals(ben, keys.accountOf("cal_ben"));
        var old = assertThrows(Refusal.class, () -> keys.accountOf("cal_old"));
        assertEquals("ApiAuthStrategy - api key - Your api key is expired", old.getMessage());
        assertThrows(Refusal.class, () -> keys.accountOf("cal_who"));
        assertFalse(keys.isGood("cal_who"));
        assertEquals(ann, Keys.anyFor(ann).accountOf("cal_whatever"));
        assertEquals("ben", keys.byId(2).username());
        assertEquals("user-9", keys.byId(9).username());
    }
}
