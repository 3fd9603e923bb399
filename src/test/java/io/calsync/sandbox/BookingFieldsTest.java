package io.calsync.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingFieldsTest {
    private static List<String> slugs(JsonNode fields) {
        return fields.valueStream().map(field -> field.path("slug").asText()).toList();
    }

    @Test
    void defaultsComeBackAroundTheSentOnes() {
        JsonNode sent = Json.read("[{\"type\":\"phone\",\"slug\":\"mobile\",\"label\":\"Mobile\",\"required\":true},"
                + "{\"type\":\"notes\",\"slug\":\"notes\",\"required\":true}]");
        JsonNode stored = BookingFields.replacedBy(sent, false);
        assertEquals(
                List.of("name", "email", "location", "mobile", "title", "notes", "guests", "rescheduleReason"),
                slugs(stored));
        assertTrue(stored.path(5).path("required").asBoolean(), "the sent default field counts");
    }

    @Test
    void guestsFollowTheFlag() {
        JsonNode hidden = BookingFields.resetBy(true);
        JsonNode shown = BookingFields.resetBy(false);
        assertTrue(BookingFields.hidesGuests(hidden));
        assertFalse(BookingFields.hidesGuests(shown));
        assertEquals(shown, BookingFields.afterApiCreate());
        assertTrue(BookingFields.hidesGuests(BookingFields.replacedBy(shown, true)), "whatever was sent");
    }

    @Test
    void onlyWebMadeOnesHaveTheNamelessPhoneField() {
        assertTrue(slugs(BookingFields.afterWebCreate()).contains("attendeePhoneNumber"));
        assertFalse(slugs(BookingFields.afterApiCreate()).contains("attendeePhoneNumber"));
        Refusal refusal =
                assertThrows(Refusal.class, () -> BookingFields.replacedBy(BookingFields.afterWebCreate(), true));
        assertEquals("Validation failed for phone booking field: label must be a string", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"type\":\"text\",\"label\":\"L\",\"required\":true} | slug must be a string",
            "{\"type\":\"text\",\"slug\":\"s\",\"label\":\"L\"} | required must be a boolean value",
            "{\"type\":\"select\",\"slug\":\"s\",\"label\":\"L\",\"required\":true} | options must be an array",
            "{\"type\":\"weird\",\"slug\":\"s\"} | Invalid booking field type: weird"
    })
    void whatIsMissingIsNamed(String field, String message) {
        JsonNode sent = Json.array(List.of(Json.read(field)));
        Refusal refusal = assertThrows(Refusal.class, () -> BookingFields.replacedBy(sent, false));
        assertTrue(String.valueOf(refusal.getMessage()).endsWith(message), refusal::getMessage);
    }
}
