package io.calsync.ui.kit;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Message;
import io.calsync.sync.Scope;
import io.calsync.text.Texts;
import io.calsync.text.TimeText;
import io.calsync.text.ValueText;
import java.time.ZoneId;
import java.util.Locale;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Everything that turns data into words of the person's language.
public record Words(Texts texts, ValueText values, TimeText times) {
    /// The sign by which JavaFX shows it.
    private static final String ENTER = "\u21b5";

    public static Words of(Texts texts, ZoneId zone) {
        return new Words(texts, new ValueText(texts), new TimeText(texts, zone));
    }

    public String say(String key, Object... args) {
        return texts.say(key, args);
    }

    public String say(Message message) {
        return texts.say(message);
    }

    /// A sentence about a field and one of its values in text form, in this order; the value is shown as in a table.
    public String sayValue(Message message) {
        return values.say(message);
    }

    /// A value in the text form of the store and the audit trail, as a person reads it.
    ///
    /// @param encoded null = nothing is known
    public String show(Field field, @Nullable String encoded) {
        return values.decoded(field, encoded);
    }

    /// Keys as they are printed on a keyboard of the person's language.
    public String show(KeyCombination keys) {
        return keys.getDisplayText().replace("Ctrl", say("key.ctrl")).replace("Shift", say("key.shift"))
                .replace(ENTER, say("key.enter")).replace("Space", say("key.space"))
                .replace("Escape", say("key.escape"));
    }

    /// Whose event types a scope means.
    ///
    /// @param name of the team or organization, empty where it is not known
    public String scope(Scope scope, String name) {
        return switch (scope) {
            case Scope.User _ -> say("settings.scope.user");
            case Scope.Team team -> say("settings.scope.team", named(name, team.teamId()));
            case Scope.OrganizationTeam team -> say("settings.scope.team", named(name, team.teamId()));
            case Scope.Organization whole -> say("settings.scope.organization", named(name, whole.organizationId()));
        };
    }

    private static String named(String name, long id) {
        return name.isEmpty() ? "#" + id : name;
    }

    /// A service's own rule for a field and why it was set.
    public String rule(Field field, OwnPolicy own) {
        String rule = say("policy." + own.policy().name().toLowerCase(Locale.ROOT));
        return say(own.reason().isEmpty() ? "rule.own" : "rule.own.reason", texts.label(field), rule, own.reason());
    }
}
