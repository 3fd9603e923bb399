package io.calsync.calcom;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where a person changes an event type in Cal.com's own window.
final class WebPage {
    private WebPage() {}

    /// Cal.com's own servers have fixed addresses for it. A self-hosted one usually serves it where its booking pages
    /// are; until one was seen, the API's host is the best guess.
    static String of(URI server, @Nullable String website, long eventTypeId) {
        String origin = switch (server.getHost()) {
            case ServerAddress.HOSTED -> "https://app.cal.com";
            case ServerAddress.HOSTED_EU -> "https://app.cal.eu";
            default -> website == null ? server.getScheme() + "://" + server.getRawAuthority() : website;
        };
        return origin + "/event-types/" + eventTypeId;
    }

    /// Scheme, host and port of an address, null where it is none that a browser opens.
    static @Nullable String origin(String url) {
        try {
            var uri = URI.create(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri.getScheme() + "://" + uri.getRawAuthority() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
