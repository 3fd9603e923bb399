package io.calsync.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Weak entity tags in the form Cal.com's web server gives them: length in hex, a dash, 27 characters of a SHA-1.
final class Etags {
    private static final int KEPT = 27;

    private Etags() {}

    static String of(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(body);
            String text = new String(Base64.getEncoder().encode(digest), StandardCharsets.US_ASCII);
            return "W/\"" + Integer.toHexString(body.length) + "-" + text.substring(0, KEPT) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    static boolean matches(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1)).map(String::strip).anyMatch(etag::equals);
    }
}
