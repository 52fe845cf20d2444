package org.tieline.http.pages;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A typeface as outlines, read from a packaged file. Java's own fonts need a library of the system and its configuration, which
 * a small image of a server does not have.
 */
final class PreviewFont {
    static final PreviewFont REGULAR = read("/liberation/LiberationSans-Regular.ttf");
    static final PreviewFont BOLD = read("/liberation/LiberationSans-Bold.ttf");

    private static final String CUT = "…";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unit;

    private PreviewFont(TrueTypeFont font) throws IOException {
        this.font = font;
        glyphs = font.getUnicodeCmapLookup();
        unit = 1.0 / font.getUnitsPerEm();
    }

    private static PreviewFont read(String resource) {
        try (InputStream in = PreviewFont.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing: the program is not complete".formatted(resource));
            }
            return new PreviewFont(new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has a glyph for everything in a text; it has none for the scripts of East Asia. */
    boolean draws(String text) {
        return text.codePoints().allMatch(point -> glyphs.getGlyphId(point) != 0);
    }

    /** How wide a line is, in the unit of the size. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size;
    }

    private double advance(int point) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(point)) * unit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of text that begins at a place, whose y is that of the base line. Glyphs are read by one thread at a time. */
    synchronized Path2D outline(String text, double size, double x, double y) {
        Path2D line = new Path2D.Double();
        double[] at = {x};
        text.codePoints().forEach(point -> {
            try {
                var glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(point));
                if (glyph != null) {
                    AffineTransform placed = AffineTransform.getTranslateInstance(at[0], y);
                    placed.scale(size * unit, -size * unit);
                    line.append(placed.createTransformedShape(glyph.getPath()), false);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            at[0] += advance(point) * size;
        });
        return line;
    }

    /**
     * A text in lines that are not wider than there is room. A word that is wider is broken; what does not fit is cut, and the
     * last line says so.
     *
     * @param most how many lines there may be, 1 or more
     */
    List<String> lines(String text, double size, double room, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String rest = word;
            String joined = line.isEmpty() ? word : line + " " + word;
            if (width(joined, size) <= room) {
                line.replace(0, line.length(), joined);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            while (width(rest, size) > room) {
                int end = fitting(rest, size, room);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.replace(0, line.length(), rest);
        }
        lines.add(line.toString());
        if (lines.size() <= most) {
            return lines;
        }
        String last = lines.get(most - 1);
        String cut = width(last + CUT, size) <= room
                ? last
                : last.substring(0, fitting(last, size, room - width(CUT, size)));
        List<String> shown = new ArrayList<>(lines.subList(0, most - 1));
        shown.add(cut.strip() + CUT);
        return shown;
    }

    /** How many characters of a text fit, one at least. */
    private int fitting(String text, double size, double room) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (width(text.substring(0, next), size) > room) {
                break;
            }
            end = next;
        }
        return end;
    }
}
