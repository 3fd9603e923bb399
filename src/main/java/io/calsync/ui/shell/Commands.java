package io.calsync.ui.shell;

import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Command;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What a person can do from where they are, read from the controls in sight and from [Action] for those on other screens.
/// UI thread only.
final class Commands {
    /// What only ends or confirms something that is open.
    private static final Set<Action> WITHOUT_SENSE = EnumSet.of(Action.PALETTE, Action.RUN_COMMAND, Action.CLOSE,
            Action.CANCEL);

    private static final Map<String, Action> BY_ID =
            Arrays.stream(Action.values()).collect(Collectors.toUnmodifiableMap(Action::id, Function.identity()));

    private final UiContext ui;
    private final Parent root;
    private final Set<Screen> screens;
    private final Map<Action, Runnable> everywhere;
    private final Supplier<List<Command>> ofScreens;

    /// @param everywhere what can be done whether or not a control for it is in sight
    /// @param ofScreens  what screens can do by its name
    Commands(UiContext ui, Parent root, Set<Screen> screens, Map<Action, Runnable> everywhere,
            Supplier<List<Command>> ofScreens) {
        this.ui = ui;
        this.root = root;
        this.screens = screens;
        this.everywhere = everywhere;
        this.ofScreens = ofScreens;
    }

    List<Command> all() {
        var offers = offers();
        var all = new ArrayList<Command>();
        offers.forEach((action, offer) -> {
            if (!WITHOUT_SENSE.contains(action)) all.add(command(action, offer.about, offer.usable, offer.fire));
        });
        for (Screen screen : screens) all.add(of(screen));
        everywhere.forEach((action, perform) -> {
            if (!offers.containsKey(action)) all.add(command(action, tip(action), true, perform));
        });
        for (Action action : Action.values()) {
            boolean there = action.home() != null && screens.contains(action.home());
            if (there && !offers.containsKey(action) && !everywhere.containsKey(action)) all.add(elsewhere(action));
        }
        all.addAll(ofScreens.get());
        return all;
    }

    /// A control in sight.
    private record Offer(boolean usable, String about, Runnable fire) {}

    /// Does what a key stands for everywhere, and consumes it.
    void press(KeyEvent key) {
        everywhere.forEach((action, perform) -> {
            if (action.keys() == null || !action.keys().match(key)) return;
            perform.run();
            key.consume();
        });
    }

    private Map<Action, Offer> offers() {
        var offers = new EnumMap<Action, Offer>(Action.class);
        below(root).filter(ButtonBase.class::isInstance).map(ButtonBase.class::cast).forEach(button -> {
            if (BY_ID.get(String.valueOf(button.getId())) instanceof Action action)
                offers.putIfAbsent(action, offer(action, button));
            if (!(button instanceof MenuButton menu) || menu.isDisabled()) return;
            for (MenuItem item : menu.getItems()) {
                if (BY_ID.get(String.valueOf(item.getId()).replaceFirst("-item$", "")) instanceof Action action)
                    offers.putIfAbsent(action, new Offer(!item.isDisable(), tip(action), item::fire));
            }
        });
        return offers;
    }

    private Offer offer(Action action, ButtonBase button) {
        boolean usable = !button.isDisabled();
        boolean reason = !usable && button.getTooltip() != null;
        return new Offer(usable, reason ? button.getTooltip().getText() : tip(action), button::fire);
    }

    private Command of(Screen screen) {
        var words = ui.words();
        return new Command(words.say(screen.key()), words.say("palette.screen"), screen.icon(), screen.keys(), true,
                () -> ui.navigation().open(screen));
    }

    private Command elsewhere(Action action) {
        return command(action, tip(action), true, () -> {
            if (action.home() instanceof Screen home) ui.navigation().open(home);
            ui.background().onUi(() -> perform(action));
        });
    }

    /// Presses the control; without one the keys themselves go to the screen.
    private void perform(Action action) {
        if (offers().get(action) instanceof Offer offer) offer.fire.run();
        else if (action.keys() instanceof KeyCodeCombination keys) Event.fireEvent(root, pressed(keys));
    }

    private static KeyEvent pressed(KeyCodeCombination keys) {
        boolean shortcut = keys.getShortcut() == KeyCombination.ModifierValue.DOWN;
        boolean shift = keys.getShift() == KeyCombination.ModifierValue.DOWN;
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", keys.getCode(), shift, shortcut && !mac, false,
                shortcut && mac);
    }

    private Command command(Action action, String about, boolean usable, Runnable perform) {
        return new Command(ui.words().say(action.key()), about, action.icon(), action.keys(), usable, perform);
    }

    private String tip(Action action) {
        return ui.words().say(action.key() + ".tip");
    }

    private static Stream<Node> below(Node node) {
        if (!node.isVisible()) return Stream.empty();
        if (!(node instanceof Parent parent)) return Stream.of(node);
        return Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Commands::below));
    }
}
