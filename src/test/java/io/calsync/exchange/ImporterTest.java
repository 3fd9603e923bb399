package io.calsync.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.Patch;
import io.calsync.exchange.ImportPlan.Change;
import io.calsync.exchange.ImportPlan.Refused;
import io.calsync.exchange.ImportPlan.Unchanged;
import io.calsync.sync.Cause;
import io.calsync.sync.Journal;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.text.Texts;
import io.calsync.text.TimeText;
import io.calsync.ui.Desk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines of a file against the services of a salon: what each would do, and what it did.
class ImporterTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;
    @SuppressWarnings("NullAway.Init") private Desk desk;
    @SuppressWarnings("NullAway.Init") private Importer importer;

    @BeforeEach
    void aSalon() throws ProblemException {
        desk = Desk.of(Operator.Role.STAFF);
        importer = new Importer(desk.sync, TEXTS, new TimeText(TEXTS, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '^', value = {
            "id;duration_minutes|1;31|Change", "id;duration_minutes|1;30|Unchanged", "ID;Dauer|1;31|Change",
            "Nummer;Duration (min);ID|x;31 min;1|Change", "id;price|1;45,00 €|Unchanged", "id;Preis|1;46|Change",
            "id;name|1;Balayage|Unchanged", "id;duration_minutes|1;|Unchanged", "id;description|1;|Unchanged",
            "id;description;category|1;x;y|Change", "Name;Aktiv|balayage;nein|Change",
            "slug;is_active|balayage;0|Change",
            "event type;online|101;no|Change", "name;price|Nails;12.50|Addition", "id;name|;Nails|Addition",
            "id;name;Company;Branch|;Nails;Salon Lindenhof;Nord|Addition"})
    void aLineDoesWhatItSaysOtherwise(String lines) throws ProblemException {
        var parts = lines.split("\\|", -1);
        assertEquals(parts[2], outcome(1, parts[0], parts[1]).getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '^', value = {
            "id;duration_minutes|1;2000|Duration: Between 1 and 1440 minutes; this is 2000.",
            "id;duration_minutes|1;soon|Duration: “soon” is no number of whole minutes, such as 45.",
            "id;price|1;1,200|Price: “1,200” is no clear amount, such as 45.50.",
            "id;price;currency|1;60;USD|Price: The price is in USD, the company’s prices are in EUR.",
            "id;is_active|1;perhaps|Active: “perhaps” is neither yes nor no.",
            "id;slug|1;No Blanks|Web address part: Only small letters a to z, digits and hyphens; “No Blanks” has something else.",
            "id;name|99;x|There is no service with the number 99.",
            "event type;name|;x|The line does not say which service it is about.",
            "event type;name|9;x|There is no service “9”.",
            "id;name|1;a;b|This line has 3 cells, the header 2. A cell that holds the separator needs quotation marks around it.",
            "name;company|Nails;Nowhere|There is no company “Nowhere”.",
            "name;company;branch|Nails;Seeblick;Nord|There is no branch “Nord” in Seeblick.",
            "id;name;price|;;5|Name: This must not be empty."})
    void aLineThatCannotBeTakenSaysWhy(String lines) throws ProblemException {
        var parts = lines.split("\\|", -1);
        var refused = (Refused) outcome(1, parts[0], parts[1]);
        assertEquals(parts[2], Reason.say(refused.why(), TEXTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID,Name,Price,Duration,Active", "id,name,price,duration_minutes,is_active",
            "ID,NAME,Preis (€),Dauer [min],Aktiv"})
    void headsAreRecognisedInEveryLanguage(String header) throws ProblemException {
        var columns = Matching.proposed(CsvReading.ofText(header).header()).columns();
        assertEquals("id name price duration_minutes is_active",
                columns.stream().map(column -> column.map(ListColumn::key).orElse("-"))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void newServicesNeedACompanyThatIsChosen() throws ProblemException {
        var refused = (Refused) outcome(0, "name;price", "Nails;12.50");
        assertEquals("import.choose-company", refused.why().getFirst().message().key());
    }

    @Test
    void theSecondLineAboutOneServiceIsRefused() throws ProblemException {
        var plan = plan(1, "id;price\n1;46\n1;47\nx;1");
        assertEquals("Line 2 is about this service already.",
                Reason.say(((Refused) plan.lines().get(1).outcome()).why(), TEXTS));
        assertEquals(1, plan.count(Change.class));
        assertEquals(2, plan.count(Refused.class));
    }

    @Test
    void whatWasAgreedToIsWrittenAsEditsThatCanBeUndone() throws ProblemException {
        var plan = plan(1, "id;price;name\n1;46;Balayage\n2;45;Better Cut\n3;45;Dauerwelle\n;12;Nails");
        var before = desk.sync.history().entries(Journal.Query.newest(100)).size();

        var outcome = importer.apply(plan, "prices.csv", Progress.NONE);

        assertEquals(new Importer.Outcome(2, 1, List.of(), false), outcome);
        var entry = desk.sync.history().entries(Journal.Query.ofService(1, 1)).getFirst();
        assertEquals(Cause.Source.EDIT, entry.cause().source());
        assertEquals("prices.csv", entry.cause().note());
        assertEquals(Set.of(Field.PRICE), entry.changes().stream().map(one -> one.field()).collect(Collectors.toSet()));
        assertEquals(before + 2, desk.sync.history().entries(Journal.Query.newest(100)).size());
        desk.sync.history().undo(entry.seq());
        assertEquals(Money.parse("45.00 EUR"), desk.service("Balayage").values().get(Field.PRICE));
        assertEquals(Money.parse("12.00 EUR"), desk.service("Nails").values().get(Field.PRICE));
    }

    @Test
    void aServiceThatChangedSinceThePlanIsLeftAsItIs() throws ProblemException {
        var plan = plan(0, "id;price\n1;46\n2;46");
        var moved = desk.service("Balayage");
        desk.sync.editing().save(moved.id(), moved.values(), Patch.of(Field.PRICE, Money.parse("50.00 EUR")));

        var outcome = importer.apply(plan, "", Progress.NONE);

        assertEquals(1, outcome.changed());
        assertEquals("problem.stale", outcome.refused().getFirst().why().getFirst().message().key());
        assertEquals(Money.parse("50.00 EUR"), desk.service("Balayage").values().get(Field.PRICE));
    }

    @Test
    void whatIsCancelledIsNamedLineByLine() throws ProblemException {
        var plan = plan(0, "id;price\n1;46\n2;46");
        var outcome = importer.apply(plan, "", new Progress() {
            @Override
            public void at(int done, int total, String service) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        });
        assertTrue(outcome.cancelled());
        assertEquals(2, outcome.refused().size());
        assertEquals(Money.parse("45.00 EUR"), desk.service("Balayage").values().get(Field.PRICE));
    }

    @Test
    void refusedLinesAreMendedAndImportedAgain() throws Exception {
        var table = CsvReading.ofText("id;name;duration_minutes\n1;=Balayage;2000\n2;\"Premium; Cut\";-5\n3;Perm");
        var plan = importer.plan(table, choices(0, table), Progress.NONE);
        var file = folder.resolve("refused.csv");
        importer.writeRefused(table, Importer.Outcome.of(plan).refused(), file);

        String written = Files.readString(file);
        assertTrue(written.contains("1;'=Balayage;2000;\"Duration: Between 1 and 1440 minutes; this is 2000.\""),
                written);
        Files.writeString(file, written.replace("2000;", "200;").replace("-5;", "50;"));
        var again = CsvReading.read(file);

        assertEquals(2, again.lines().size());
        importer.apply(importer.plan(again, choices(0, again), Progress.NONE), "", Progress.NONE);
        assertEquals(200L, desk.service("=Balayage").values().get(Field.DURATION));
        assertEquals(50L, desk.service("Premium; Cut").values().get(Field.DURATION));
        importer.writeRefused(again, Importer.Outcome.of(plan).refused(), file);
        assertEquals(1, Files.readString(file).split("Reason", -1).length - 1, "one column of reasons");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void anExportIsImportedWithoutADifference(String language) throws ProblemException {
        var service = desk.service("Balayage");
        desk.sync.editing().save(service.id(), service.values(), new Patch(Map.of(
                Field.NAME, "=SUM(A1;B1)", Field.DESCRIPTION, "+ \"two\"\n@lines; 'quoted', -1",
                Field.PRICE, Money.parse("1234.50 EUR"), Field.ONLINE, false)));
        var texts = new Texts(Locale.of(language));
        var times = new TimeText(texts, ZoneOffset.UTC);
        var file = folder.resolve("all.csv");
        var services = desk.sync.catalogue().all();
        new ListFile(texts, times, Instant.EPOCH).write(new ServiceList("", "", ListColumn.all(), services), file,
                Progress.NONE);

        var table = CsvReading.read(file);
        assertEquals(language.equals("de") ? ';' : ',', table.separator());
        var plan = importer.plan(table, choices(0, table), Progress.NONE);
        assertEquals(services.size(), plan.count(Unchanged.class), plan.lines().toString());
        assertFalse(table.lines().isEmpty());
    }

    private ImportPlan.Outcome outcome(long company, String header, String line) throws ProblemException {
        return plan(company, header + "\n" + line).lines().getFirst().outcome();
    }

    private ImportPlan plan(long company, String text) throws ProblemException {
        var table = CsvReading.ofText(text);
        return importer.plan(table, choices(company, table), Progress.NONE);
    }

    private static ImportPlan.Choices choices(long company, CsvTable table) {
        var matching = Matching.proposed(table.header());
        return new ImportPlan.Choices(matching, Key.in(matching).getFirst(), company);
    }
}
