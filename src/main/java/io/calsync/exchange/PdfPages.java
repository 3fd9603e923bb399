package io.calsync.exchange;

import io.calsync.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/// Pages of a PDF that are written on from top to bottom. All lengths are points, counted from the left and from the top.
final class PdfPages implements AutoCloseable {
    static final float MARGIN = 36;
    static final float DARK = 0.1f;
    static final float MUTED = 0.42f;

    /// Ships with PDFBox; has Latin, Greek and Cyrillic.
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float FOOT = 20;
    private static final float BOLD = 0.35f;

    private final PDDocument document;
    private final PDType0Font font;
    private final PDRectangle size;
    private final Map<Integer, Float> widths = new HashMap<>();
    private @Nullable PDPageContentStream page;
    private float top;

    PdfPages(boolean landscape) throws IOException {
        // Pages wait in a temporary file, because there may be thousands.
        document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
        size = landscape ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()) : PDRectangle.A4;
        try (InputStream ttf = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            font = PDType0Font.load(document, ttf, true);
        }
    }

    float width() {
        return size.getWidth() - 2 * MARGIN;
    }

    /// How far down the next line begins.
    float top() {
        return top;
    }

    void down(float points) {
        top += points;
    }

    /// Whether that much still fits onto this page.
    boolean fits(float height) {
        return page != null && top + height <= size.getHeight() - MARGIN - FOOT;
    }

    void newPage() throws IOException {
        if (page != null) page.close();
        var next = new PDPage(size);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        top = MARGIN;
    }

    /// A line whose upper edge is where the next line begins; nothing moves on.
    void text(float x, float points, float grey, boolean bold, String text) throws IOException {
        write(Objects.requireNonNull(page), x, size.getHeight() - top - points, points, grey, bold, text);
    }

    void shade(float height, float grey) throws IOException {
        var on = Objects.requireNonNull(page);
        on.setNonStrokingColor(grey);
        on.addRect(MARGIN, size.getHeight() - top - height, width(), height);
        on.fill();
    }

    void rule(float grey) throws IOException {
        var on = Objects.requireNonNull(page);
        on.setStrokingColor(grey);
        on.setLineWidth(0.5f);
        on.moveTo(MARGIN, size.getHeight() - top);
        on.lineTo(MARGIN + width(), size.getHeight() - top);
        on.stroke();
    }

    /// Of the text as it is printed.
    float width(String text, float points) throws IOException {
        float width = 0;
        for (int sign : printable(text).codePoints().toArray()) width += width(sign);
        return width * points / 1000;
    }

    /// One line of a text, with an ellipsis where it is longer than the width.
    String cut(String text, float width, float points) throws IOException {
        String line = printable(text);
        if (width(line, points) <= width) return line;
        int end = line.length();
        while (end > 0 && width(line.substring(0, end) + "…", points) > width) end = line.offsetByCodePoints(end, -1);
        return line.substring(0, end).stripTrailing() + "…";
    }

    /// A text in lines of at most that width, broken between words where there are any.
    List<String> wrapped(String text, float width, float points) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : printable(text).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, points) > width) {
                lines.add(cut(line.toString(), width, points));
                line.setLength(0);
                longer = word;
            }
            line.setLength(0);
            line.append(longer);
        }
        lines.add(cut(line.toString(), width, points));
        return lines;
    }

    /// Numbers the pages and writes them.
    void save(String title, Texts texts, OutputStream out) throws IOException {
        if (page != null) page.close();
        page = null;
        int count = document.getNumberOfPages();
        for (int i = 0; i < count; i++) {
            String number = texts.say("pdf.page", i + 1, count);
            float x = MARGIN + width() - width(number, 8);
            try (var on = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
                write(on, x, MARGIN, 8, MUTED, false, number);
                write(on, MARGIN, MARGIN, 8, MUTED, false, texts.say("app.name"));
            }
        }
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator(texts.say("app.name"));
        document.getDocumentCatalog().setLanguage(texts.locale().getLanguage());
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        if (page != null) page.close();
        document.close();
    }

    private void write(PDPageContentStream on, float x, float baseline, float points, float grey, boolean bold,
            String text) throws IOException {
        on.beginText();
        on.setFont(font, points);
        on.setNonStrokingColor(grey);
        on.setStrokingColor(grey);
        // The font that ships has no bold cut; a thin outline makes one.
        on.setLineWidth(BOLD);
        on.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        on.newLineAtOffset(x, baseline);
        on.showText(printable(text));
        on.endText();
    }

    /// On one line, and a box for every sign that the font does not have.
    private String printable(String text) throws IOException {
        if (isPrintable(text)) return text;
        var line = new StringBuilder();
        for (int sign : text.replaceAll("\\s+", " ").strip().codePoints().toArray())
            line.appendCodePoint(width(sign) < 0 ? '□' : sign);
        return line.toString();
    }

    /// Most texts are, and of a long list there are a million.
    private boolean isPrintable(String text) throws IOException {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean twice = sign == ' ' && before == ' ';
            if (twice || sign < ' ' || Character.isSurrogate(sign) || width((int) sign) < 0) return false;
            before = sign;
        }
        return before != ' ' || text.isEmpty();
    }

    /// In thousandths of the font's size, negative where it has no such sign.
    private float width(int sign) throws IOException {
        var known = widths.get(sign);
        if (known != null) return known;
        boolean has = font.getCmapLookup().getGlyphId(sign) != 0;
        float width = has ? font.getStringWidth(Character.toString(sign)) : -1;
        widths.put(sign, width);
        return width;
    }
}
