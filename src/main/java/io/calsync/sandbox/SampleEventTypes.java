package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Makes the sample's event types out of Platform columns.
final class SampleEventTypes {
    private final Account account;
    private final Account stranger;
    private final Team team;
    private final List<ObjectNode> docs = new ArrayList<>();
    private final List<Sample.Drift> drifts = new ArrayList<>();

    SampleEventTypes(Account account, Account stranger, Team team) {
        this.account = account;
        this.stranger = stranger;
        this.team = team;
    }

    List<ObjectNode> all() {
        return List.copyOf(docs);
    }

    List<Sample.Drift> drifts() {
        return List.copyOf(drifts);
    }

    /// The event type of a linked service.
    ///
    /// @param agreed the columns both sides agreed on
    /// @param service tells in `calcom` what became of it since
    void add(long id, ObjectNode agreed, JsonNode service) {
        JsonNode since = service.path("calcom");
        ObjectNode columns = agreed.deepCopy();
        if (!service.path("charged").asBoolean()) {
            columns.remove("price");
        }
        switch (since.asText()) {
            case "deleted" -> {}
            case "foreign" -> docs.add(filled(Documents.ofUser(stranger, id), columns));
            case "team" -> docs.add(filled(Documents.ofTeam(team, id, "roundRobin"), columns));
            default -> {
                ObjectNode before = filled(Documents.ofUser(account, id), columns);
                since.properties().forEach(entry -> columns.set(entry.getKey(), entry.getValue()));
                ObjectNode after = filled(Documents.ofUser(account, id), columns);
                docs.add(after);
                if (!since.isEmpty()) {
                    drifts.add(new Sample.Drift(id, service.path("agreedHoursAgo").asLong() / 2, before, after));
                }
            }
        }
    }

    void addUnlinked(ObjectNode columns) {
        docs.add(filled(Documents.ofUser(account, columns.required("id").asLong()), columns));
    }

    private static ObjectNode filled(ObjectNode doc, ObjectNode columns) {
        doc.set("title", columns.get("name"));
        doc.set("slug", columns.get("slug"));
        doc.set("description", columns.get("description"));
        doc.set("lengthInMinutes", columns.get("duration_minutes"));
        doc.set("beforeEventBuffer", columns.get("before_event_buffer"));
        doc.set("afterEventBuffer", columns.get("buffer_time_minutes"));
        doc.set("minimumBookingNotice", columns.get("minimum_booking_notice"));
        doc.put("hidden", !columns.path("is_active").asBoolean());
        boolean noGuests = columns.path("disable_guests").asBoolean();
        JsonNode questions = columns.path("bookingFields");
        doc.put("disableGuests", noGuests);
        doc.set("bookingFields", questions.isMissingNode()
                ? BookingFields.resetBy(noGuests)
                : BookingFields.replacedBy(questions, noGuests));
        if (columns.path("requires_confirmation").asBoolean()) {
            JsonNode hours = columns.path("confirmHours");
            Documents.confirm(doc, hours.isInt() ? hours.intValue() : null);
        }
        if (columns.has("price")) {
            BigDecimal price = new BigDecimal(columns.path("price").asText());
            Documents.charge(doc, price.movePointRight(2).longValueExact(), "eur");
        }
        return doc;
    }
}
