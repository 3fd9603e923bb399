package io.calsync.sync;

import java.util.Optional;
import java.util.regex.Pattern;

/// Whose event types are meant. Its text form is the one of `--scope`.
public sealed interface Scope {
    record User() implements Scope {
        @Override
        public String toString() {
            return "user";
        }
    }

    record Team(long teamId) implements Scope {
        @Override
        public String toString() {
            return "team:" + teamId;
        }
    }

    record OrganizationTeam(long organizationId, long teamId) implements Scope {
        @Override
        public String toString() {
            return "org:" + organizationId + "/team:" + teamId;
        }
    }

    /// All teams of an organization; each event type is written below its own team.
    record Organization(long organizationId) implements Scope {
        @Override
        public String toString() {
            return "org:" + organizationId;
        }
    }

    /// @return the scope, empty where the text is none
    static Optional<Scope> parse(String text) {
        var matcher = Pattern.compile("user|team:(\\d{1,18})|org:(\\d{1,18})(?:/team:(\\d{1,18}))?").matcher(text);
        if (!matcher.matches()) return Optional.empty();
        if (matcher.group(1) != null) return Optional.of(new Team(Long.parseLong(matcher.group(1))));
        if (matcher.group(2) == null) return Optional.of(new User());
        long organization = Long.parseLong(matcher.group(2));
        return Optional.of(matcher.group(3) == null
                ? new Organization(organization)
                : new OrganizationTeam(organization, Long.parseLong(matcher.group(3))));
    }
}
