package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Patch;
import io.calsync.domain.Row;
import io.calsync.domain.SyncStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A person changes and adds services; the tables of limits are FieldTypeTest's.
class EditingTest {
    private final World world = world();
    private final Editing editing = new Editing(world.session);

    private static World world() {
        try {
            return new World(2);
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Test
    void savingNeedsNoCalComAndNothingIsLostWhileItIsAway() throws ProblemException {
        world.calcom.readFaults.add(Trouble.LOST_BEFORE);
        var saved = editing.save(1, world.row(1).platform(), Patch.of(Field.NAME, "Balayage"));
        assertEquals(SyncStatus.PENDING, saved.status());
        assertThrows(ProblemException.class, world::sync);
        assertEquals("Balayage", world.row(1).platform().get(Field.NAME));
        world.sync();
        assertEquals("Balayage", world.held(1).get(Field.NAME));
    }

    @Test
    void anEditBackToWhatWasIsNoLongerDueAndSendsNothing() throws ProblemException {
        world.edit(1, Field.NAME, "Balayage");
        world.edit(1, Field.NAME, "Service 1");
        assertEquals(SyncStatus.SYNCED, world.status(1));
        world.sync();
        assertEquals(List.of(), world.calcom.writes);
    }

    @Test
    void savingWhatIsThereAlreadyWritesNothingAndTellsNobody() throws ProblemException {
        var heard = new ArrayList<Set<Long>>();
        new Catalogue(world.session).subscribe(heard::add);
        long version = world.row(1).version();
        editing.save(1, world.row(1).platform(), Patch.of(Field.NAME, " Service 1 "));
        assertEquals(version, world.row(1).version());
        assertEquals(List.of(), heard);
        world.edit(1, Field.NAME, "Balayage");
        assertEquals(List.of(Set.of(1L)), heard);
    }

    @Test
    void whatThePlatformKeepsToItselfIsRefusedByName() throws ProblemException {
        var edit = new Patch(Map.of(Field.COMPANY, "Other", Field.COMPOSITE, true, Field.NAME, "Fine"));
        var invalid = assertThrows(ProblemException.class, () -> editing.save(1, world.row(1).platform(), edit));
        assertEquals(
                new Problem.Invalid(Map.of(Field.COMPANY, Message.of("edit.protected", Field.COMPANY), Field.COMPOSITE,
                        Message.of("edit.protected", Field.COMPOSITE))),
                invalid.problem());
        assertEquals("Service 1", world.row(1).platform().get(Field.NAME), "all or nothing");
    }

    @Test
    void theOnlineFlagIsSavedAndNeverDue() throws ProblemException {
        var saved = editing.save(1, world.row(1).platform(), Patch.of(Field.ONLINE, true));
        assertEquals(SyncStatus.SYNCED, saved.status());
        assertEquals(true, saved.online());
        world.sync();
        assertEquals(List.of(), world.calcom.writes);
    }

    @Test
    void aPriceThatCalComDoesNotHoldIsSavedAndStaysHere() throws ProblemException {
        var price = Money.parse("45.00 EUR");
        var saved = editing.save(1, world.row(1).platform(), Patch.of(Field.PRICE, price));
        assertEquals(SyncStatus.SYNCED, saved.status());
        assertEquals(price, saved.values().get(Field.PRICE));
    }

    @Test
    void whatMayNotBeSavedAmongManyEditsIsNamedAndHindersNoOther() throws ProblemException {
        var opened = world.row(1).platform();
        world.workspace.put(Row.of(3, Looks.values(3)));
        var edits = List.of(
                new Editing.Edit(1, opened, Patch.of(Field.DURATION, 45L)),
                new Editing.Edit(2, opened, Patch.of(Field.NAME, "Mine")),
                new Editing.Edit(3, Looks.values(3), Patch.of(Field.NAME, "")),
                new Editing.Edit(99, opened, Patch.of(Field.NAME, "Nobody's")));
        var saved = editing.saveMany(edits, Progress.NONE);
        assertEquals(Map.of(2L, new Problem.Stale("Service 2"), 3L,
                new Problem.Invalid(Map.of(Field.NAME, Message.of("limit.text.empty"))), 99L,
                new Problem.NotPossible(Message.of("service.unknown", 99))), saved.refused());
        assertEquals(1, saved.changed());
        assertEquals(45L, world.row(1).platform().get(Field.DURATION));
        var entry = world.workspace.entries(Journal.Query.newest(1)).getFirst();
        assertEquals(saved.run(), entry.cause().run());
        editing.saveAll(List.of(new Editing.Edit(2, world.row(2).platform(), Patch.of(Field.NAME, "Mine"))), "r",
                "prices.csv");
        assertEquals(new Cause(Cause.Source.EDIT, world.session.operator(), "r", "prices.csv"),
                world.workspace.entries(Journal.Query.ofService(2, 1)).getFirst().cause());
    }

    @Test
    void manyEditsEndBetweenTwoTransactionsWhenThePersonWantsIt() throws ProblemException {
        var edits = new ArrayList<Editing.Edit>();
        for (int i = 0; i < 120; i++)
            edits.add(new Editing.Edit(1, world.row(1).platform(), Patch.of(Field.BUFFER_AFTER, 1L + i % 2)));
        var saved = editing.saveMany(edits, new Progress() {
            private int done;

            @Override
            public void at(int newDone, int total, String service) {
                done = newDone;
            }

            @Override
            public boolean cancelled() {
                return done > 0;
            }
        });
        assertEquals(20, saved.left());
    }

    @Test
    void aNewServiceIsNotLinkedAndEveryoneHearsOfIt() throws ProblemException {
        var heard = new ArrayList<Set<Long>>();
        var catalogue = new Catalogue(world.session);
        catalogue.subscribe(heard::add);
        var added = editing.add(1, "", new Patch(Map.of(Field.NAME, "Gloss", Field.DURATION, 20L)));
        assertEquals(SyncStatus.NEVER, added.status());
        assertEquals("Gloss", catalogue.get(added.id()).name());
        assertEquals(List.of(Set.of(added.id())), heard);
        assertEquals(3, catalogue.all().size());
    }

    @Test
    void aNewServiceNeedsANameAndValuesWithinTheLimits() throws ProblemException {
        var nameless = assertThrows(ProblemException.class, () -> editing.add(1, "", Patch.of(Field.DURATION, 0L)));
        assertEquals(
                new Problem.Invalid(Map.of(Field.NAME, Message.of("limit.text.empty"), Field.DURATION,
                        Message.of("limit.minutes", 1, 1440, 0))),
                nameless.problem());
        assertEquals(2, new Catalogue(world.session).all().size());
    }

    @Test
    void aServiceThatIsNotThereIsSaidToBeSo() throws ProblemException {
        var opened = world.row(1).platform();
        var missing = assertThrows(ProblemException.class, () -> editing.save(99, opened, Patch.of(Field.NAME, "x")));
        assertEquals(Message.of("service.unknown", 99), missing.problem().message());
        assertNull(world.row(1).attempt().why());
    }
}
