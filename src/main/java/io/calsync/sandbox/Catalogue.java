package io.calsync.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Event types of a large invented salon: always the same for the same number, all names and slugs different, the
/// fields well mixed.
public final class Catalogue {
    private static final List<String> KINDS = List.of(
            "Damenhaarschnitt", "Herrenhaarschnitt", "Kinderhaarschnitt", "Trockenschnitt", "Waschen & Styling",
            "Balayage", "Faceframe", "Gloss", "Hochsteckfrisur", "Keratin-Behandlung", "Beratung", "Maniküre",
            "Pediküre", "Gesichtsbehandlung", "Massage", "Wimpernlifting", "Brow Design");
    private static final List<String> VARIANTS =
            List.of("kurz", "mittel", "lang", "extra lang", "Express", "Premium", "Studio", "Junior", "Senior");
    private static final List<Integer> LENGTHS = List.of(15, 30, 45, 55, 60, 75, 90, 120, 180);

    private Catalogue() {}

    /// @param firstId the id of the first one; the others follow
    public static List<ObjectNode> generate(Account owner, long firstId, int count) {
        List<ObjectNode> docs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            docs.add(one(owner, firstId + i, i));
        }
        return docs;
    }

    private static ObjectNode one(Account owner, long id, int i) {
        String name = name(i);
        ObjectNode doc = Documents.ofUser(owner, id);
        doc.put("title", name).put("slug", slug(name)).put("lengthInMinutes", pick(LENGTHS, i * 5 + i / 7));
        doc.put("afterEventBuffer", i % 4 * 5).put("beforeEventBuffer", i % 6 == 5 ? 10 : 0);
        doc.put("minimumBookingNotice", i % 3 == 0 ? 120 : 60 * (1 + i % 24)).put("hidden", i % 11 == 10);
        if (i % 2 == 0) {
            doc.put("description", name + ": bitte fünf Minuten früher kommen.");
        }
        if (i % 8 == 7) {
            Documents.confirm(doc, i % 16 == 15 ? 24 : null);
        }
        if (i % 10 == 3) {
            Documents.charge(doc, 1000L + 250L * (i % 60), "eur");
        }
        return doc;
    }

    private static String name(int i) {
        int round = i / (KINDS.size() * VARIANTS.size());
        String name = pick(KINDS, i) + " " + pick(VARIANTS, i / KINDS.size());
        return round == 0 ? name : name + " " + (round + 1);
    }

    private static <T> T pick(List<T> list, int i) {
        return list.get(i % list.size());
    }

    private static String slug(String name) {
        String ascii = name.toLowerCase(Locale.ROOT).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
        return ascii.replaceAll("[^a-z0-9]+", "-");
    }
}
