package io.calsync.ui.services;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// At 1280 pixels nothing of the table is out of sight, in either language.
class ColumnWidthsTest {
    @Nested
    class English extends Widths {}

    @Nested
    class German extends Widths {
        @Override
        protected Locale locale() {
            return Locale.GERMAN;
        }
    }

    abstract static class Widths extends ServicesTest {
        // As services.css has them.
        private static final double CELL_FONT = 13.02;
        private static final double CELL_PADDING = 14;

        @Test
        void atTwelveHundredAndEightyPixelsEveryColumnIsInSight() {
            untilLoaded();
            assertEquals(1280, stage.getScene().getWidth());
            double widths = table().getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
            assertTrue(widths <= table().getWidth(), widths + " of " + table().getWidth());
            var bars = robot.from(table()).lookup(".scroll-bar:horizontal").queryAllAs(ScrollBar.class);
            assertTrue(bars.stream().noneMatch(ScrollBar::isVisible), "there is nothing to scroll to");
        }

        @Test
        void noStatusWordIsCutOff() {
            untilLoaded();
            for (var node : robot.lookup(node -> node instanceof ServiceCell cell && !cell.isEmpty()).queryAll()) {
                var cell = (ServiceCell) node;
                if (!(cell.getGraphic() instanceof Label label)) continue;
                assertTrue(label.prefWidth(-1) <= label.getWidth() + 1, label.getText() + " has " + label.getWidth());
            }
        }

        @Test
        void theLastSyncIsWholeFromTheFirstSecondOn() {
            untilLoaded();
            var row = rows().stream().filter(one -> one.lastSync() != null).findFirst().orElseThrow();
            var last = requireNonNull(row.lastSync());
            double column = table().getColumns().stream()
                    .filter(one -> one.getText().equals(ui.words().say(Column.LAST_SYNC.key()))).findFirst()
                    .orElseThrow().getWidth();
            for (long seconds : new long[]{0, 35, 59, 35 * 60, 59 * 60, 22 * 3600, 22 * 86_400}) {
                var drawn = new Text(Column.LAST_SYNC.text(row, ui.words(), last.plusSeconds(seconds)));
                drawn.setFont(Font.font(CELL_FONT));
                double needed = drawn.getLayoutBounds().getWidth() + CELL_PADDING;
                assertTrue(needed <= column, drawn.getText() + " has " + column);
            }
        }

        @Test
        void noHeaderIsCutOff() {
            untilLoaded();
            var headers = robot.from(table()).lookup(".column-header > .label").queryAllAs(Label.class);
            assertEquals(Column.values().length, headers.stream().filter(label -> !label.getText().isEmpty()).count());
            for (Label header : headers) assertTrue(header.prefWidth(-1) <= header.getWidth() + 1, header.getText());
        }

        @Test
        void whatThePlanCutsOffIsInItsTooltips() {
            untilLoaded();
            robot.push(KeyCode.SHIFT, KeyCode.F5);
            until(() -> shows("#plan-table .table-row-cell"));
            int told = 0;
            for (var node : robot.from(robot.lookup("#plan-table").queryAll()).lookup(".table-cell").queryAll()) {
                if (!(node instanceof TableCell<?, ?> cell) || cell.isEmpty() || cell.getText() == null
                        || cell.getText().isEmpty())
                    continue;
                assertEquals(cell.getText(), cell.getTooltip().getText());
                told++;
            }
            assertTrue(told > 20, told + " cells");
        }
    }
}
