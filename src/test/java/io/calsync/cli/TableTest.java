package io.calsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAlignedByTheirWidestCellAndEndWithoutBlanks() {
        var table = new Table(List.of("ID", "NAME", "STATE"));
        table.add("1", "Föhnen", "ok");
        table.add("12", "漢字", "");

        assertEquals(List.of("ID  NAME    STATE", "1   Föhnen  ok", "12  漢字"), table.lines());
    }

    @Test
    void aCellOfManyLinesStaysALine() {
        var table = new Table(List.of("TEXT", "WHY"));
        table.add("first\nsecond", "x".repeat(500));

        var row = table.lines().getLast();
        assertTrue(row.startsWith("first…"), row);
        assertTrue(row.length() < 230 && row.endsWith("…"), row);
    }
}
