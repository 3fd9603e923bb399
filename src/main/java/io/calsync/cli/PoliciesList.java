package io.calsync.cli;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Rules;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `policies list`: the workspace's policy of every field, and the services with one of their own.
@Command(name = "list")
final class PoliciesList extends Work {
    PoliciesList(Console console) {
        super(console);
    }

    @Override
    boolean onlyLooks() {
        return true;
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var rules = desk.service().policies().rules();
        var views = desk.service().catalogue().all();
        if (console().json()) console().json(json(rules, views));
        else print(rules, views);
        return Exit.DONE;
    }

    private void print(Rules rules, List<ServiceView> views) {
        var table = console().table("field", "id", "name", "policy", "reason");
        for (Field field : Field.synced()) {
            table.add(field.key(), "", "", Refusals.word(rules.policy(field)), "");
            for (ServiceView view : views) {
                if (view.row().facts(field).own() instanceof OwnPolicy own)
                    table.add(field.key(), Long.toString(view.id()), view.name(), Refusals.word(own.policy()),
                            own.reason());
            }
        }
        console().print(table);
    }

    private static Map<String, @Nullable Object> json(Rules rules, List<ServiceView> views) {
        var workspace = Json.object();
        for (Field field : Field.synced()) workspace.put(field.key(), Refusals.word(rules.policy(field)));
        var json = Json.object();
        json.put("workspace", workspace);
        json.put("services", views.stream().flatMap(view -> view.row().facts().entrySet().stream()
                .filter(facts -> facts.getValue().own() != null)
                .map(facts -> own(view, facts.getKey(), facts.getValue().own()))).toList());
        return json;
    }

    private static Map<String, @Nullable Object> own(ServiceView view, Field field, @Nullable OwnPolicy own) {
        var json = Json.object();
        json.put("id", view.id());
        json.put("name", view.name());
        json.put("field", field.key());
        json.put("policy", own == null ? null : Refusals.word(own.policy()));
        json.put("reason", own == null ? null : own.reason());
        return json;
    }
}
