package io.calsync.cli;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Review;
import io.calsync.sync.ServiceView;
import io.calsync.sync.SyncService;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `conflicts resolve ID`: decides, and pushes at once what the decision makes due.
@Command(name = "resolve")
final class ConflictsResolve extends Work {
    @Parameters(paramLabel = "ID", descriptionKey = "cli.param.id") long id;

    @Option(names = "--field", paramLabel = "NAME=platform|calcom|accept") List<String> fields = new ArrayList<>();

    @Option(names = "--all", paramLabel = "platform|calcom") String all = "";

    @Option(names = "--deleted", paramLabel = "deactivate|create|wait") String deleted = "";

    @Option(names = "--note", paramLabel = "TEXT") String note = "";

    ConflictsResolve(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        long ways = Stream.of(!fields.isEmpty(), !all.isEmpty(), !deleted.isEmpty()).filter(way -> way).count();
        if (ways != 1) throw Refusals.of("cli.resolve.how");
        var service = desk.service();
        var shown = service.catalogue().get(id);
        var decided = deleted.isEmpty() ? decide(service, shown) : answer(service, shown);
        if (decided.outlook().needsPush()) decided = pushed(service);
        return Changed.told(console(), "cli.resolved", decided);
    }

    private ServiceView decide(SyncService service, ServiceView shown) throws ProblemException {
        var choices = all.isEmpty() ? choices() : Review.available(shown, Refusals.constant(Choice.class, all));
        if (choices.isEmpty()) throw Refusals.of("cli.resolve.nothing", shown.name());
        var decided = service.review().decide(id, shown.row().version(), choices, note);
        Review.preview(shown, choices).forEach(each -> console().remark(console().values().say(each)));
        return decided;
    }

    private ServiceView answer(SyncService service, ServiceView shown) throws ProblemException {
        var answer = Refusals.constant(Review.GoneAnswer.class, deleted);
        return service.review().answerGone(id, shown.row().version(), answer, note);
    }

    private Map<Field, Choice> choices() throws ProblemException {
        var choices = new EnumMap<Field, Choice>(Field.class);
        for (String assignment : fields) {
            var parts = Edits.split(assignment);
            choices.put(Edits.field(parts[0], Field.synced()), Refusals.constant(Choice.class, parts[1]));
        }
        return choices;
    }

    /// The decision is kept whatever becomes of the push; what is not sent now is sent by the next sync.
    private ServiceView pushed(SyncService service) throws ProblemException {
        try {
            service.runs().push(Set.of(id)).failed().values().forEach(console()::note);
        } catch (ProblemException waits) {
            console().note(waits.problem().message());
        }
        return service.catalogue().get(id);
    }
}
