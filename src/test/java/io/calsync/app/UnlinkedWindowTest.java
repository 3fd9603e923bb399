package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.cli.Host.Target;
import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Values;
import io.calsync.sandbox.Account;
import io.calsync.sandbox.Documents;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.sync.ServiceView;
import io.calsync.sync.SyncOptions;
import java.util.stream.Collectors;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody made four event types at Cal.com: one as usual, one hidden, one far too long, one like a service that is here.
class UnlinkedWindowTest extends SandboxWindow {
    private static final long FIRST = 5001;

    @BeforeEach
    void arrive() {
        eventType(FIRST, "Kopfmassage", 20);
        eventType(FIRST + 1, "Schulung", 120);
        eventType(FIRST + 2, "Weltreise", 1_000_000);
        eventType(FIRST + 3, "Bartpflege", 25);
        sandbox.world().edit(FIRST + 1, doc -> doc.put("hidden", true));
    }

    @Test
    void aSyncSaysThatTheyAreThereAndTheyAreImportedByKeys() throws Exception {
        manager();
        look();
        until(() -> text("#bar-done").contains(texts.count("run.unlinked", 4)));
        picture("unlinked-bar");
        press("#unlinked");
        listed(4);
        assertTrue(button("#import").isDisabled());
        picture("unlinked");
        keys.at("unlinked-table");
        keys.press(KeyCode.SPACE);
        assertEquals(texts.count("unlinked.import", 1), text("#import"));
        keys.press(KeyCode.SHIFT, KeyCode.DOWN);
        keys.press(KeyCode.SPACE);
        assertTrue(text("#unlinked-counts").startsWith(texts.say("unlinked.counts", 2, 4)));
        assertTrue(text("#unlinked-counts").endsWith(texts.count("unlinked.unpriced", 2)));
        picture("unlinked-marked");
        keys.press(KeyCode.ENTER);
        listed(2);
        until(() -> shows("#unlinked-outcome"));
        assertTrue(textBelow("#unlinked-outcome").contains(texts.count("unlinked.imported", 2)));
        assertTrue(textBelow("#unlinked-outcome").contains(texts.count("import.unpriced", 2)));
        picture("unlinked-imported");
        press("#show-services");
        until(() -> !shows("#unlinked-table") && table().getItems().size() == 2);
        assertFalse(view("Schulung").values().get(Field.ACTIVE).equals(true), "a hidden one becomes inactive");
        assertEquals(SyncStatus.SYNCED, view("Kopfmassage").status());
    }

    @Test
    void aSearchNarrowsTheListAndWhatCannotBecomeAServiceSaysWhy() throws Exception {
        manager();
        robot.interact(() -> item("unlinked").fire());
        listed(4);
        robot.interact(() -> find("#unlinked-search", TextField.class).setText("weltr"));
        listed(1);
        assertTrue(cells().contains(texts.label(Field.DURATION)), cells());
        robot.interact(() -> button("#unlinked-all").fire());
        assertTrue(button("#import").isDisabled(), "it cannot be marked");
        robot.interact(() -> find("#unlinked-search", TextField.class).setText("#" + FIRST));
        listed(1);
        robot.interact(() -> button("#unlinked-all").fire());
        assertFalse(button("#import").isDisabled());
        robot.interact(() -> find("#unlinked-search", TextField.class).setText("xyzzy"));
        listed(0);
        picture("unlinked-none-found");
        assertEquals(texts.count("unlinked.import", 1), text("#import"), "what is marked stays so");
    }

    @Test
    void oneIsLinkedToAServiceThatIsHere() throws Exception {
        var company = workspace.service().catalogue().companies().getFirst();
        var values = Patch.between(Values.NONE, Values.NONE.with(Field.NAME, "Bartpflege").with(Field.DURATION, 30L)
                .with(Field.PRICE, Money.parse("18.00 EUR")));
        workspace.service().editing().add(company.id(), "", values);
        begin(Arrival.of(workspace), SERVICES + 1);
        press("#check");
        until(() -> shows("#plan-summary"));
        picture("unlinked-plan");
        press("#unlinked");
        listed(4);
        robot.interact(() -> unlinked().getSelectionModel().clearAndSelect(3));
        press("#link-service");
        until(() -> shows("#counterparts") && find("#counterparts", ListView.class).getItems().size() == 1);
        picture("unlinked-link");
        press(".dialog-pane #link");
        listed(3);
        assertEquals(texts.say("unlinked.linked", "Bartpflege", "Bartpflege"), textBelow("#unlinked-outcome"));
        picture("unlinked-linked");
        assertEquals(FIRST + 3, view("Bartpflege").row().link().eventTypeId());
    }

    @Test
    void whoMayNotImportOrLinkSeesThemAndWhyNot() throws Exception {
        window(Operator.Role.STAFF);
        robot.interact(() -> item("unlinked").fire());
        listed(4);
        robot.interact(() -> button("#unlinked-all").fire());
        assertTrue(button("#import").isDisabled());
        assertEquals(texts.say("problem.not-allowed.staff"), button("#import").getTooltip().getText());
        assertFalse(button("#link-service").isDisabled());
    }

    @Test
    void connectingForImportTellsWhatCameOfIt() throws Exception {
        manager();
        connectAnew("next-import");
        until(() -> shows("#unlinked-outcome"));
        listed(1);
        assertTrue(textBelow("#unlinked-outcome").contains(texts.count("unlinked.imported", 3)));
        assertTrue(textBelow("#unlinked-outcome").contains(texts.count("unlinked.refused", 1)));
        assertTrue(textBelow("#unlinked-outcome").contains(texts.count("import.unpriced", 3)));
        picture("unlinked-connected");
        press(".dialog-pane #close");
        until(() -> table().getItems().size() == SERVICES + 3);
    }

    @Test
    void connectingForLinkingShowsTheServicesThatAreNotLinked() throws Exception {
        var first = views().getFirst();
        workspace.service().links().unlink(first.id());
        manager();
        connectAnew("next-link");
        until(() -> shows("#facet-linked") && table().getItems().size() == 1);
    }

    @Test
    void theChosenBranchGetsThem() throws Exception {
        workspace.close();
        workspace = wiring.open(new Target(folder.resolve("sample"), true, null));
        workspace.service().runs().sync(SyncOptions.PLAIN, Progress.NONE);
        var place = workspace.service().catalogue().companies().getLast().branches().getLast();
        begin(Arrival.of(workspace), 41);
        robot.interact(() -> item("unlinked").fire());
        listed(3);
        robot.interact(() -> robot.lookup("#unlinked-place").queryComboBox().getSelectionModel().selectLast());
        robot.interact(() -> button("#unlinked-all").fire());
        picture("unlinked-sample");
        press("#import");
        listed(0);
        picture("unlinked-empty");
        assertEquals(place.id(), view("Kopfmassage").service().branchId());
    }

    private void eventType(long id, String name, long minutes) {
        var doc = Documents.ofUser(Account.ANN, id);
        sandbox.world().put(doc.put("title", name).put("slug", "k-" + id).put("lengthInMinutes", minutes));
    }

    /// Connects anew with the server that is connected already.
    private void connectAnew(String next) {
        robot.clickOn("#go-settings").clickOn("#open-connection").clickOn(".scroll-pane #connect");
        until(() -> shows("#server-own"));
        robot.clickOn("#server-own").clickOn("#server-address").write(sandbox.baseUrl());
        robot.clickOn("#key-secret").write("cal_ann").type(KeyCode.ENTER);
        until(() -> shows("#connect-result"));
        robot.clickOn("#" + next);
        press("#connect-now");
    }

    private MenuItem item(String id) {
        return find("#files", MenuButton.class).getItems().stream().filter(item -> (id + "-item").equals(item.getId()))
                .findFirst().orElseThrow();
    }

    private TableView<?> unlinked() {
        return robot.lookup("#unlinked-table").queryTableView();
    }

    private void listed(int count) {
        until(() -> shows("#unlinked-table") && !unlinked().isDisabled() && unlinked().getItems().size() == count);
    }

    private String cells() {
        return robot.from(unlinked()).lookup(".wrapped-text").queryAllAs(Text.class).stream().map(Text::getText)
                .collect(Collectors.joining("\n"));
    }

    private ServiceView view(String name) throws ProblemException {
        return views().stream().filter(view -> view.name().equals(name)).findFirst().orElseThrow();
    }
}
