package studio.avatar.sandbox.provider.painting;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The prompt on a strip at the lower edge, and the small mark in the upper corner. */
final class Caption {

	/**
	 * Height of the strip at most, as a share of the picture's height. A longer prompt
	 * ends in an ellipsis.
	 */
	private static final double MOST = 0.3;

	private Caption() {
	}

	static void draw(Canvas canvas, String prompt) {
		double margin = canvas.side() * 0.035;
		double scale = canvas.side() / ((prompt.length() > 160) ? 800.0 : 560.0);
		int fit = (int) ((canvas.height * MOST - 1.4 * margin) / (Lettering.LINE * scale));
		List<String> lines = wrap(prompt, (canvas.width - 2 * margin) / scale, Math.max(1, fit));
		double tall = lines.size() * Lettering.LINE * scale + margin;
		double top = canvas.height - tall;
		canvas.fade(new Rectangle2D.Double(0, top - 2 * margin, canvas.width, 2 * margin), top - 2 * margin,
				new Color(10, 12, 16, 0), top, new Color(10, 12, 16, 165));
		canvas.fill(new Rectangle2D.Double(0, top, canvas.width, tall), new Color(10, 12, 16, 165));
		for (int i = 0; i < lines.size(); i++) {
			write(canvas.g, lines.get(i), margin, top + margin * 0.35 + i * Lettering.LINE * scale, scale, 235);
		}
	}

	static void mark(Canvas canvas, long seed) {
		String text = "sandbox · seed " + Long.toUnsignedString(seed);
		double scale = canvas.side() / 1100.0;
		double wide = Lettering.width(text) * scale;
		double pad = Lettering.CAPITAL * scale;
		double x = canvas.width - wide - 2 * pad;
		canvas.fill(new Rectangle2D.Double(x - pad, 0, wide + 3 * pad, pad * 2.6), new Color(10, 12, 16, 110));
		write(canvas.g, text, x + pad * 0.3, pad * 0.8, scale, 190);
	}

	private static void write(Graphics2D g, String text, double x, double y, double scale, int opacity) {
		g.setColor(new Color(255, 255, 255, opacity));
		g.setStroke(new BasicStroke((float) (1.9 * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		AffineTransform place = new AffineTransform(scale, 0, 0, scale, x, y);
		g.draw(place.createTransformedShape(Lettering.shape(text)));
	}

	/** Breaks a text at its spaces; a word longer than a line is broken anywhere. */
	static List<String> wrap(String text, double width, int mostLines) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : text.strip().split("\\s+")) {
			String piece = word;
			while (Lettering.width(joined(line, piece)) > width) {
				if (line.isEmpty()) {
					int fits = fitting(piece, width);
					line.append(piece, 0, fits);
					piece = piece.substring(fits);
				}
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append(line.isEmpty() ? "" : " ").append(piece);
		}
		lines.add(line.toString());
		return lines.size() <= mostLines ? lines : cut(lines, mostLines);
	}

	private static String joined(StringBuilder line, String word) {
		return line.isEmpty() ? word : line + " " + word;
	}

	private static int fitting(String word, double width) {
		int fits = word.length();
		while (fits > 1 && Lettering.width(word.substring(0, fits)) > width) {
			fits--;
		}
		return fits;
	}

	private static List<String> cut(List<String> lines, int mostLines) {
		List<String> cut = new ArrayList<>(lines.subList(0, mostLines));
		cut.set(mostLines - 1, cut.getLast() + "…");
		return cut;
	}

}
