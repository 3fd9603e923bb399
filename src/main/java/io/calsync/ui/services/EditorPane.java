package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.FieldType;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.Problem;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.FieldEditor;
import io.calsync.ui.kit.Fxml;
import io.calsync.ui.kit.UiContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Edits one service. Only what the person touched is saved; what they typed stays with its service until it is saved or
/// discarded, also while they look at another.
final class EditorPane {
    private final UiContext ui;
    private final Parent root;
    private final Map<Field, FieldEditor> editors = new EnumMap<>(Field.class);
    private final Drafts drafts;
    private @Nullable RowData shown;
    private Values opened = Values.NONE;
    private boolean saving;

    @FXML private GridPane grid;

    @FXML private VBox protectedFields;

    @FXML private Label reason;

    @FXML private Button discard;

    @FXML private Button save;

    EditorPane(UiContext ui) {
        this.ui = ui;
        this.drafts = new Drafts(ui);
        this.root = Fxml.load(this, ui.words().texts());
        Action.DISCARD.dress(discard, ui.words());
        Action.SAVE.dress(save, ui.words());
        save.getStyleClass().add("accent");
        discard.setOnAction(_ -> discard());
        save.setOnAction(_ -> save());
    }

    Parent root() {
        return root;
    }

    void open(RowData data) {
        makeEditors(data.view().service().currency());
        shown = data;
        var draft = drafts.take(data.id());
        opened = draft == null ? data.view().values() : draft.opened();
        editors.values().forEach(editor -> editor.show(opened));
        if (draft != null) draft.typed().forEach((field, text) -> editor(field).type(text));
        showProtected(data);
        count();
    }

    /// The service changed. What the person has not touched follows; what they have is kept as they left it.
    void refresh(RowData data) {
        shown = data;
        var values = data.view().values();
        editors.forEach((field, editor) -> {
            boolean same = values.has(field) && editor.value().filter(values.get(field)::equals).isPresent();
            if (editor.touched() && !same) return;
            opened = opened.with(field, values.raw(field));
            editor.show(values);
        });
        showProtected(data);
        count();
    }

    void keepDraft() {
        if (shown == null) return;
        drafts.keep(shown.view(), opened, typed());
        shown = null;
    }

    void focusFirst() {
        editors.values().stream().findFirst().ifPresent(editor -> editor.control().requestFocus());
    }

    /// Asks before the pane is closed over unsaved work on the service that it shows; what others have waits on.
    void closing(Node near, Runnable close) {
        drafts.ask(near, changes(), unsaved(), () -> {
            discard();
            close.run();
        });
    }

    /// Asks before all unsaved work is lost.
    void leaving(Node near, Runnable leave) {
        var services = new ArrayList<>(unsaved());
        services.addAll(drafts.services());
        drafts.ask(near, changes() + drafts.changes(), services, () -> {
            drafts.clear();
            discard();
            leave.run();
        });
    }

    private List<String> unsaved() {
        return shown == null || changes() == 0 ? List.of() : List.of(shown.view().name());
    }

    private void makeEditors(String currency) {
        editors.clear();
        grid.getChildren().clear();
        var fields = Field.editable().stream().sorted(Comparator.comparingInt(EditorPane::group)).toList();
        int cell = 0;
        for (Field field : fields) {
            var editor = new FieldEditor(field, ui.words(), currency);
            editor.onEdited(this::count);
            if (!ui.operator().role().mayEdit()) editor.lock();
            editors.put(field, editor);
            boolean wide = field.type() instanceof FieldType.Text;
            if (wide && cell % 2 == 1) cell++;
            grid.add(editor, cell % 2, cell / 2, wide ? 2 : 1, 1);
            cell += wide ? 2 : 1;
        }
    }

    /// The name, then numbers, then switches, then the longer texts.
    private static int group(Field field) {
        return switch (field.type()) {
            case FieldType.Minutes _,FieldType.Amount _ -> 1;
            case FieldType.Flag _ -> 2;
            case FieldType.Text _ -> field == Field.NAME ? 0 : 3;
        };
    }

    private void showProtected(RowData data) {
        protectedFields.getChildren().setAll(new ProtectedFields(ui.words()).lines(data));
    }

    private int changes() {
        return typed().size();
    }

    /// What the person changed, as they typed it.
    private Map<Field, String> typed() {
        var typed = new EnumMap<Field, String>(Field.class);
        if (shown == null) return typed;
        var fields = patch().fields();
        editors.forEach((field, editor) -> {
            if (editor.problem().get() != null || fields.contains(field)) typed.put(field, editor.typed());
        });
        return typed;
    }

    private Patch patch() {
        var form = opened;
        for (FieldEditor editor : editors.values()) form = editor.into(form);
        return Patch.between(opened, form);
    }

    private void count() {
        int changes = changes();
        save.setText(changes == 0 ? ui.words().say("action.save") : ui.words().texts().count("editor.save", changes));
        save.setDisable(changes == 0 || saving);
        discard.setDisable(changes == 0 || saving);
        String refusal = ui.refusal(ui.operator().role().mayEdit());
        String nothing = refusal == null ? ui.words().say("editor.nothing") : refusal;
        reason.setText(changes == 0 ? nothing : "");
        for (Button button : List.of(discard, save)) {
            button.setVisible(refusal == null);
            button.setManaged(refusal == null);
        }
    }

    private void discard() {
        if (shown == null) return;
        if (discard.isFocused()) focusFirst();
        opened = shown.view().values();
        editors.values().forEach(editor -> editor.show(opened));
        count();
    }

    /// Saves what may be saved, or goes to the first field that may not.
    void save() {
        var wrong = editors.values().stream().filter(editor -> editor.problem().get() != null).findFirst();
        if (wrong.isPresent()) wrong.get().control().requestFocus();
        else if (shown != null && !patch().isEmpty()) save(shown.view(), opened, patch());
    }

    private void save(ServiceView service, Values seen, Patch patch) {
        saving = true;
        if (save.isFocused()) focusFirst();
        count();
        var typed = typed();
        long id = service.id();
        new Saving(ui, root).save(service, seen, patch, new Saving.Listener(() -> drafts.saved(id, typed),
                problems -> refused(id, problems), () -> drop(id), () -> {
                    saving = false;
                    count();
                }));
    }

    /// The person may look at another service by now.
    private void refused(long id, Map<Field, Message> problems) {
        if (shows(id)) problems.forEach((field, why) -> editor(field).refuse(why));
        else ui.notices().show(new Problem.Invalid(problems));
    }

    private void drop(long id) {
        if (shows(id)) discard();
        else drafts.take(id);
    }

    private boolean shows(long id) {
        return shown != null && shown.id() == id;
    }

    private FieldEditor editor(Field field) {
        if (editors.get(field) instanceof FieldEditor editor) return editor;
        throw new IllegalArgumentException("no editor for " + field.key());
    }
}
