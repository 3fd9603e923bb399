package io.calsync.calcom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.ProblemException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {
    private final StubServer server;

    ReaderTest() throws Exception {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private EventType read(String members) throws ProblemException {
        server.then(200, "{\"data\":{\"id\":7," + members + "}}");
        return server.user().read(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                    "'\"lengthInMinutes\":\"30\"'; DURATION",
                    "'\"lengthInMinutes\":30.5'; DURATION",
                    "'\"lengthInMinutes\":123456789012345678901234567890'; DURATION",
                    "'\"lengthInMinutes\":null'; DURATION",
                    "'\"lengthInMinutes\":30,\"title\":12'; NAME",
                    "'\"lengthInMinutes\":30,\"title\":null'; NAME",
                    "'\"lengthInMinutes\":30,\"hidden\":\"true\"'; ACTIVE",
                    "'\"lengthInMinutes\":30,\"afterEventBuffer\":[]'; BUFFER_AFTER",
                    "'\"lengthInMinutes\":30,\"slug\":{}'; SLUG",
                    "'\"lengthInMinutes\":30,\"disableGuests\":1'; DISABLE_GUESTS",
                    "'\"lengthInMinutes\":30,\"metadata\":{\"apps\":{\"stripe\":{\"enabled\":true,\"price\":\"x\",\"currency\":\"eur\"}}}'; PRICE",
            })
    void anOddValueIsAComplaintOfItsFieldAndTheRestCounts(String members, Field field) throws Exception {
        var read = read(members + ",\"description\":\"fine\"");

        assertNull(read.values().raw(field));
        assertEquals(List.of("field:" + field.key()), read.complaints().getFirst().args());
        assertEquals(1, read.complaints().size());
        assertEquals("fine", read.values().text(Field.DESCRIPTION));
    }

    @Test
    void absurdValuesAreReadAsTheyAre() throws Exception {
        String title = "x".repeat(10_000);
        var read = read("\"lengthInMinutes\":-1000000,\"title\":\"" + title + "\",\"unheardOf\":[{}]");

        assertEquals(-1_000_000L, read.values().get(Field.DURATION));
        assertEquals(title, read.values().text(Field.NAME));
        assertEquals(List.of(), read.complaints());
    }

    @Test
    void whatIsNotSaidStaysUnsaidAndWhatIsNotHeldIsSo() throws Exception {
        var read = read("\"lengthInMinutes\":30,\"slug\":null,\"metadata\":{}");

        assertNull(read.values().raw(Field.NAME));
        assertEquals(Values.NOT_HELD, read.values().raw(Field.SLUG));
        assertEquals(Values.NOT_HELD, read.values().raw(Field.PRICE));
    }

    @Test
    void aMembersCopyOfAManagedEventTypeIsKnownByItsParent() throws Exception {
        assertTrue(read("\"lengthInMinutes\":30,\"parentEventTypeId\":300").obstacle().isPresent());
        assertTrue(read("\"lengthInMinutes\":30,\"parentEventTypeId\":null").obstacle().isEmpty());
    }

    @Test
    void theEnabledPaymentAppHasThePrice() throws Exception {
        var read = read("\"lengthInMinutes\":30,\"price\":0,\"currency\":\"usd\","
                + "\"metadata\":{\"apps\":{\"paypal\":{\"enabled\":false,\"price\":1},\"stripe\":{\"enabled\":true,\"price\":4500,\"currency\":\"eur\"}}}");

        assertEquals(new Money(4500, "EUR"), read.values().get(Field.PRICE));
    }

    @Test
    void aBookingFormThatCannotBeReadIsNeverSentBack() throws Exception {
        var read = read("\"lengthInMinutes\":30,\"disableGuests\":false,\"bookingFields\":[1]");

        assertEquals("complaint.booking-fields", read.complaints().getFirst().key());
        var thrown = assertThrows(ProblemException.class,
                () -> server.user().write(read, Patch.of(Field.DISABLE_GUESTS, true)));
        assertEquals("obstacle.booking-fields-unknown", thrown.problem().message().key());
        assertEquals(1, server.asked().size());
    }

    @Test
    void twoEntriesThatContradictEachOtherSayNothing() throws Exception {
        server.then(200,
                "{\"data\":[{\"id\":1,\"lengthInMinutes\":30},{\"id\":2,\"lengthInMinutes\":30},{\"id\":1,\"lengthInMinutes\":45},"
                        + "{\"id\":2,\"lengthInMinutes\":30}]}");

        var list = server.user().list();

        assertEquals(List.of(1L, 2L), list.stream().map(EventType::id).toList());
        assertEquals(Values.NONE, list.getFirst().values());
        assertEquals("complaint.twice", list.getFirst().complaints().getFirst().key());
        assertEquals(30L, list.getLast().values().get(Field.DURATION));
        assertEquals(List.of(), list.getLast().complaints());
    }

    @Test
    void disableGuestsTravelsAloneAndWithTheWholeForm() throws Exception {
        var current = read("\"lengthInMinutes\":30,\"disableGuests\":false,"
                + "\"bookingFields\":[{\"type\":\"text\",\"slug\":\"allergies\",\"label\":\"A\"},{\"type\":\"multiemail\",\"slug\":\"guests\",\"hidden\":false}]");
        var eventTypes = server.user();
        var patch = Patch.between(Values.NONE, Values.NONE.with(Field.DISABLE_GUESTS, true).with(Field.NAME, "x"));
        assertThrows(IllegalArgumentException.class, () -> eventTypes.write(current, patch));

        server.then(200, CapturesTest.proof(7)).then(200, CapturesTest.proof(7));
        eventTypes.write(current, Patch.of(Field.DISABLE_GUESTS, true));

        assertEquals(
                "{\"disableGuests\":true,\"bookingFields\":[{\"type\":\"text\",\"slug\":\"allergies\",\"label\":\"A\"},"
                        + "{\"type\":\"multiemail\",\"slug\":\"guests\",\"hidden\":true}]}",
                server.asked().getLast().body());
    }

    @Test
    void aPriceIsNotWritten() throws Exception {
        var current = read("\"lengthInMinutes\":30");

        var thrown = assertThrows(
                ProblemException.class, () -> server.user().write(current, Patch.of(Field.PRICE, new Money(1, "EUR"))));

        assertEquals("choice.not-writable", thrown.problem().message().key());
    }

    @Test
    void lengthOptionsThatCannotBeReadAreNotWritten() throws Exception {
        var current = read("\"lengthInMinutes\":30,\"lengthInMinutesOptions\":[\"30\"]");

        var thrown =
                assertThrows(ProblemException.class, () -> server.user().write(current, Patch.of(Field.DURATION, 45L)));

        assertEquals("obstacle.unreadable", thrown.problem().message().key());
    }

    @Test
    void nothingIsCreatedWithoutASlug() {
        var values = Values.NONE.with(Field.NAME, "x").with(Field.DURATION, 30L);

        var thrown = assertThrows(ProblemException.class, () -> server.user().create(values, 0));

        assertEquals(List.of("field:slug"), thrown.problem().message().args());
        assertEquals(0, server.asked().size());
    }

    @Test
    void whoChangedItIsToldWhereTheServerKnows() throws Exception {
        server.then(200, "{\"status\":\"success\",\"data\":{\"eventTypeId\":7,\"auditLogs\":["
                + "{\"timestamp\":\"2026-01-01T00:00:00.000Z\",\"actor\":{\"displayName\":\"Ada\"},"
                + "\"displayFields\":[{\"label\":\"Duration\",\"fieldValue\":{\"type\":\"rawValue\",\"value\":\"45\"}}]},"
                + "{\"timestamp\":\"yesterday\"}]}}");

        var changes = server.user().history(7);

        assertEquals(1, changes.size());
        assertEquals("Ada", changes.getFirst().who());
        assertEquals("45", changes.getFirst().changes().get("Duration"));
    }

    @Test
    void aServerWithoutHistoryIsAskedOnce() throws Exception {
        var eventTypes = server.user();
        server.then(404, "{\"error\":{\"message\":\"Cannot GET /v2/event-types/7/history\"}}");

        assertEquals(List.of(), eventTypes.history(7));
        assertEquals(List.of(), eventTypes.history(8));
        assertEquals(1, server.asked().size());
    }

    @Test
    void theWebPageIsWherePeopleBook() throws Exception {
        var eventTypes = server.user();
        assertEquals("http://" + server.address().getAuthority() + "/event-types/7", eventTypes.webPage(7));

        server.then(200,
                "{\"data\":{\"id\":7,\"lengthInMinutes\":30,\"bookingUrl\":\"http://localhost:3000/ann/cut\"}}");
        eventTypes.read(7);

        assertEquals("http://localhost:3000/event-types/7", eventTypes.webPage(7));
    }

    @ParameterizedTest
    @CsvSource({"https://api.cal.com/v2, https://app.cal.com/event-types/7",
            "https://api.cal.eu/v2, https://app.cal.eu/event-types/7"})
    void calComsOwnServersHaveAFixedWebPage(String typed, String page) throws Exception {
        assertEquals(page, WebPage.of(ServerAddress.clean(typed), "https://cal.com", 7));
        assertFalse(page.isEmpty());
    }
}
