package io.calsync.sync;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.Row;
import io.calsync.domain.Values;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A person changes services on the Platform. Works without a connection; what is changed is due at Cal.com by itself.
public final class Editing {
    /// Edits of one transaction: few enough to stop soon, many enough to be quick.
    private static final int TOGETHER = 50;

    private final Session session;

    public Editing(Session session) {
        this.session = session;
    }

    /// Which of these values may not be saved, with a sentence naming limit and value.
    public static Map<Field, Message> invalid(Patch edit) {
        var problems = new EnumMap<Field, Message>(Field.class);
        edit.to().forEach((field, value) -> {
            if (!Field.editable().contains(field)) problems.put(field, Message.of("edit.protected", field));
            else field.type().beyondLimits(value).ifPresent(why -> problems.put(field, why));
        });
        return problems;
    }

    /// Saves an edit; on the disk when this returns.
    ///
    /// @param opened the values that the person saw when the edit began
    /// @throws ProblemException with [Problem.Invalid], or with [Problem.Stale] where someone else changed one of the
    ///     edited fields meanwhile; then nothing is saved
    public ServiceView save(long serviceId, Values opened, Patch edit) throws ProblemException {
        session.mayEdit();
        var invalid = invalid(edit);
        if (!invalid.isEmpty()) throw new ProblemException(new Problem.Invalid(invalid));
        session.update(serviceId, session.cause(Cause.Source.EDIT), row -> edited(row, opened, edit));
        return session.view(serviceId);
    }

    /// One edit among many.
    ///
    /// @param opened the values that the person saw when the edit began
    public record Edit(long serviceId, Values opened, Patch patch) {}

    /// What became of many edits.
    ///
    /// @param run     what their entries of the trail carry, by which they can be taken back as one
    /// @param changed how many services were edited
    /// @param refused by service, why its edit was left out
    /// @param left    how many were not tried, because the person ended it early
    public record Saved(String run, int changed, Map<Long, Problem> refused, int left) {}

    /// Names edits that a person makes in one go, so that they can be taken back as one.
    public String newRun() {
        return session.newRun();
    }

    /// Saves many edits as one step of the history, some at a time. What may not be saved is left out and hinders no other.
    ///
    /// @throws ProblemException where the person may not edit
    public Saved saveMany(List<Edit> edits, Progress progress) throws ProblemException {
        String run = newRun();
        var refused = new LinkedHashMap<Long, Problem>();
        int done = 0;
        while (done < edits.size() && !progress.cancelled()) {
            var some = edits.subList(done, Math.min(done + TOGETHER, edits.size()));
            progress.at(done, edits.size(), some.getFirst().opened.text(Field.NAME));
            refused.putAll(saveAll(some, run, ""));
            done += some.size();
        }
        progress.at(done, edits.size(), "");
        return new Saved(run, done - refused.size(), refused, edits.size() - done);
    }

    /// Saves many edits in one transaction, each with an entry of the trail of its own. What may not be saved is left out
    /// and hinders no other.
    ///
    /// @param run  from [#newRun]
    /// @param note kept with each entry, such as the file that the edits come from
    /// @return by service, why its edit was left out
    public Map<Long, Problem> saveAll(Collection<Edit> edits, String run, String note) throws ProblemException {
        session.mayEdit();
        var refused = new LinkedHashMap<Long, Problem>();
        var steps = new LinkedHashMap<Long, Rows.Step>();
        for (Edit edit : edits) {
            var invalid = invalid(edit.patch);
            if (invalid.isEmpty()) steps.put(edit.serviceId, row -> editedOrRefused(row, edit, refused));
            else refused.put(edit.serviceId, new Problem.Invalid(invalid));
        }
        update(steps, session.cause(Cause.Source.EDIT, run).noting(note), refused);
        return refused;
    }

    /// Adds a service; fields without a value get the Platform's defaults.
    ///
    /// @param branchId UUID text, "" = of the whole company
    public ServiceView add(long companyId, String branchId, Patch values) throws ProblemException {
        return add(companyId, branchId, values, "");
    }

    /// @param run from [#newRun], "" where it is added on its own
    public ServiceView add(long companyId, String branchId, Patch values, String run) throws ProblemException {
        session.mayEdit();
        var invalid = invalid(values);
        if (!values.fields().contains(Field.NAME)) invalid.put(Field.NAME, Message.of("limit.text.empty"));
        if (!invalid.isEmpty()) throw new ProblemException(new Problem.Invalid(invalid));
        long id = session.platform().add(companyId, branchId, values.on(Values.NONE),
                session.cause(Cause.Source.EDIT, run));
        session.feed().changed(id);
        return session.view(id);
    }

    private Row editedOrRefused(Row row, Edit edit, Map<Long, Problem> refused) {
        try {
            var edited = edited(row, edit.opened, edit.patch);
            refused.remove(row.id());
            return edited;
        } catch (ProblemException stale) {
            refused.put(row.id(), stale.problem());
            return row;
        }
    }

    /// Where one of them cannot be written, such as a service that is not offered any more, each is tried alone.
    private void update(Map<Long, Rows.Step> steps, Cause cause, Map<Long, Problem> refused) {
        try {
            session.feed().changed(session.rows().updateAll(cause, steps).stream().map(Row::id).toList());
        } catch (ProblemException failed) {
            if (steps.size() > 1) steps.forEach((id, step) -> update(Map.of(id, step), cause, refused));
            else steps.keySet().forEach(id -> refused.put(id, failed.problem()));
        }
    }

    private Row edited(Row row, Values opened, Patch edit) throws ProblemException {
        for (Field field : edit.fields()) {
            if (!Objects.equals(row.platform().raw(field), opened.raw(field))) {
                throw new ProblemException(new Problem.Stale(row.platform().text(Field.NAME)));
            }
        }
        return row.edited(edit.on(row.platform()), session.clock().instant());
    }
}
