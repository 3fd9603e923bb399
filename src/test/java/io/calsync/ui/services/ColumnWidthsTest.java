package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
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
