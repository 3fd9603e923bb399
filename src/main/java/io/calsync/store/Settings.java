package io.calsync.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.calsync.domain.Field;
import io.calsync.domain.Policy;
import io.calsync.domain.Rules;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// What the table `calsync_settings` holds, each setting as JSON under its name.
final class Settings {
    private static final String RULES = "rules";
    private static final String IDENTITY = "identity";
    private static final String WORKSPACE = "workspace";

    private Settings() {}

    private record RulesJson(Map<String, Policy> policies, List<String> readOnly) {}

    static Rules rules(Handle handle) {
        return content(handle, RULES).map(json -> rules(Json.read(json, new TypeReference<RulesJson>() {})))
                .orElse(Rules.DEFAULT);
    }

    static void rules(Handle handle, Rules rules) {
        var policies = new TreeMap<String, Policy>();
        rules.policies().forEach((field, policy) -> policies.put(field.key(), policy));
        var readOnly = rules.readOnly().stream().map(Field::key).sorted().toList();
        put(handle, RULES, Json.write(new RulesJson(policies, readOnly)));
    }

    static Optional<String> identity(Handle handle) {
        return content(handle, IDENTITY).map(json -> Json.read(json, String.class));
    }

    static void identity(Handle handle, String identity) {
        put(handle, IDENTITY, Json.write(identity));
    }

    /// What tells this workspace from every other, made once.
    static Optional<String> workspace(Handle handle) {
        return content(handle, WORKSPACE).map(json -> Json.read(json, String.class));
    }

    static void workspace(Handle handle, String id) {
        put(handle, WORKSPACE, Json.write(id));
    }

    private static Rules rules(RulesJson kept) {
        var policies = new EnumMap<Field, Policy>(Field.class);
        kept.policies.forEach((key, policy) -> Field.of(key).ifPresent(field -> policies.put(field, policy)));
        var readOnly = EnumSet.noneOf(Field.class);
        for (String key : kept.readOnly) Field.of(key).ifPresent(readOnly::add);
        return new Rules(policies, readOnly);
    }

    private static Optional<String> content(Handle handle, String name) {
        return handle.createQuery("select content from calsync_settings where name = ?").bind(0, name)
                .mapTo(String.class).findOne();
    }

    private static void put(Handle handle, String name, String json) {
        if (handle.execute("update calsync_settings set content = ? where name = ?", json, name) == 0) {
            handle.execute("insert into calsync_settings (name, content) values (?, ?)", name, json);
        }
    }
}
