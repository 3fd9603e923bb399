package io.calsync.cli;

import io.calsync.domain.SyncStatus;
import io.calsync.sync.Connection;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import io.calsync.sync.SyncState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `status`: how it stands, without a request.
@Command(name = "status")
final class Status extends Work {
    Status(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var views = desk.service().catalogue().all();
        var state = desk.service().runs().state();
        var counts = views.stream().collect(
                Collectors.groupingBy(ServiceView::status, () -> new EnumMap<>(SyncStatus.class),
                        Collectors.counting()));
        long bookable = views.stream().filter(view -> view.outlook().bookable()).count();
        if (console().json()) console().json(json(state, views, counts, bookable));
        else print(state, views.size(), counts, bookable);
        return Exit.open(count(counts, SyncStatus.CONFLICT), count(counts, SyncStatus.ERROR));
    }

    private void print(SyncState state, int services, Map<SyncStatus, Long> counts, long bookable) {
        if (state.connection() instanceof Connection to) {
            console().say("cli.status.connection", to.server().toString(), to.account().username(),
                    to.scope().toString());
        } else {
            console().say("cli.status.not-connected");
        }
        console().say("cli.status.services", services, bookable);
        var table = console().table("sync", "count", "meaning");
        for (SyncStatus status : SyncStatus.values()) {
            String word = Refusals.word(status);
            table.add(console().texts().say("cli.status." + word), Integer.toString(count(counts, status)),
                    console().texts().say("cli.meaning." + word));
        }
        console().print(table);
        if (state.waiting() > 0)
            console().say("cli.status.waiting", state.waiting(), console().times().about(state.eta()));
    }

    private Map<String, @Nullable Object> json(SyncState state, List<ServiceView> views, Map<SyncStatus, Long> counts,
            long bookable) {
        var json = Json.object();
        json.put("connection", state.connection() instanceof Connection to ? json(to) : null);
        json.put("services", views.size());
        var byStatus = Json.object();
        for (SyncStatus status : SyncStatus.values()) byStatus.put(Refusals.word(status), count(counts, status));
        json.put("statuses", byStatus);
        json.put("bookable", bookable);
        json.put("waiting", state.waiting());
        json.put("etaSeconds", state.eta().toSeconds());
        return json;
    }

    private static Map<String, @Nullable Object> json(Connection connection) {
        var json = Json.object();
        json.put("server", connection.server().toString());
        json.put("account", connection.account().username());
        json.put("accountId", connection.account().id());
        json.put("scope", connection.scope().toString());
        return json;
    }

    private static int count(Map<SyncStatus, Long> counts, SyncStatus status) {
        return counts.getOrDefault(status, 0L).intValue();
    }
}
