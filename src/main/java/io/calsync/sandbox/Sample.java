package io.calsync.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The sample business, both sides of it: what its Platform records, what both sides last agreed on, and what its
/// Cal.com holds by now. It is read from `sample.json` beside this class and is the same every time; it holds every
/// sync status and the incidents of the real Platform.
///
/// ## The file
/// - `account`, `stranger`: Cal.com users, see [Account]. `strangersTeam`: a [Team] only the stranger belongs to.
/// - `companies`: `id`, `name`, `currency`, `timezone`, `branches` by a short name (`id` a UUID, `name`).
/// - `defaults`: Platform columns of every service that does not say otherwise.
/// - `services`: `company`, `branch` (its short name), Platform columns by their names (`price` a decimal text in the
///   company's currency, `segments` any JSON), and what is known of the other side:
///   - `eventTypeId`: the event type it is linked to; absent = not linked.
///   - `lastAgreed`: the synced columns whose agreed value differs from the Platform's, which thereby count as edited
///     since; `"never"` = linked but never compared. The price is agreed on only where Cal.com charges one.
///   - `agreedHoursAgo`: when that was.
///   - `charged`: Cal.com charges the agreed price through a payment app.
///   - `calcom`: the synced columns that somebody changed at Cal.com since; a `price` there makes it charge that price,
///     `confirmHours` limits the confirmation to late bookings, `bookingFields` adds questions as the API takes them.
///     Or one of `"deleted"` (the id leads nowhere), `"foreign"` (it is the stranger's), `"team"` (it is an event type
///     of the stranger's team).
///   - `leaveAlone`: columns this service does not sync, each with the reason.
/// - `unlinked`: event types without a service, by the same column names and an `id`.
///
/// @param account whose Cal.com it is
/// @param eventTypes everything the sandbox begins with, also what belongs to the stranger
/// @param drifts who changed event types at Cal.com since both sides agreed
/// @param teams the teams its Cal.com knows
public record Sample(
        Account account,
        List<Company> companies,
        List<Service> services,
        List<ObjectNode> eventTypes,
        List<Drift> drifts,
        List<Team> teams) {

    private static final String SOMEBODY = "Tamara Tann";

    /// Reads the file.
    public static Sample load() {
        return SampleReader.read(Json.resource("sample.json"));
    }

    /// A hosted Cal.com that holds the sample's event types; every key is the sample's account.
    public SandboxOptions options() {
        SandboxOptions options = SandboxOptions.hosted();
        Instant now = options.clock().instant();
        List<Change> past = drifts.stream().map(drift -> drift.change(now)).toList();
        return options.keys(Keys.anyFor(account)).teams(teams).seed(eventTypes).past(past);
    }

    /// One change that somebody made at Cal.com.
    ///
    /// @param before the event type as it was
    /// @param after the event type as it is
    public record Drift(long eventTypeId, long hoursAgo, ObjectNode before, ObjectNode after) {
        private Change change(Instant now) {
            Instant at = now.minus(Duration.ofHours(hoursAgo));
            ObjectNode old = (ObjectNode) Json.canonical(before);
            return Change.between(at, eventTypeId, SOMEBODY, old, (ObjectNode) Json.canonical(after));
        }
    }

    /// A business on the Platform.
    ///
    /// @param currency ISO 4217 code
    public record Company(long id, String name, String currency, String timezone, List<Branch> branches) {}

    /// One of its places.
    ///
    /// @param id UUID text
    public record Branch(String id, String name) {}

    /// One service with what is remembered of it.
    ///
    /// @param columns the Platform's columns: text, [Long], [Boolean], and [java.math.BigDecimal] for the price
    /// @param eventTypeId 0 = not linked
    /// @param lastAgreed the base by column name; empty = never compared. Without `price` where Cal.com holds none
    /// @param agreedHoursAgo how long ago that was, 0 where never
    /// @param leaveAlone columns that this service does not sync, with the reason
    public record Service(
            long companyId,
            String branchId,
            Map<String, Object> columns,
            long eventTypeId,
            Map<String, Object> lastAgreed,
            long agreedHoursAgo,
            Map<String, String> leaveAlone) {}
}
