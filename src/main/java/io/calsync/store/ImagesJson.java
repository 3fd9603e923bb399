package io.calsync.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.calsync.domain.Row;
import io.calsync.domain.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The three images of a row in the form in which they are kept: what all three hold alike is there once, because that is
/// nearly everything of nearly every row. Values are in their text form by field key, null for [Values#NOT_HELD].
///
/// @param all      what base, Platform and Cal.com hold alike
/// @param base     what only the base says, or says otherwise
/// @param platform the same of the Platform
/// @param calcom   the same of Cal.com
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ImagesJson(
        @Nullable Map<String, @Nullable String> all,
        @Nullable Map<String, @Nullable String> base,
        @Nullable Map<String, @Nullable String> platform,
        @Nullable Map<String, @Nullable String> calcom) {
    static String write(Row row) {
        return write(row.base().encoded(), row.platform().encoded(), row.calcom().encoded());
    }

    static String write(Map<String, @Nullable String> base, Map<String, @Nullable String> platform,
            Map<String, @Nullable String> calcom) {
        var all = new LinkedHashMap<String, @Nullable String>(base);
        all.keySet().removeIf(key -> !alike(key, base, platform) || !alike(key, base, calcom));
        return Json.write(new ImagesJson(all, beside(all, base), beside(all, platform), beside(all, calcom)));
    }

    /// @param images what [#write] wrote
    /// @param row    everything else of the row
    static Row read(String images, Row row) {
        var kept = Json.read(images, ImagesJson.class);
        var all = values(kept.all, Values.NONE);
        return row.withImages(values(kept.base, all), values(kept.platform, all), values(kept.calcom, all));
    }

    private static boolean alike(String key, Map<String, @Nullable String> one, Map<String, @Nullable String> other) {
        return other.containsKey(key) && Objects.equals(one.get(key), other.get(key));
    }

    private static Map<String, @Nullable String> beside(Map<String, @Nullable String> all,
            Map<String, @Nullable String> image) {
        var own = new LinkedHashMap<String, @Nullable String>(image);
        own.keySet().removeAll(all.keySet());
        return own;
    }

    private static Values values(@Nullable Map<String, @Nullable String> own, Values all) {
        return own == null ? all : Values.decoded(own).over(all);
    }
}
