package io.calsync.calcom;

import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// The base URL of a Cal.com server, from the free text that a person enters.
public final class ServerAddress {
    /// Cal.com's own servers and the window of each on which a person edits event types.
    static final String HOSTED = "api.cal.com";
    static final String HOSTED_EU = "api.cal.eu";

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private ServerAddress() {}

    /// Completes a missing scheme with `https` and a missing path with `/v2`, and drops slashes at the end, for which
    /// the server would answer 404.
    ///
    /// @throws ProblemException with [Problem.NotPossible] where it is no address, or leaves this computer unencrypted
    public static URI clean(String text) throws ProblemException {
        String typed = text.strip();
        var uri = parse(typed.contains("://") ? typed : "https://" + typed, typed);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean extras = uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null;
        if (host.isEmpty() || !SCHEMES.contains(scheme) || extras) throw refused("address.unusable", typed);
        if (scheme.equals("http") && !loopback(host)) throw refused("address.not-encrypted", typed);
        String path = uri.getRawPath().replaceAll("/+", "/").replaceAll("/$", "");
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return URI.create(scheme + "://" + host + port + (path.isEmpty() ? "/v2" : path));
    }

    /// Judged by the name alone: what a name server says today may be another machine tomorrow.
    private static boolean loopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static URI parse(String address, String typed) throws ProblemException {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new ProblemException(new Problem.NotPossible(Message.of("address.unusable", withoutPassword(typed))),
                    e);
        }
    }

    private static ProblemException refused(String key, String typed) {
        return new ProblemException(new Problem.NotPossible(Message.of(key, withoutPassword(typed))));
    }

    private static String withoutPassword(String typed) {
        return typed.replaceAll("//[^/@]*@", "//***@");
    }
}
