package io.calsync.cli;

import io.calsync.domain.Link;
import io.calsync.sync.EventTypes.RemoteChange;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Review;
import io.calsync.sync.ServiceView;
import java.time.Instant;
import java.util.Optional;
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
        var author = author(desk, view);
        if (console().json()) {
            var json = new ConflictText(console()).json(view);
            json.put("changedBy", author.map(RemoteChange::who).orElse(null));
            json.put("changedAt", author.map(change -> change.at().toString()).orElse(null));
            console().json(json);
        } else {
            print(view);
            if (view.row().times().calcomChanged() instanceof Instant since) print(author, since);
        }
        return Exit.DONE;
    }

    /// Who changed it at Cal.com last, as far as the server tells; without an answer the author is unknown.
    private static Optional<RemoteChange> author(Desk desk, ServiceView view) {
        if (view.row().times().calcomChanged() == null) return Optional.empty();
        try {
            return desk.service().review().remoteChanges(view).stream().findFirst();
        } catch (ProblemException unknown) {
            return Optional.empty();
        }
    }

    private void print(Optional<RemoteChange> author, Instant since) {
        author.ifPresentOrElse(
                change -> console().say("cli.conflicts.author", change.who(), console().times().exact(change.at())),
                () -> console().say("cli.conflicts.author-unknown"));
        console().say("cli.conflicts.first-seen", console().times().exact(since));
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
