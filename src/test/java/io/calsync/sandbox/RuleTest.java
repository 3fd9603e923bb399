package io.calsync.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which values Cal.com's validation lets pass; measured on a real server.
class RuleTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            STRING       | "text"                     |
            STRING       | ""                         |
            STRING       | 5                          | isString
            STRING       | null                       | isString
            BOOLEAN      | true                       |
            BOOLEAN      | "true"                     | isBoolean
            BOOLEAN      | 1                          | isBoolean
            WHOLE        | -10                        |
            WHOLE        | 3000000000                 |
            WHOLE        | 1.5                        | isInt
            WHOLE        | "5"                        | isInt
            COUNT        | 0                          |
            COUNT        | -1                         | min
            COUNT        | "5"                        | min isInt
            LENGTH       | 1                          |
            LENGTH       | 0                          | min
            LENGTH       | 0.5                        | min isInt
            LENGTH       | 1000000                    |
            LENGTH       | null                       | min isInt
            ANY          | [1, {"a": null}]           |
            CONFIRMATION | {"type":"always"}          |
            CONFIRMATION | {"disabled":true}          |
            CONFIRMATION | {"disabled":false}         | ConfirmationPolicyValidator
            CONFIRMATION | {"type":"time","noticeThreshold":{"unit":"hours","count":2}}   |
            CONFIRMATION | {"type":"time","noticeThreshold":{"unit":"weeks","count":2}}   | ConfirmationPolicyValidator
            CONFIRMATION | {"type":"time","noticeThreshold":{"unit":"hours","count":1.5}} | ConfirmationPolicyValidator
            CONFIRMATION | {"type":"time"}            | ConfirmationPolicyValidator
            CONFIRMATION | true                       | ConfirmationPolicyValidator
            """)
    void letsPassWhatTheRealServerDoes(Rule rule, String value, @Nullable String broken) {
        var expected = broken == null ? Set.of() : Set.of(broken.split(" "));
        var names = rule.broken("key", Json.read(value)).properties().stream().map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertEquals(expected, names);
    }
}
