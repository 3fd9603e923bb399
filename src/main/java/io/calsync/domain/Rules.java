package io.calsync.domain;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What a workspace has settled for all its services.
///
/// @param policies per field, [Policy#ASK] where there is no entry
/// @param readOnly fields that this server has proved to take no value for, beside those that no Cal.com takes
public record Rules(Map<Field, Policy> policies, Set<Field> readOnly) {
    public static final Rules DEFAULT = new Rules(Map.of(), Set.of());

    public Rules {
        policies = Map.copyOf(policies);
        readOnly = Set.copyOf(readOnly);
    }

    public Policy policy(Field field) {
        return policies.getOrDefault(field, Policy.ASK);
    }

    public boolean writable(Field field) {
        return field.mapping().writable() && !readOnly.contains(field);
    }

    /// @param proved fields that take no value either
    public Rules withReadOnly(Set<Field> proved) {
        var all = new HashSet<>(readOnly);
        all.addAll(proved);
        return new Rules(policies, all);
    }

    /// As of a server that has not proved anything yet.
    public Rules allWritable() {
        return new Rules(policies, Set.of());
    }

    public Rules with(Field field, Policy policy) {
        var changed = new EnumMap<Field, Policy>(Field.class);
        changed.putAll(policies);
        changed.put(field, policy);
        return new Rules(changed, readOnly);
    }
}
