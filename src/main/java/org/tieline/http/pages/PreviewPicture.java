package org.tieline.http.pages;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws what is told of a record where somebody links to its page. */
final class PreviewPicture {
    /** In pixels, as the Open Graph protocol is read by most. */
    static final int WIDTH = 1200;

    static final int HEIGHT = 630;

    private static final int MARGIN = 84;
    private static final int ROOM = WIDTH - 2 * MARGIN;

    private static final Color PAPER = new Color(0xfdfdfb);
    private static final Color INK = new Color(0x1a1f24);
    private static final Color MUTED = new Color(0x56606a);
    private static final Color LINE = new Color(0xe2e4e0);
    private static final Color ALARM = new Color(0xb3261e);
    private static final Color VENDOR = new Color(0x2f6fb8);
    private static final Color CARRIER = new Color(0xc2790f);

    /** Of a name, in pixels: the largest in which it has room. */
    private static final List<Integer> NAME_SIZES = List.of(80, 66, 54, 44);

    private static final int MOST_LINES = 3;

    /** Of other lines. */
    private static final int KIND = 30;

    private static final int ANSWER = 42;
    private static final int MORE = 30;
    private static final int SMALL = 24;
    private static final double LEADING = 1.2;

    /** How high the foot is. */
    private static final int FOOT = 90;

    /** Longer texts are cut before they are measured. */
    private static final int LONGEST = 400;

    static {
        // Java would otherwise look for a screen wherever DISPLAY is set.
        System.setProperty("java.awt.headless", "true");
    }

    private PreviewPicture() {}

    /** A picture in the form of PNG, {@link #WIDTH} by {@link #HEIGHT} pixels. */
    static byte[] png(PreviewAnswer answer) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            draw(graphics, answer);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void draw(Graphics2D graphics, PreviewAnswer answer) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        drawMark(graphics);
        text(
                graphics,
                MUTED,
                PreviewFont.REGULAR,
                PreviewFont.REGULAR.lines(cut(answer.kind()), KIND, ROOM, 1),
                KIND,
                136);
        double y = drawName(graphics, cut(answer.name()), 182) + 18;
        List<String> lines = PreviewFont.BOLD.lines(cut(answer.lines().getFirst()), ANSWER, ROOM, 2);
        y = text(graphics, answer.isFinding() ? ALARM : INK, PreviewFont.BOLD, lines, ANSWER, y) + 8;
        for (String more : answer.lines().subList(1, answer.lines().size())) {
            int room = (int) ((HEIGHT - FOOT - y) / (MORE * LEADING));
            if (room > 0) {
                y = text(
                        graphics,
                        INK,
                        PreviewFont.REGULAR,
                        PreviewFont.REGULAR.lines(cut(more), MORE, ROOM, Math.min(2, room)),
                        MORE,
                        y);
            }
        }
        graphics.setColor(LINE);
        graphics.fillRect(MARGIN, HEIGHT - FOOT + 6, ROOM, 2);
        text(
                graphics,
                MUTED,
                PreviewFont.REGULAR,
                PreviewFont.REGULAR.lines(answer.foot(), SMALL, ROOM, 1),
                SMALL,
                HEIGHT - FOOT + 14);
    }

    /** In the largest size in which it has room, and cut where it has none. */
    private static double drawName(Graphics2D graphics, String name, double y) {
        int size = NAME_SIZES.stream()
                .filter(each ->
                        PreviewFont.BOLD.lines(name, each, ROOM, MOST_LINES).size() <= MOST_LINES - 1)
                .findFirst()
                .orElse(NAME_SIZES.getLast());
        return text(graphics, INK, PreviewFont.BOLD, PreviewFont.BOLD.lines(name, size, ROOM, MOST_LINES), size, y);
    }

    /**
     * Writes lines below each other.
     *
     * @param y where the first one begins, at its top
     * @return where the last one ends
     */
    private static double text(
            Graphics2D graphics, Color colour, PreviewFont font, List<String> lines, int size, double y) {
        graphics.setColor(colour);
        for (int i = 0; i < lines.size(); i++) {
            graphics.fill(font.outline(lines.get(i), size, MARGIN, y + size + i * size * LEADING));
        }
        return y + lines.size() * size * LEADING;
    }

    /** The sign of the pages and their name. */
    private static void drawMark(Graphics2D graphics) {
        Graphics2D sign = (Graphics2D) graphics.create();
        sign.translate(MARGIN - 4, 46);
        sign.scale(2.2, 2.2);
        Path2D tie = new Path2D.Double();
        tie.moveTo(6, 9);
        tie.lineTo(15, 9);
        tie.curveTo(19, 9, 22, 12, 22, 16);
        tie.curveTo(22, 18.5, 23.5, 20.8, 26, 22);
        sign.setColor(VENDOR);
        sign.setStroke(new BasicStroke(3.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        sign.draw(tie);
        sign.fill(new RoundRectangle2D.Double(2, 5, 8, 8, 3.2, 3.2));
        sign.setColor(CARRIER);
        sign.fill(new Ellipse2D.Double(21.4, 18.4, 9.2, 9.2));
        sign.dispose();
        graphics.setColor(INK);
        graphics.fill(PreviewFont.BOLD.outline("Tieline", 38, MARGIN + 82, 96));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST) - 1)) + "…";
    }
}
