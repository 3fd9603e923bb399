package io.calsync.exchange;

import io.calsync.domain.Field;
import io.calsync.domain.FieldType;
import io.calsync.sync.Progress;
import io.calsync.sync.ServiceView;
import io.calsync.text.Texts;
import io.calsync.text.ValueText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/// Writes lists of services and the trail of one as pages to print.
final class PdfWriting {
    private static final float TITLE = 15;
    private static final float SMALL = 9;
    private static final float CELL = 8;
    private static final float LINE = 15;
    private static final float GAP = 6;
    private static final float WIDEST = 170;
    private static final int MEASURED = 300;

    /// What fits onto a page and means something there.
    private static final Set<String> ON_PAPER =
            Set.of("id", "sync_status", "is_active", "is_online", "bookable", "name",
                    "category", "company", "branch", "duration_minutes", "price", "buffer_time_minutes", "event_type",
                    "last_sync");

    private final Texts texts;
    private final ValueText values;
    private final CellText cells;

    PdfWriting(Texts texts, CellText cells) {
        this.texts = texts;
        this.values = new ValueText(texts);
        this.cells = cells;
    }

    /// @param date printed beside the title
    void list(ServiceList list, String date, OutputStream out, Progress progress) throws IOException {
        var columns = list.columns().stream().filter(column -> ON_PAPER.contains(column.key())).toList();
        try (var pages = new PdfPages(true)) {
            var widths = widths(pages, list, columns);
            int done = 0;
            for (ServiceView service : list.services()) {
                if (progress.cancelled()) return;
                if (!pages.fits(LINE)) newPage(pages, list, date, columns, widths);
                float x = PdfPages.MARGIN;
                for (int i = 0; i < columns.size(); i++) {
                    cell(pages, x, widths[i], columns.get(i), text(columns.get(i), service), false);
                    x += widths[i];
                }
                pages.down(LINE);
                pages.rule(0.88f);
                progress.at(++done, list.services().size(), service.name());
            }
            if (list.services().isEmpty()) newPage(pages, list, date, columns, widths);
            pages.save(list.title(), texts, out);
        }
    }

    void trail(TrailPaper trail, String date, OutputStream out) throws IOException {
        try (var pages = new PdfPages(false)) {
            pages.newPage();
            head(pages, trail.title(), trail.about(), date);
            for (TrailPaper.Entry entry : trail.entries()) entry(pages, entry);
            pages.save(trail.title(), texts, out);
        }
    }

    private static void entry(PdfPages pages, TrailPaper.Entry entry) throws IOException {
        if (!pages.fits(3 * LINE)) pages.newPage();
        pages.rule(0.8f);
        pages.down(GAP);
        float who = pages.width(entry.who(), SMALL);
        pages.text(PdfPages.MARGIN + pages.width() - who, SMALL, PdfPages.MUTED, false, entry.who());
        pages.text(PdfPages.MARGIN, SMALL, PdfPages.DARK, true,
                pages.cut(entry.kind(), pages.width() - who - GAP, SMALL));
        pages.down(LINE);
        for (String sentence : entry.lines()) {
            for (String line : pages.wrapped(sentence, pages.width(), SMALL)) {
                if (!pages.fits(LINE)) pages.newPage();
                pages.text(PdfPages.MARGIN, SMALL, PdfPages.DARK, false, line);
                pages.down(LINE - 2);
            }
        }
        pages.down(GAP);
    }

    private void newPage(PdfPages pages, ServiceList list, String date, List<ListColumn> columns, float[] widths)
            throws IOException {
        pages.newPage();
        head(pages, list.title(), list.about(), date);
        pages.shade(LINE, 0.93f);
        float x = PdfPages.MARGIN;
        for (int i = 0; i < columns.size(); i++) {
            cell(pages, x, widths[i], columns.get(i), columns.get(i).title(texts), true);
            x += widths[i];
        }
        pages.down(LINE);
    }

    private static void head(PdfPages pages, String title, String about, String date) throws IOException {
        float right = pages.width(date, SMALL);
        pages.text(PdfPages.MARGIN + pages.width() - right, SMALL, PdfPages.MUTED, false, date);
        pages.text(PdfPages.MARGIN, TITLE, PdfPages.DARK, true, pages.cut(title, pages.width() - right - LINE, TITLE));
        pages.down(TITLE + GAP);
        for (String line : pages.wrapped(about, pages.width(), SMALL)) {
            pages.text(PdfPages.MARGIN, SMALL, PdfPages.MUTED, false, line);
            pages.down(LINE);
        }
    }

    private static void cell(PdfPages pages, float x, float width, ListColumn column, String text, boolean bold)
            throws IOException {
        String cut = pages.cut(text, width - GAP, CELL);
        float left = numeric(column) ? x + width - GAP - pages.width(cut, CELL) : x + GAP / 2;
        pages.down((LINE - CELL) / 2);
        pages.text(left, CELL, PdfPages.DARK, bold, cut);
        pages.down(-(LINE - CELL) / 2);
    }

    /// As wide as what stands in it, all together as wide as the page.
    private float[] widths(PdfPages pages, ServiceList list, List<ListColumn> columns) throws IOException {
        var widths = new float[columns.size()];
        float sum = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = pages.width(columns.get(i).title(texts), CELL) * 1.08f;
            for (ServiceView service : list.services().subList(0, Math.min(MEASURED, list.services().size())))
                widths[i] = Math.max(widths[i], pages.width(text(columns.get(i), service), CELL));
            widths[i] = Math.min(WIDEST, widths[i]) + 2 * GAP;
            sum += widths[i];
        }
        for (int i = 0; i < widths.length; i++) widths[i] *= pages.width() / sum;
        return widths;
    }

    private String text(ListColumn column, ServiceView service) {
        var value = column.value(service);
        if (value == null) return "";
        return column instanceof ListColumn.OfField(Field field) ? values.show(field, value) : cells.write(value);
    }

    private static boolean numeric(ListColumn column) {
        return column instanceof ListColumn.OfField(Field field)
                && (field.type() instanceof FieldType.Minutes || field.type() instanceof FieldType.Amount);
    }
}
