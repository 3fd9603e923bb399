package io.calsync.cli;

import io.calsync.domain.Link;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Review;
import io.calsync.sync.ServiceView;
import java.util.List;
import picocli.CommandLine.Command;

/// `conflicts list`
@Command(name = "list")
final class ConflictsList extends Work {
    ConflictsList(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var views = desk.service().review().conflicts();
        if (console().json()) console().json(views.stream().map(new ConflictText(console())::json).toList());
        else if (views.isEmpty()) console().say("cli.conflicts.none");
        else print(views);
        return Exit.open(views.size(), 0);
    }

    private void print(List<ServiceView> views) {
        var text = new ServiceText(console());
        var table = console().table("id", "name", "field", "base", "platform", "calcom");
        for (ServiceView view : views) {
            String id = Long.toString(view.id());
            if (view.row().link().state() == Link.State.GONE) {
                table.add(id, view.name(), console().texts().say("cli.conflicts.gone"), "", "", "");
            }
            for (var state : Review.questions(view)) {
                var field = state.field();
                table.add(id, view.name(), field.key(), text.value(field, view.row().base().raw(field)),
                        text.value(field, view.values().raw(field)), text.value(field, view.row().calcom().raw(field)));
            }
        }
        console().print(table);
    }
}
