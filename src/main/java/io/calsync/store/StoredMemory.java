package io.calsync.store;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Policy;
import io.calsync.domain.Rules;
import io.calsync.sync.Cause;
import io.calsync.sync.Memory;
import io.calsync.sync.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a workspace remembers beside its rows, in the table of settings.
final class StoredMemory implements Memory {
    private final Database database;

    StoredMemory(Database database) {
        this.database = database;
    }

    @Override
    public Rules rules() throws ProblemException {
        return database.read(Settings::rules);
    }

    @Override
    public void rules(UnaryOperator<Rules> change, Cause cause) throws ProblemException {
        database.write(writing -> {
            var rules = change.apply(writing.rules());
            var differences = differences(writing.rules(), rules);
            if (differences.isEmpty()) return rules;
            Settings.rules(writing.handle(), rules);
            differences.forEach(difference -> writing.note(cause, difference));
            new RowWriter(writing).project(ServiceTable.all(writing.handle()));
            return rules;
        });
    }

    @Override
    public Optional<String> identity() throws ProblemException {
        return database.read(Settings::identity);
    }

    @Override
    public void identity(String identity, Cause cause) throws ProblemException {
        database.write(writing -> {
            if (Settings.identity(writing.handle()).filter(identity::equals).isPresent()) return identity;
            Settings.identity(writing.handle(), identity);
            writing.note(cause, Message.of("audit.identity", identity));
            return identity;
        });
    }

    private static List<Message> differences(Rules before, Rules after) {
        var differences = new ArrayList<Message>();
        for (Field field : Field.values()) {
            Policy policy = after.policy(field);
            if (policy != before.policy(field)) {
                differences.add(
                        Message.of("audit.policy." + policy.name().toLowerCase(Locale.ROOT).replace('_', '-'), field,
                                before.policy(field)));
            }
            boolean isReadOnly = after.readOnly().contains(field);
            if (isReadOnly != before.readOnly().contains(field)) {
                differences.add(Message.of(isReadOnly ? "audit.read-only" : "audit.writable", field));
            }
        }
        return differences;
    }
}
