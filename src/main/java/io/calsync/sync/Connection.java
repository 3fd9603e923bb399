package io.calsync.sync;

import java.net.URI;

/// Where Cal.com is, whose it is and which event types are meant. The three together are its identity: if one of them
/// changes, nothing that was agreed on before counts.
///
/// @param server base URL without a slash at the end, such as `https://api.cal.com/v2`
public record Connection(URI server, Account account, Scope scope) {
    /// What a workspace remembers to recognise the same connection again.
    public String identity() {
        return server + "|" + account.id() + "|" + scope;
    }
}
