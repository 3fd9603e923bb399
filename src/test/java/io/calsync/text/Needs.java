package io.calsync.text;

import io.calsync.domain.Aspect;
import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.Policy;
import io.calsync.domain.Standing;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Verdict;
import io.calsync.exchange.ListColumn;
import io.calsync.sync.Cause;
import io.calsync.sync.Operator;
import io.calsync.sync.Plan;
import io.calsync.sync.PolicyPreview;
import io.calsync.sync.Review;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Habit;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.Theme;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// The keys that follow from registries: whoever adds a constant needs these texts.
final class Needs {
    private final Set<String> keys = new TreeSet<>();

    private Needs() {}

    static Set<String> ofRegistries() {
        var needs = new Needs();
        needs.values();
        needs.runs();
        needs.window();
        needs.commands();
        return needs.keys;
    }

    private void values() {
        for (Field field : Field.values()) keys.add("field." + field.key());
        add("bookable.no.", EnumSet.complementOf(EnumSet.of(SyncStatus.SYNCED)), "");
        add("preview.", List.of(Choice.values()), "");
        for (String effect : List.of("restores", "reopens", "pushes", "policy-next", "agrees"))
            keys.addAll(List.of("undo." + effect, "undo." + effect + ".count"));
        for (String kind : List.of("sync", "force", "push", "cancelled", "silence")) keys.add("run.report." + kind);
        for (String end : List.of("cancelled", "silence")) keys.add("run." + end);
        add("problem.not-allowed.", List.of(Operator.Role.values()), "");
        for (Policy policy : Policy.values()) keys.add("audit.policy." + hyphened(policy));
        add("list.", List.of(ListColumn.About.values()), "");
        for (String kind : List.of("text", "minutes", "amount", "flag")) keys.add("import.no-" + kind);
    }

    private void runs() {
        add("plan.", List.of(Plan.Action.values()), "", ".count");
        add("cli.action.", List.of(Plan.Action.values()), "");
        add("source.", List.of(Cause.Source.values()), "");
        add("cli.source.", List.of(Cause.Source.values()), "");
        add("change.", EnumSet.complementOf(EnumSet.of(Aspect.FACT)), "");
        add("cli.aspect.", List.of(Aspect.values()), "");
    }

    private void window() {
        for (Action action : Action.values()) keys.addAll(List.of(action.key(), action.key() + ".tip"));
        for (SyncStatus status : SyncStatus.values()) add(StatusLook.of(status));
        for (boolean on : new boolean[]{true, false}) {
            add(StatusLook.ofActive(on));
            add(StatusLook.ofOnline(on));
            add(StatusLook.ofBookable(on));
        }
        for (Screen screen : Screen.values()) keys.add(screen.key());
        for (Facet facet : Facet.values()) keys.add(facet.key());
        add("recency.", List.of(Facet.Recency.values()), "");
        for (Theme theme : Theme.values()) keys.add(theme.key());
        add("tip.head.", List.of(SyncStatus.values()), "");
        add("policy.", List.of(Policy.values()), "", ".means");
        add("outcome.", List.of(PolicyPreview.Effect.values()), "", ".count");
        add("outcome.", List.of(Choice.values()), "");
        add("settings.role.", List.of(Operator.Role.values()), "", ".means");
        add("review.choose.", List.of(Choice.values()), "");
        add("review.bulk.", List.of(Choice.values()), "");
        add("review.gone.", List.of(Review.GoneAnswer.values()), "", ".means", ".preview");
        for (Verdict verdict : Verdict.values()) keys.add("review.state." + hyphened(verdict));
        for (Standing standing : EnumSet.of(Standing.DUE, Standing.POLICY, Standing.ACCEPTED))
            keys.add("review.state." + hyphened(standing));
        for (Enum<?> column : constants("io.calsync.ui.services.Column")) keys.add("column." + hyphened(column));
        add("bulk-edit.operation.", constants("io.calsync.ui.services.bulk.Operation"), "");
        for (Enum<?> view : constants("io.calsync.ui.services.BuiltInView")) keys.add("view." + hyphened(view));
        add("grouping.", constants("io.calsync.ui.services.Grouping"), "");
        add("tour.", constants("io.calsync.ui.shell.Tour$Step"), "", ".means");
        for (Habit habit : Habit.values()) keys.add(habit.key());
        for (Enum<?> term : constants("io.calsync.ui.shell.Term"))
            keys.addAll(List.of("term." + hyphened(term), "term." + hyphened(term) + ".means"));
        add("import.part.", constants("io.calsync.ui.services.exchange.Preview$Part"), "");
        add("settings.key.", constants("io.calsync.ui.settings.KeyKind"), "", ".means");
    }

    private void commands() {
        add("cli.status.", List.of(SyncStatus.values()), "");
        add("cli.meaning.", List.of(SyncStatus.values()), "");
        add("cli.verdict.", List.of(Verdict.values()), "");
        for (String flag : List.of("active", "online", "bookable"))
            keys.addAll(List.of("cli." + flag, "cli.not-" + flag));
        for (String kind : List.of("text", "minutes", "amount", "flag")) keys.add("cli.not-a-value." + kind);
    }

    private void add(StatusLook look) {
        keys.addAll(List.of(look.key(), look.meaning()));
    }

    private void add(String prefix, Collection<? extends Enum<?>> constants, String... suffixes) {
        for (Enum<?> constant : constants)
            for (String suffix : suffixes) keys.add(prefix + constant.name().toLowerCase(Locale.ROOT) + suffix);
    }

    private static String hyphened(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constants of a registry that its own package keeps to itself.
    private static List<Enum<?>> constants(String type) {
        try {
            return List.of((Enum<?>[]) Class.forName(type).getEnumConstants());
        } catch (ClassNotFoundException moved) {
            throw new AssertionError(moved);
        }
    }
}
