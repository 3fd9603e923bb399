package io.calsync.store;

import static io.calsync.store.Fixture.BRANCH;
import static io.calsync.store.Fixture.EDIT;
import static io.calsync.store.Fixture.IMPORT;
import static io.calsync.store.Fixture.NOW;
import static io.calsync.store.Fixture.SALON;
import static io.calsync.store.Fixture.STUDIO;
import static io.calsync.store.Fixture.cut;
import static io.calsync.store.Fixture.sql;
import static io.calsync.store.Fixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.Service;
import io.calsync.domain.Values;
import io.calsync.sync.Cause.Source;
import io.calsync.sync.Journal.Query;
import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredPlatformTest {
    @TempDir private Path directory;

    private Workspace workspace;

    @BeforeEach
    void open() throws ProblemException {
        workspace = Fixture.salon(directory);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void holdsWhatItWasSeededWith() throws ProblemException {
        assertEquals(List.of(SALON, STUDIO), workspace.platform().companies());
        var services = workspace.platform().services(EDIT);
        assertEquals(List.of("Gloss", "Premium Cut"), services.stream().map(Service::name).toList());

        var cut = services.getLast();
        assertEquals(1, cut.companyId());
        assertEquals(BRANCH, cut.branchId());
        assertEquals("EUR", cut.currency());
        assertEquals("Salon Lindgrün / Mitte / Schnitt", cut.row().platform().text(Field.COMPANY) + " / "
                + cut.row().platform().text(Field.BRANCH) + " / " + cut.row().platform().text(Field.CATEGORY));
        assertEquals(Fixture.agreed(), cut.row().base());
        assertEquals(Values.NONE, cut.row().calcom());
        assertEquals(Fixture.alone(), cut.row().facts(Field.SLUG).own());
        assertEquals(cut, workspace.platform().service(cut.id()));
        assertEquals(2, workspace.journal().entries(new Query(0, Source.IMPORT, null, 0, 9)).size());
    }

    @Test
    void takesNoteOfWhatOthersChangedAndOnlyOnce() throws Exception {
        sql(directory, "update services set duration_minutes = 45",
                "update companies set name = 'Salon Neu' where id = 1");
        var services = workspace.platform().services(EDIT);
        assertEquals(List.of(45L, 45L),
                services.stream().map(service -> service.row().platform().get(Field.DURATION)).toList());
        workspace.platform().services(EDIT);
        assertEquals(2, workspace.journal().entries(new Query(0, Source.PLATFORM, null, 0, 9)).size());
        assertEquals("Salon Neu", workspace.platform().service(1).row().platform().text(Field.COMPANY));
    }

    @Test
    void readsAndWritesATableThatLacksAColumn() throws Exception {
        sql(directory, "alter table services drop column is_online", "update services set duration_minutes = -10, "
                + "calcom_event_type_id = 'abc', minimum_booking_notice = null where id = 2");
        var odd = workspace.platform().service(2).row();
        assertEquals(Values.NOT_HELD, odd.platform().raw(Field.ONLINE));
        assertEquals(Values.NOT_HELD, odd.platform().raw(Field.MINIMUM_NOTICE));
        assertEquals(-10L, odd.platform().get(Field.DURATION));
        assertEquals(0, odd.link().eventTypeId(), "no number, so none of Cal.com's");

        workspace.rows().update(2, EDIT, row -> row.edited(row.platform().with(Field.DURATION, 20L), Fixture.NOW));
        var kept = "select duration_minutes || ' ' || calcom_event_type_id from services where id = 2";
        assertEquals("20 abc", value(directory, kept));
    }

    @Test
    void addsAServiceWithItsEntryAndItsLink() throws Exception {
        var eventType = new EventType(300, 0, cut().with(Field.NAME, "Hairdetox"), Map.of(), NOW, List.of());
        long id = workspace.platform().importAll(1, "", List.of(eventType), IMPORT).getFirst();
        var service = workspace.platform().service(id);
        assertEquals(300, service.row().link().eventTypeId());
        assertEquals("300", value(directory, "select calcom_event_type_id from services where id = " + id));
        assertEquals(120L, service.row().platform().get(Field.MINIMUM_NOTICE));
        assertEquals(Source.IMPORT, workspace.journal().entries(Query.ofService(id, 1)).getFirst().cause().source());
        assertEquals(service, workspace.platform().service(id));
    }

    @Test
    void addsNothingWhereItCannotBe() throws Exception {
        var chf = cut().with(Field.PRICE, new Money(100, "CHF"));
        assertEquals("company.unknown", refusal(9, "", cut()));
        assertEquals("store.no-branch", refusal(2, BRANCH, chf));
        assertEquals("store.other-currency", refusal(1, "", chf));
        var held = new EventType(100, 0, cut(), Map.of(), NOW, List.of());
        var thrown = assertThrows(
                ProblemException.class, () -> workspace.platform().importAll(1, "", List.of(held), IMPORT));
        assertEquals("link.held", thrown.problem().message().key());
        assertEquals("2", value(directory, "select count(*) from services"));
    }

    @Test
    void knowsWhichCompanyAnEventTypeBelongsTo() throws ProblemException {
        assertEquals(Optional.of(1L), workspace.platform().ownerOf(100));
        assertEquals(Optional.empty(), workspace.platform().ownerOf(101));
    }

    private String refusal(long company, String branch, Values values) {
        var thrown = assertThrows(
                ProblemException.class, () -> workspace.platform().add(company, branch, values, IMPORT));
        return thrown.problem().message().key();
    }
}
