package io.calsync.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a sandbox is set up.
///
/// @param port 0 for a free one
/// @param services how many event types are generated at the first start
/// @param stateFile where the event types are kept, or null to forget them at the end
/// @param keys who may ask
/// @param teams the teams a hosted server knows
/// @param rateLimited whether 120 requests a minute are all a key gets
/// @param clock the time the limiter and the history go by
/// @param seed event types that are there at the first start
/// @param past what the history tells of them at the first start
public record SandboxOptions(
        int port,
        Profile profile,
        int services,
        @Nullable Path stateFile,
        Keys keys,
        List<Team> teams,
        boolean rateLimited,
        InstantSource clock,
        List<ObjectNode> seed,
        List<Change> past) {

    /// Copies the lists.
    public SandboxOptions {
        teams = List.copyOf(teams);
        seed = List.copyOf(seed);
        past = List.copyOf(past);
    }

    /// A hosted Cal.com on a free port, empty, for any key, with the rate limit on.
    public static SandboxOptions hosted() {
        return new SandboxOptions(
                0, Profile.HOSTED, 0, null, Keys.anyFor(Account.ANN), List.of(), true, InstantSource.system(),
                List.of(), List.of());
    }

    /// The same, but with the abilities of a self-hosted server only.
    public static SandboxOptions diy() {
        return hosted().profile(Profile.DIY);
    }

    /// Listens on this port.
    public SandboxOptions port(int number) {
        return new SandboxOptions(number, profile, services, stateFile, keys, teams, rateLimited, clock, seed, past);
    }

    /// Imitates this kind of server.
    public SandboxOptions profile(Profile kind) {
        return new SandboxOptions(port, kind, services, stateFile, keys, teams, rateLimited, clock, seed, past);
    }

    /// Generates this many event types.
    public SandboxOptions services(int count) {
        return new SandboxOptions(port, profile, count, stateFile, keys, teams, rateLimited, clock, seed, past);
    }

    /// Keeps the event types in this file.
    public SandboxOptions stateFile(Path file) {
        return new SandboxOptions(port, profile, services, file, keys, teams, rateLimited, clock, seed, past);
    }

    /// Knows these keys.
    public SandboxOptions keys(Keys ring) {
        return new SandboxOptions(port, profile, services, stateFile, ring, teams, rateLimited, clock, seed, past);
    }

    /// Knows these teams.
    public SandboxOptions teams(List<Team> known) {
        return new SandboxOptions(port, profile, services, stateFile, keys, known, rateLimited, clock, seed, past);
    }

    /// Lets any number of requests pass.
    public SandboxOptions withoutRateLimit() {
        return new SandboxOptions(port, profile, services, stateFile, keys, teams, false, clock, seed, past);
    }

    /// Goes by this clock.
    public SandboxOptions clock(InstantSource source) {
        return new SandboxOptions(port, profile, services, stateFile, keys, teams, rateLimited, source, seed, past);
    }

    /// Begins with these event types.
    public SandboxOptions seed(List<ObjectNode> documents) {
        return new SandboxOptions(port, profile, services, stateFile, keys, teams, rateLimited, clock, documents, past);
    }

    /// Has this history behind it.
    public SandboxOptions past(List<Change> changes) {
        return new SandboxOptions(port, profile, services, stateFile, keys, teams, rateLimited, clock, seed, changes);
    }
}
