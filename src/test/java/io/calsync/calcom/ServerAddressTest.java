package io.calsync.calcom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.calsync.sync.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({
            "https://api.cal.com/v2, https://api.cal.com/v2",
            "https://api.cal.com/v2///, https://api.cal.com/v2",
            "' https://API.cal.com//v2/ ', https://api.cal.com/v2",
            "api.cal.eu, https://api.cal.eu/v2",
            "https://book.example.org/api/v2/, https://book.example.org/api/v2",
            "http://localhost:5555/v2, http://localhost:5555/v2",
            "http://127.0.0.1:5555, http://127.0.0.1:5555/v2",
            "'http://[::1]:5555/v2', 'http://[::1]:5555/v2'",
            "https://10.0.0.7:8443/v2, https://10.0.0.7:8443/v2",
    })
    void whatAPersonTypesBecomesABaseUrl(String typed, String address) throws Exception {
        assertEquals(address, ServerAddress.clean(typed).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "http://api.cal.com/v2",
                    "http://192.168.1.5/v2",
                    "http://localhost.example.org/v2",
                    "http://127.0.0.1.example.org/v2"
            })
    void whatIsNotEncryptedOutsideThisComputerIsRefused(String typed) {
        assertEquals("address.not-encrypted", refusal(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://", "ftp://api.cal.com", "https://a b", "https://api.cal.com/v2?x=1",
            "https://x/#a"})
    void whatIsNoAddressIsRefused(String typed) {
        assertEquals("address.unusable", refusal(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ann:secret@api.cal.com", "https://ann:secret@a b"})
    void aPasswordInTheAddressIsNotRepeated(String typed) {
        var thrown = assertThrows(ProblemException.class, () -> ServerAddress.clean(typed));

        assertFalse(thrown.problem().message().toString().contains("secret"));
    }

    private static String refusal(String typed) {
        return assertThrows(ProblemException.class, () -> ServerAddress.clean(typed)).problem().message().key();
    }
}
