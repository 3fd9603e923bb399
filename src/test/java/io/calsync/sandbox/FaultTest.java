package io.calsync.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// How a failure is described, which requests it means, and when it strikes.
class FaultTest {
    private final Faults faults = new Faults(new World(InstantSource.system()));

    @ParameterizedTest
    @CsvSource({
            "*,     *,                    GET,   /v2/me,                 true",
            "PATCH, *,                    PATCH, /v2/event-types/7,      true",
            "PATCH, *,                    GET,   /v2/event-types/7,      false",
            "*,     /v2/event-types/*,    GET,   /v2/event-types/7,      true",
            "*,     /v2/event-types/*,    GET,   /v2/event-types,        false",
            "GET,   /v2/event-types,      GET,   /v2/event-types,        true",
            "GET,   /v2/event-types,      GET,   /v2/event-types/7,      false",
            "*,     */event-types/*,      GET,   /v2/teams/3/event-types/7, true",
            "*,     /v2/teams/*/event-types, GET, /v2/teams/3/event-types, true",
            "*,     /v2/.e,               GET,   /v2/me,                 false"})
    void meansJustTheRequestsOfItsMethodAndPath(String method, String path, String sent, String to, boolean meant) {
        assertEquals(meant, Fault.of(FaultKind.ERROR_500).on(method, path).matches(sent, to));
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void readsTheFormInWhichItIsScripted(FaultKind kind) {
        var fault = Fault.of(kind).on("PATCH", "/v2/event-types/*").times(3).after(2).hold(Duration.ofMillis(1500))
                .bytes(77).field("title", Json.object().put("a", 1));
        assertEquals(fault, Fault.read(fault.toJson()));
    }

    @Test
    void onlyTheKindIsNeededAndAnUnknownOneIsRefused() {
        assertEquals(Fault.of(FaultKind.HTML), Fault.read(Json.object().put("kind", "HTML")));
        assertThrows(IllegalArgumentException.class, () -> Fault.read(Json.object().put("kind", "EARTHQUAKE")));
        assertThrows(IllegalArgumentException.class, () -> Fault.read(Json.object()));
    }

    @Test
    void strikesAfterSoManyAndThenSoOften() {
        faults.add(Fault.of(FaultKind.ERROR_500).after(2).times(2));
        assertEquals(List.of("", "", "ERROR_500", "ERROR_500", ""), struck(5, "GET"));
        assertEquals(List.of(), faults.scripted());
    }

    @Test
    void oneARequestInTheOrderInWhichTheyWereScripted() {
        faults.add(Fault.of(FaultKind.ERROR_500).on("PATCH", "*"));
        faults.add(Fault.of(FaultKind.HTML));
        faults.add(Fault.of(FaultKind.ERROR_502));
        assertEquals(List.of("HTML"), struck(1, "GET"), "the first one is about another method");
        assertEquals(List.of("ERROR_500", "ERROR_502", ""), struck(3, "PATCH"));
    }

    @Test
    void whatIsForgottenStrikesNoMore() {
        faults.add(Fault.of(FaultKind.ERROR_500).times(100));
        faults.clear();
        assertEquals(List.of(""), struck(1, "GET"));
    }

    private List<String> struck(int requests, String method) {
        return IntStream.range(0, requests)
                .mapToObj(_ -> faults.strike(method, "/v2/me", "").map(fault -> fault.kind().name()).orElse(""))
                .toList();
    }
}
