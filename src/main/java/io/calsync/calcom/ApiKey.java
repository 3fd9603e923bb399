package io.calsync.calcom;

/// A key of Cal.com's API. Never shows itself: not as text, not in an error of another library.
public final class ApiKey {
    private static final String SCHEME = "bearer ";

    private final String secret;

    /// @param text as a person pasted it: blanks around it and a leading `Bearer` are dropped
    public ApiKey(String text) {
        String stripped = text.strip();
        boolean withScheme = stripped.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        secret = withScheme ? stripped.substring(SCHEME.length()).strip() : stripped;
    }

    /// Whether it can stand in an HTTP header at all; a key with a line break or an umlaut cannot.
    boolean sendable() {
        return !secret.isEmpty() && secret.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /// The value of the `Authorization` header. A lower-case `bearer` is 401 at Cal.com.
    String authorization() {
        return "Bearer " + secret;
    }

    /// The text without this key, should a server have repeated it.
    String removedFrom(String text) {
        return secret.isEmpty() ? text : text.replace(secret, "***");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey key && secret.equals(key.secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
