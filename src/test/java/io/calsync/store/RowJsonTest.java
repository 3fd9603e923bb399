package io.calsync.store;

import static io.calsync.store.Fixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.domain.Attempt;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts;
import io.calsync.domain.FieldFacts.Doubt;
import io.calsync.domain.FieldFacts.Intent;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.FieldFacts.Pair;
import io.calsync.domain.FieldFacts.Refusal;
import io.calsync.domain.Link;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Side;
import io.calsync.domain.Times;
import io.calsync.domain.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowJsonTest {
    private static final Message WHY = Message.of("refusal.rejected", Field.NAME, "\"quoted\" – ünïcode");

    @Test
    void readsBackEverythingThatARowRemembers() {
        var row = new Row(
                7,
                new Link(Link.State.GONE, 100, NOW, NOW.plusNanos(1), true),
                Fixture.agreed(),
                Fixture.cut().with(Field.DESCRIPTION, "two\nlines\t\u0001"),
                Fixture.agreed().with(Field.PRICE, Values.NOT_HELD).with(Field.DURATION, -10L),
                Map.of(
                        Field.NAME,
                        new FieldFacts(
                                new Intent(100, "a", "b", NOW),
                                List.of("c", "d"),
                                new Refusal(new Pair("b", "a"), WHY),
                                new Doubt("x", WHY),
                                new Pair("p", "q"),
                                new OwnPolicy(Policy.PLATFORM_WINS, "because"),
                                List.of(NOW, NOW.plusSeconds(1))),
                        Field.PRICE,
                        FieldFacts.NONE.accepting(new Pair(new Money(4500, "EUR"), new Money(900, "JPY"))),
                        Field.SLUG,
                        FieldFacts.NONE.with(new Doubt(Values.NOT_HELD, WHY))),
                new Attempt(3, WHY, NOW),
                new Times(NOW, Side.CALCOM, NOW.plusNanos(5), null, NOW),
                9);
        assertEquals(row, readBack(row, Map.of()));
    }

    @Test
    void readsBackARowThatRemembersNothing() {
        var row = Row.of(7, Fixture.cut()).withVersion(1);
        assertEquals(row, readBack(row, Map.of()));
    }

    @Test
    void knowsNothingOfAServiceWithoutAStoredRow() {
        assertEquals(Row.of(7, Values.NONE), RowJson.row(7, Columns.of(Map.of())));
    }

    @Test
    void passesOverWhatANewerConsoleWrote() {
        var row = Row.of(7, Values.NONE.with(Field.NAME, "Gloss")).withVersion(1);
        var newer = Map.of(
                "images", "{\"platform\":{\"name\":\"Gloss\",\"colour\":\"red\"},\"shop\":{}}",
                "facts", "{\"colour\":{\"own\":{\"policy\":\"ASK\",\"reason\":\"\"}}}",
                "times", "{\"lastSync\":null,\"lastGuess\":3}");
        assertEquals(row, readBack(row, newer));
    }

    private static Row readBack(Row row, Map<String, String> instead) {
        var columns = new HashMap<String, @Nullable Object>();
        var values = RowJson.columns(row);
        var names = RowJson.COLUMNS.split(", ", -1);
        for (int i = 0; i < names.length; i++) columns.put(names[i], values[i]);
        columns.put("version", row.version());
        columns.putAll(instead);
        return RowJson.row(row.id(), Columns.of(columns));
    }
}
