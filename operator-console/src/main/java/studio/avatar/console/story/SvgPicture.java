package studio.avatar.console.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;
import org.springframework.web.util.UriUtils;

import studio.avatar.console.page.Times;
import studio.avatar.console.story.Drawing.Arrow;
import studio.avatar.console.story.Drawing.Row;

/**
 * Draws a story as SVG. Every text is escaped. On a page the page's style sheet colours
 * it; alone it brings the same one along, for light and dark.
 */
@Component
class SvgPicture {

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

	private final Times times;

	private final String style = style();

	SvgPicture(Times times) {
		this.times = times;
	}

	/** As part of a page. */
	String inPage(Story story) {
		return svg(story, "");
	}

	/** As a file that opens alone. */
	String alone(Story story) {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(story,
				"<style>" + this.style + "</style><rect class=\"ground\" width=\"100%\" height=\"100%\"/>");
	}

	private String svg(Story story, String first) {
		Drawing drawing = Layout.of(story);
		StringBuilder svg = new StringBuilder();
		svg.append("""
				<svg xmlns="http://www.w3.org/2000/svg" class="story" role="img" width="%1$d" height="%2$d" \
				viewBox="0 0 %1$d %2$d" font-family="system-ui, sans-serif" font-size="12"><title>%3$s</title>%4$s
				""".formatted(drawing.width(), drawing.height(), escape("Story " + story.correlationId()), first));
		lanes(svg, drawing);
		drawing.rows().forEach((row) -> row(svg, row, drawing.lanes().get(row.step().from())));
		return svg.append("</svg>").toString();
	}

	private static void lanes(StringBuilder svg, Drawing drawing) {
		drawing.lanes()
			.forEach((lane, x) -> svg.append("<line class=\"lane\" x1=\"%d\" y1=\"34\" x2=\"%d\" y2=\"%d\"/>%n"
				.formatted(x, x, drawing.height())));
		drawing.heads().forEach((y) -> drawing.lanes().forEach((lane, x) -> svg.append("""
				<rect class="head" x="%d" y="%d" width="120" height="26" rx="13"/>\
				<text class="name" x="%d" y="%d" text-anchor="middle">%s</text>
				""".formatted(x - 60, y + 8, x, y + 25, escape(lane.title())))));
	}

	private void row(StringBuilder svg, Row row, int from) {
		Step step = row.step();
		svg.append("<a href=\"%s\" class=\"step%s%s\"><title>%s</title>%n".formatted(escape(address(step)),
				step.parked() ? " parked" : "", step.replayed() ? " replayed" : "", escape(words(step))));
		svg.append("<rect class=\"touch\" x=\"0\" y=\"%d\" width=\"100%%\" height=\"%d\"/>%n".formatted(row.y() - 22,
				Layout.ROW - 4));
		svg.append(
				"<text class=\"clock\" x=\"12\" y=\"%d\">%s</text>%n".formatted(row.y() + 4, CLOCK.format(step.at())));
		svg.append("<text class=\"since\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
			.formatted(Layout.TIMES - 20, row.y() + 4, step.since().isZero() ? "" : escape(since(step))));
		arrows(svg, row, from);
		svg.append("<text class=\"label\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text></a>%n"
			.formatted(row.label().middle(), row.y() - 6, escape((step.replayed() ? "↻ " : "") + row.label().text())));
	}

	private static void arrows(StringBuilder svg, Row row, int from) {
		Arrow person = row.person();
		if (person != null) {
			arrow(svg, person, row.y(), "arrow person");
		}
		row.arrows().forEach((arrow) -> arrow(svg, arrow, row.y(), arrow.parked() ? "arrow bad" : "arrow"));
		svg.append("<circle class=\"said\" cx=\"%d\" cy=\"%d\" r=\"3.5\"/>%n".formatted(from, row.y()));
	}

	/**
	 * The point is a shape of its own: references to markers meet in a page of two
	 * pictures.
	 */
	private static void arrow(StringBuilder svg, Arrow arrow, int y, String kind) {
		int back = (arrow.to() > arrow.from()) ? -8 : 8;
		svg.append("""
				<line class="%1$s" x1="%2$d" y1="%3$d" x2="%4$d" y2="%3$d"/>\
				<path class="%1$s point" d="M%5$d %3$d l%6$d -4.5 v9 z"/>
				""".formatted(kind, arrow.from(), y, arrow.to() + back / 2, arrow.to(), back));
	}

	private String words(Step step) {
		return "%s at %s%s%s".formatted(step.type(), this.times.full(step.at()),
				step.parked() ? ", parked by " + step.parkedBy().stream().map(Lane::title).sorted().toList() : "",
				step.replayed() ? ", from a replay" : "");
	}

	private String since(Step step) {
		return step.since().isNegative() ? this.times.words(step.since()) : "+" + this.times.words(step.since());
	}

	private static String address(Step step) {
		return "/events/%s/%d/%d".formatted(UriUtils.encodePathSegment(step.place().topic(), StandardCharsets.UTF_8),
				step.place().partition(), step.place().offset());
	}

	/** XML has no way to write most of the characters below a blank. */
	private static String escape(String text) {
		StringBuilder escaped = new StringBuilder();
		text.codePoints().forEach((letter) -> {
			switch (letter) {
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '&' -> escaped.append("&amp;");
				case '"' -> escaped.append("&quot;");
				case '\'' -> escaped.append("&#39;");
				default -> escaped.appendCodePoint(isXml(letter) ? letter : 0xFFFD);
			}
		});
		return escaped.toString();
	}

	private static boolean isXml(int letter) {
		return letter >= ' ' && letter != 0xFFFE && letter != 0xFFFF && !(letter >= 0xD800 && letter <= 0xDFFF)
				|| letter == '\t' || letter == '\n';
	}

	private static String style() {
		try (var file = Objects.requireNonNull(new ClassPathResource("static/story-picture.css").getInputStream())) {
			return StreamUtils.copyToString(file, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
