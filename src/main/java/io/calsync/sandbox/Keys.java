package io.calsync.sandbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which key belongs to whom.
///
/// @param known keys with their accounts
/// @param expired keys that were good once
/// @param others the account behind every other key that begins with `cal_`; null refuses them
public record Keys(Map<String, Account> known, Set<String> expired, @Nullable Account others) {

    private static final String PREFIX = "cal_";

    /// Copies both collections.
    public Keys {
        known = Map.copyOf(known);
        expired = Set.copyOf(expired);
    }

    /// Every key that begins with `cal_` belongs to this account.
    public static Keys anyFor(Account account) {
        return new Keys(Map.of(), Set.of(), account);
    }

    /// Only these keys are good.
    public static Keys only(Map<String, Account> known) {
        return new Keys(known, Set.of(), null);
    }

    /// Adds a key of its own account.
    public Keys with(String key, Account account) {
        Map<String, Account> more = new HashMap<>(known);
        more.put(key, account);
        return new Keys(more, expired, others);
    }

    /// Adds a key that is not valid any more.
    public Keys withExpired(String key) {
        Set<String> more = new HashSet<>(expired);
        more.add(key);
        return new Keys(known, more, others);
    }

    /// The account of that id, or a nameless one where no key leads to it.
    Account byId(long id) {
        return Stream.concat(known.values().stream(), Stream.ofNullable(others))
                .filter(account -> account.id() == id)
                .findFirst()
                .orElseGet(
                        () -> new Account(id, "user-" + id, "User " + id, "user-" + id + "@example.test", "UTC", null));
    }

    static boolean isKey(String token) {
        return token.startsWith(PREFIX);
    }

    boolean isGood(String token) {
        return expired.contains(token) || known.containsKey(token) || others != null;
    }

    /// @throws Refusal when the key is none of ours or expired
    Account accountOf(String token) {
        if (expired.contains(token)) {
            throw Refusal.unauthorized("ApiAuthStrategy - api key - Your api key is expired");
        }
        Account account = known.getOrDefault(token, others);
        if (account == null) {
            throw Refusal.unauthorized("CustomThrottlerGuard - Invalid API Key");
        }
        return account;
    }
}
