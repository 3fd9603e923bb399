package io.calsync.exchange;

import io.calsync.domain.Field;
import io.calsync.domain.FieldType;
import io.calsync.text.Texts;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which column of a file holds what. Proposed by the names in its header, English, German or of the registry, and to be
/// corrected by a person.
///
/// @param columns per column of the file; empty = it is not read
public record Matching(List<Optional<ListColumn>> columns) {
    public Matching {
        columns = List.copyOf(columns);
    }

    /// What a column may be taken for: what may be edited, and what tells which service a line is about.
    public static List<ListColumn> targets() {
        return ListColumn.all().stream().filter(Matching::readable).toList();
    }

    /// The matching that the header's names ask for; of two columns of one name the first one counts.
    public static Matching proposed(List<String> header) {
        var names = names();
        var taken = new HashSet<ListColumn>();
        var columns = new ArrayList<Optional<ListColumn>>();
        for (String head : header) {
            var column = names.get(folded(head));
            columns.add(column != null && taken.add(column) ? Optional.of(column) : Optional.empty());
        }
        return new Matching(columns);
    }

    /// The same with another meaning of one column; a column that had that meaning loses it.
    ///
    /// @param meaning null = it is not read
    public Matching with(int column, @Nullable ListColumn meaning) {
        var changed = new ArrayList<>(columns);
        if (meaning != null) changed.replaceAll(one -> one.filter(other -> !other.equals(meaning)));
        changed.set(column, Optional.ofNullable(meaning));
        return new Matching(changed);
    }

    public boolean has(ListColumn meaning) {
        return position(meaning) >= 0;
    }

    /// -1 where no column has that meaning.
    public int position(ListColumn meaning) {
        return columns.indexOf(Optional.of(meaning));
    }

    private static boolean readable(ListColumn column) {
        return switch (column) {
            case ListColumn.OfField(Field field) -> Field.editable().contains(field) || field == Field.COMPANY
                    || field == Field.BRANCH;
            case ListColumn.About about -> switch (about) {
                case ID, CURRENCY, EVENT_TYPE -> true;
                case SYNC_STATUS, BOOKABLE, LAST_SYNC -> false;
            };
        };
    }

    private static Map<String, ListColumn> names() {
        var names = new HashMap<String, ListColumn>();
        for (ListColumn column : targets()) {
            names.put(folded(column.key()), column);
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN))
                names.put(folded(column.title(new Texts(language))), column);
        }
        return names;
    }

    /// Case, accents, signs and what stands in brackets aside: "Preis (EUR)" is "preis".
    private static String folded(String name) {
        String bare = name.replaceAll("[(\\[].*?[)\\]]", "");
        return Normalizer.normalize(bare, Normalizer.Form.NFD).replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }

    /// Whether an empty cell is a value of this field; for any other it says nothing.
    static boolean mayBeEmpty(Field field) {
        return field.type() instanceof FieldType.Text(int min, _, _, _) && min == 0;
    }
}
