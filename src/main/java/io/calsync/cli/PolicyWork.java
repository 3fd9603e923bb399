package io.calsync.cli;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Policy;
import io.calsync.sync.PolicyPreview;
import io.calsync.sync.PolicyPreview.Outcome;
import io.calsync.sync.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A policy is changed, for the workspace or for single services: shows first what it would decide now, and changes it
/// only for `--yes`.
abstract class PolicyWork extends Work {
    @Parameters(paramLabel = "FIELD", descriptionKey = "cli.param.field") String field = "";

    @Option(names = "--service", paramLabel = "ID") List<Long> services = new ArrayList<>();

    @Option(names = "--yes") boolean yes;

    PolicyWork(Console console) {
        super(console);
    }

    final Exit changed(Desk desk, @Nullable Policy policy, String reason) throws ProblemException {
        var policies = desk.service().policies();
        var which = Edits.field(field, Field.synced());
        Set<Long> ids = new HashSet<>(services);
        for (long id : ids) desk.service().catalogue().get(id);
        var own = policy == null ? null : new OwnPolicy(policy, reason);
        var wanted = policy == null ? Policy.ASK : policy;
        var preview = ids.isEmpty() ? policies.preview(which, wanted) : policies.preview(ids, which, own);
        tell(preview);
        if (!yes) {
            console().note("cli.policy.needs-yes");
            return Exit.USAGE;
        }
        if (ids.isEmpty()) policies.set(which, wanted);
        else policies.own(ids, which, own);
        console().note("cli.policy.done", which.key());
        return Exit.DONE;
    }

    private void tell(PolicyPreview preview) {
        if (console().json()) {
            console().json(preview.outcomes().stream().map(PolicyWork::json).toList());
            return;
        }
        var text = new ServiceText(console());
        var table = console().table("id", "name", "field", "effect", "platform", "calcom");
        for (Outcome outcome : preview.outcomes()) {
            var view = outcome.view();
            table.add(Long.toString(view.id()), view.name(), outcome.field().key(),
                    console().texts().say("outcome." + Refusals.word(outcome.effect())),
                    text.value(outcome.field(), view.values().raw(outcome.field())),
                    text.value(outcome.field(), view.row().calcom().raw(outcome.field())));
        }
        if (!preview.outcomes().isEmpty()) console().print(table);
        if (preview.outcomes().isEmpty()) console().say("outcome.none");
        for (var effect : PolicyPreview.Effect.values())
            if (preview.count(effect) > 0)
                console().say("outcome." + Refusals.word(effect) + ".count", preview.count(effect));
    }

    private static Map<String, @Nullable Object> json(Outcome outcome) {
        var json = Json.object();
        json.put("id", outcome.view().id());
        json.put("name", outcome.view().name());
        json.put("field", outcome.field().key());
        json.put("effect", Refusals.word(outcome.effect()));
        json.put("platform", Json.value(outcome.view().values().raw(outcome.field())));
        json.put("calcom", Json.value(outcome.view().row().calcom().raw(outcome.field())));
        return json;
    }
}
