package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
    @ParameterizedTest
    @ValueSource(strings = {"user", "team:7", "org:3", "org:3/team:7", "team:999999999999999999"})
    void aScopeReadsItsOwnTextForm(String text) {
        assertEquals(Optional.of(text), Scope.parse(text).map(Scope::toString));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "User", "users", "team", "team:", "team:x", "team:-1", "org:3/", "org:3/user",
            "team:7/org:3", " user", "team:9999999999999999999"})
    void whatIsNoneIsNotGuessed(String text) {
        assertEquals(Optional.empty(), Scope.parse(text));
    }

    /// If one of server, account and scope changes, it is another connection; a renamed account is the same.
    @ParameterizedTest
    @ValueSource(strings = {"http://a.test/v2 1 user", "http://b.test/v2 1 user", "http://a.test/v2 2 user",
            "http://a.test/v2 1 team:1"})
    void serverAccountAndScopeTogetherAreTheIdentity(String other) {
        var first = connection("http://a.test/v2", 1, "user", "ann");
        var parts = other.split(" ", 3);
        var second = connection(parts[0], Long.parseLong(parts[1]), parts[2], "renamed");
        if (other.equals("http://a.test/v2 1 user")) assertEquals(first.identity(), second.identity());
        else assertNotEquals(first.identity(), second.identity());
    }

    private static Connection connection(String server, long account, String scope, String name) {
        return new Connection(URI.create(server), new Account(account, name, name + "@example.test"),
                Scope.parse(scope).orElseThrow());
    }
}
