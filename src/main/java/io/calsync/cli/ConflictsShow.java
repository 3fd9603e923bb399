package io.calsync.cli;

import io.calsync.domain.Link;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Review;
import io.calsync.sync.ServiceView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `conflicts show ID`
@Command(name = "show")
final class ConflictsShow extends Work {
    @Parameters(paramLabel = "ID", descriptionKey = "cli.param.id") long id;

    ConflictsShow(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var view = desk.service().catalogue().get(id);
        if (console().json()) console().json(new ConflictText(console()).json(view));
        else print(view);
        return Exit.DONE;
    }

    private void print(ServiceView view) {
        var questions = Review.questions(view);
        boolean gone = view.row().link().state() == Link.State.GONE;
        if (questions.isEmpty() && !gone) {
            console().say("cli.conflicts.nothing", view.name());
            return;
        }
        if (gone) console().say("cli.conflicts.gone-help", view.name(), Long.toString(view.row().link().eventTypeId()));
        var table = console().table("field", "base", "platform", "calcom", "verdict", "choices");
        for (var state : questions) {
            var text = new ServiceText(console());
            table.add(state.field().key(), text.value(state.field(), view.row().base().raw(state.field())),
                    text.value(state.field(), view.values().raw(state.field())),
                    text.value(state.field(), view.row().calcom().raw(state.field())),
                    console().texts().say("cli.verdict." + Refusals.word(state.verdict())),
                    String.join(", ", ConflictText.choices(view, state)));
        }
        if (!questions.isEmpty()) console().print(table);
        for (var state : questions) if (state.why() != null) console().print(console().texts().say(state.why()));
    }
}
