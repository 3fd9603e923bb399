package io.calsync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The rules of Cal.com's event types, as its real server showed them.
class MappingTest {
    @Test
    void tellsUnknownFromNotHeld() {
        assertNull(Field.NAME.mapping().read(Map.of()));
        var nulls = new HashMap<String, Object>();
        nulls.put("slug", null);
        nulls.put("description", null);
        assertEquals(Values.NOT_HELD, Field.SLUG.mapping().read(nulls));
        assertEquals("", Field.DESCRIPTION.mapping().read(nulls));
    }

    @Test
    void refusesANumberThatIsText() {
        assertThrows(IllegalArgumentException.class,
                () -> Field.DURATION.mapping().read(Map.of("lengthInMinutes", "60")));
        assertThrows(IllegalArgumentException.class,
                () -> Field.DURATION.mapping().read(Map.of("lengthInMinutes", 1.5)));
    }

    @Test
    void activeIsTheOppositeOfHidden() {
        assertEquals(false, Field.ACTIVE.mapping().read(Map.of("hidden", true)));
        assertEquals(Map.of("hidden", false), Field.ACTIVE.mapping().write(true, Map.of()));
    }

    @Test
    void aDurationOutsideTheOptionsJoinsThem() {
        var offered = Map.of("lengthInMinutes", 30, "lengthInMinutesOptions", List.of(30, 60));
        assertEquals(
                Map.of("lengthInMinutes", 45L, "lengthInMinutesOptions", List.of(30L, 45L, 60L)),
                Field.DURATION.mapping().write(45L, offered));
        assertEquals(Map.of("lengthInMinutes", 60L), Field.DURATION.mapping().write(60L, offered));
        assertEquals(Optional.of(Message.of("preview.joins-durations", Field.DURATION, 45)),
                Field.DURATION.mapping().beside(45L, offered));
        assertEquals(Optional.of("lengthInMinutesOptions=[30, 60]"), Field.DURATION.mapping().replaces(45L, offered));
        assertEquals(Optional.empty(), Field.DURATION.mapping().beside(60L, offered));
        assertEquals(Optional.empty(), Field.DURATION.mapping().replaces(60L, offered));
        assertEquals(Optional.empty(),
                Field.DURATION.mapping().beside(45L, Map.of("lengthInMinutesOptions", List.of("x"))));
    }

    @Test
    void aTimePolicyCountsAsConfirmationAndItsThresholdIsNamedBeforeItIsLost() {
        var time = Map.of("confirmationPolicy",
                Map.of("type", "time", "noticeThreshold", Map.of("unit", "hours", "count", 2)));
        assertEquals(true, Field.CONFIRMATION.mapping().read(time));
        assertTrue(Field.CONFIRMATION.mapping().replaces(true, time).orElseThrow().contains("count=2"));
        assertEquals(false, Field.CONFIRMATION.mapping().read(Map.of("confirmationPolicy", Map.of("disabled", true))));
    }

    @Test
    void aPriceIsHeldOnlyWhereAPaymentAppIsOn() {
        var off = Map.of("price", 0, "currency", "usd", "metadata", Map.of());
        assertEquals(Values.NOT_HELD, Field.PRICE.mapping().read(off));
        var stripe = Map.of("enabled", true, "price", 6000, "currency", "eur");
        var on = Map.of("price", 6000, "currency", "eur", "metadata", Map.of("apps", Map.of("stripe", stripe)));
        assertEquals(Money.parse("60.00 EUR"), Field.PRICE.mapping().read(on));
        assertFalse(Field.PRICE.mapping().writable());
    }

    @Test
    void theAppsOwnPriceAndCurrencyGoBeforeThoseOfTheEventType() {
        assertEquals(Money.parse("70.00 CHF"), price(Map.of("enabled", true, "price", 7000, "currency", "chf")));
        assertEquals(Money.parse("60.00 EUR"), price(Map.of("enabled", true)));
        assertEquals(Values.NOT_HELD, price(Map.of("enabled", false, "price", 7000, "currency", "chf")));
        assertEquals(Values.NOT_HELD, Field.PRICE.mapping()
                .read(Map.of("metadata", Map.of("apps", Map.of("stripe", Map.of("enabled", true, "price", 1))))));
        assertEquals(Values.NOT_HELD, Field.PRICE.mapping().read(Map.of("metadata", "none")));
        assertNull(Field.PRICE.mapping().read(Map.of("price", 6000, "currency", "eur")));
    }

    private static @Nullable Object price(Map<String, Object> stripe) {
        return Field.PRICE.mapping().read(
                Map.of("price", 6000, "currency", "eur", "metadata", Map.of("apps", Map.of("stripe", stripe))));
    }

    @Test
    void flagsAreReadAsTheyAreAndNumbersAsLongAsTheyAreExact() {
        assertEquals(false, Field.DISABLE_GUESTS.mapping().read(Map.of("disableGuests", false)));
        assertEquals(true, Field.DISABLE_GUESTS.mapping().read(Map.of("disableGuests", true)));
        assertEquals(true, Field.ACTIVE.mapping().read(Map.of("hidden", false)));
        assertThrows(IllegalArgumentException.class, () -> Field.ACTIVE.mapping().read(Map.of("hidden", "no")));
        assertEquals(1L << 53, Field.DURATION.mapping().read(Map.of("lengthInMinutes", 0x1p53)));
        assertThrows(IllegalArgumentException.class,
                () -> Field.DURATION.mapping().read(Map.of("lengthInMinutes", 0x1p54)));
    }

    @Test
    void guestsTravelWithEveryBookingFieldAndThePhoneFieldGetsALabel() {
        Map<String, Object> phone = Map.of("type", "phone", "slug", "attendeePhoneNumber", "hidden", true);
        Map<String, Object> own = Map.of("type", "text", "slug", "allergies", "label", "Allergies");
        Map<String, Object> guests = Map.of("type", "multiemail", "slug", "guests", "hidden", false);
        var current = Map.of("disableGuests", false, "bookingFields", List.of(phone, own, guests));
        var body = Field.DISABLE_GUESTS.mapping().write(true, current);
        assertEquals(true, body.get("disableGuests"));
        assertEquals(
                List.of(
                        Map.of("type", "phone", "slug", "attendeePhoneNumber", "hidden", true, "label", "Phone"),
                        own,
                        Map.of("type", "multiemail", "slug", "guests", "hidden", true)),
                body.get("bookingFields"));
    }

    @Test
    void guestsAreNotWrittenWhereABookingFieldWouldSuffer() {
        var unknown = Map.of("bookingFields", List.of(Map.of("type", "unknown", "slug", "odd")));
        assertEquals(Message.of("obstacle.booking-field", "odd"),
                Field.DISABLE_GUESTS.mapping().obstacle(unknown).orElseThrow());
        var limited = Map.of("bookingFields", List.of(Map.of("type", "text", "slug", "note", "minLength", 3)));
        assertTrue(Field.DISABLE_GUESTS.mapping().obstacle(limited).isPresent());
        assertTrue(Field.DISABLE_GUESTS.mapping().obstacle(Map.of()).isPresent());
        var plain = Map.of("bookingFields", List.of(Map.of("type", "text", "slug", "note")));
        assertTrue(Field.DISABLE_GUESTS.mapping().obstacle(plain).isEmpty());
    }
}
