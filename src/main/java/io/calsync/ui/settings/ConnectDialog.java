package io.calsync.ui.settings;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.Dialogs;
import io.calsync.ui.kit.Fxml;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.settings.Connector.Found;
import io.calsync.ui.settings.Connector.Key;
import io.calsync.ui.settings.Connector.Next;
import io.calsync.ui.settings.Connector.Offer;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Connecting in one dialog: where, which key, what was found, and what to do first. A refusal says why and keeps what was
/// typed.
public final class ConnectDialog {
    private final UiContext ctx;
    private final Connector connector;
    private @Nullable Dialog<ButtonType> dialog;
    private boolean connecting;

    @FXML private ToggleGroup server;
    @FXML private RadioButton calcom;
    @FXML private RadioButton caleu;
    @FXML private RadioButton own;
    @FXML private TextField address;
    @FXML private ComboBox<KeyKind> keyKind;
    @FXML private PasswordField secret;
    @FXML private TextField reference;
    @FXML private Label keyHint;
    @FXML private VBox firstCompany;
    @FXML private ComboBox<Currency> currency;
    @FXML private VBox finding;
    @FXML private Button find;
    @FXML private VBox addressMessage;
    @FXML private VBox keyMessage;
    @FXML private VBox result;
    @FXML private Label account;
    @FXML private VBox offers;
    @FXML private Label ability;
    @FXML private ToggleGroup next;
    @FXML private RadioButton importAll;
    @FXML private RadioButton link;
    @FXML private RadioButton later;
    @FXML private Button connect;

    private final ToggleGroup scope = new ToggleGroup();

    private ConnectDialog(UiContext ctx, Connector connector) {
        this.ctx = ctx;
        this.connector = connector;
    }

    public static void open(UiContext ctx, Node near, Connector connector) {
        var content = new ConnectDialog(ctx, connector);
        Node root = Fxml.load(content, ctx.words().texts());
        var dialog = ctx.dialogs().form(near, ctx.words().say("settings.connect.title"), root, Action.CLOSE);
        content.dialog = dialog;
        dialog.setResizable(true);
        // What was agreed to takes the window's place when it is done; until then nothing new is begun behind it.
        dialog.setOnCloseRequest(request -> {
            if (content.connecting) request.consume();
        });
        dialog.show();
        content.secret.requestFocus();
    }

    @FXML
    void initialize() {
        calcom.setUserData("https://api.cal.com/v2");
        caleu.setUserData("https://api.cal.eu/v2");
        importAll.setUserData(Next.IMPORT);
        link.setUserData(Next.LINK);
        later.setUserData(Next.LATER);
        address.disableProperty().bind(own.selectedProperty().not());
        keyKind.getItems().setAll(KeyKind.values());
        if (!connector.hasKeychain()) keyKind.getItems().remove(KeyKind.KEYCHAIN);
        keyKind.setConverter(new KeyKindText(ctx.words()));
        keyKind.valueProperty().subscribe(this::showKeyField);
        keyKind.getSelectionModel().selectFirst();
        CurrencyBox.fill(currency, ctx.words());
        boolean none = ctx.sample() || ctx.services().companies().isEmpty();
        firstCompany.setVisible(none);
        firstCompany.setManaged(none);
        Action.FIND.dress(find, ctx.words());
        Action.CONNECT.dress(connect, ctx.words());
        connect.setId("connect-now");
        server.selectedToggleProperty().subscribe(this::forget);
        for (var text : List.of(address, secret, reference)) text.textProperty().subscribe(this::forget);
    }

    /// What was found, or was wrong, belongs to the address and key it was asked with.
    private void forget() {
        clearMessages();
        showResult(false);
    }

    /// Asks the server what the key reaches.
    @FXML
    void find() {
        var typed = server();
        if (typed.isEmpty()) {
            complain(ctx.words().say("settings.connect.address"), addressMessage, address);
            return;
        }
        var key = key();
        busy(true);
        ctx.background().call(() -> connector.discover(typed.get(), key))
                .result(this::show)
                .problem(this::complain)
                .always(() -> busy(false))
                .start();
    }

    @FXML
    void connect() {
        var typed = server();
        if (typed.isEmpty() || !(scope.getSelectedToggle() instanceof RadioButton chosen)) return;
        var offer = (Offer) chosen.getUserData();
        var first = (Next) next.getSelectedToggle().getUserData();
        String money = currency.getValue().getCurrencyCode();
        var key = key();
        busy(true);
        connecting(true);
        ctx.background().run(() -> connector.connect(typed.get(), key, offer.scope(), money, first))
                .result(_ -> close())
                .problem(this::complain)
                .always(() -> {
                    busy(false);
                    connecting(false);
                })
                .start();
    }

    private void close() {
        connecting(false);
        if (dialog != null) dialog.close();
    }

    private void connecting(boolean now) {
        connecting = now;
        if (dialog != null) dialog.getDialogPane().lookup("#" + Action.CLOSE.id()).setDisable(now);
    }

    private void show(Found found) {
        var words = ctx.words();
        clearMessages();
        account.setText(words.say("settings.connect.account", found.account().username(), found.account().email()));
        scope.getToggles().clear();
        offers.getChildren().setAll(found.offers().stream().map(this::offer).toList());
        if (!scope.getToggles().isEmpty()) scope.selectToggle(best(found));
        ability.setText(found.readOnly().isEmpty() ? words.say("settings.connect.writes-all")
                : words.say("settings.connect.writes-but", labels(found)));
        showResult(true);
        if (scope.getSelectedToggle() instanceof RadioButton chosen) chosen.requestFocus();
    }

    /// The scope with the most event types is most likely the one that is meant.
    private RadioButton best(Found found) {
        int most = 0;
        for (int i = 1; i < found.offers().size(); i++) {
            if (count(found.offers().get(i)) > count(found.offers().get(most))) most = i;
        }
        return (RadioButton) scope.getToggles().get(most);
    }

    private static int count(Offer offer) {
        return offer.eventTypes().orElse(-1);
    }

    private RadioButton offer(Offer offer) {
        var words = ctx.words();
        String count = offer.eventTypes().isEmpty() ? words.say("settings.connect.not-listed")
                : words.texts().count("settings.connect.event-types", offer.eventTypes().getAsInt());
        var radio = new RadioButton(ctx.words().scope(offer.scope(), offer.name()) + ": " + count);
        radio.setUserData(offer);
        radio.setWrapText(true);
        radio.setMinHeight(Region.USE_PREF_SIZE);
        radio.setToggleGroup(scope);
        radio.setDisable(offer.eventTypes().isEmpty());
        return radio;
    }

    private String labels(Found found) {
        return found.readOnly().stream().sorted().map((Field field) -> ctx.words().texts().label(field))
                .collect(Collectors.joining(", "));
    }

    /// Says what is wrong at the field that has to be mended, and goes there.
    private void complain(Problem problem) {
        String sentence = ctx.words().say(problem.message());
        switch (problem) {
            case Problem.Unreachable _ -> complain(
                    ctx.words().say(new Message("settings.connect.unreachable", problem.message().args())),
                    addressMessage,
                    address);
            case Problem.KeyRefused _,Problem.KeyMissing _ ->
                    complain(sentence, keyMessage, secret.isVisible() ? secret : reference);
            default -> complain(sentence, addressMessage, address);
        }
    }

    private void complain(String sentence, VBox place, TextField field) {
        clearMessages();
        place.getChildren().setAll(new Banner("connect-problem", Banner.Tone.DANGER).say(sentence));
        place.setManaged(true);
        field.setAccessibleHelp(sentence);
        if (field.isDisabled()) find.requestFocus();
        else {
            field.requestFocus();
            field.selectAll();
        }
        fit();
    }

    private void clearMessages() {
        for (var place : List.of(addressMessage, keyMessage)) {
            place.getChildren().clear();
            place.setManaged(false);
        }
    }

    /// What was found takes the place of how to find it, so that the dialog fits a small screen.
    private void showResult(boolean visible) {
        show(result, visible);
        show(connect, visible);
        show(finding, !visible);
        find.setDefaultButton(!visible);
        connect.setDefaultButton(visible);
        fit();
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /// The dialog takes the height that its content needs, as soon as that is laid out.
    private void fit() {
        ctx.background().onUi(() -> {
            if (dialog != null) Dialogs.fit(dialog);
        });
    }

    private void busy(boolean now) {
        find.setDisable(now);
        connect.setDisable(now);
    }

    private void showKeyField(@Nullable KeyKind kind) {
        if (kind == null) return;
        secret.setVisible(kind.typed());
        reference.setVisible(!kind.typed());
        String key = "settings.key." + kind.id();
        forget();
        keyHint.setText(ctx.words().say(key + ".means"));
        reference.setPromptText(kind.typed() ? "" : ctx.words().say(key + ".prompt"));
    }

    private Key key() {
        return keyKind.getValue().key(secret.getText().strip(), reference.getText().strip());
    }

    /// The chosen base URL without a slash at the end; empty where it is none.
    private Optional<URI> server() {
        var chosen = server.getSelectedToggle();
        String text = chosen == own ? address.getText().strip() : (String) chosen.getUserData();
        try {
            var uri = URI.create(text.replaceAll("/+$", ""));
            return uri.getHost() == null || uri.getScheme() == null ? Optional.empty() : Optional.of(uri);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
