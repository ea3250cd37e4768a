package studio.avatar.console.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import studio.avatar.console.story.Drawing.Arrow;
import studio.avatar.console.story.Drawing.Label;
import studio.avatar.console.story.Drawing.Row;

/**
 * Lays a story out. Each step has a line of its own, whatever time lies between, so that
 * hundreds stay readable; where somebody waited for long there is more room.
 */
final class Layout {

	/** Room for times, left of the first lane. */
	static final int TIMES = 210;

	static final int BETWEEN_LANES = 190;

	static final int ROW = 36;

	private static final int AFTER_A_WAIT = 16;

	private static final int HEAD = 44;

	private static final int MARGIN = 90;

	/** A page of a screen; then the lanes are named again. */
	static final int ROWS_BELOW_A_HEAD = 25;

	static final Duration LONG_WAIT = Duration.ofSeconds(5);

	/** About what a letter of the labels takes. */
	private static final double LETTER = 6.6;

	private final Map<Lane, Integer> lanes = new EnumMap<>(Lane.class);

	private final List<Integer> heads = new ArrayList<>();

	private final List<Row> rows = new ArrayList<>();

	private int y;

	private Layout(Story story) {
		story.lanes().forEach((lane) -> this.lanes.put(lane, TIMES + MARGIN + this.lanes.size() * BETWEEN_LANES));
	}

	static Drawing of(Story story) {
		Layout layout = new Layout(story);
		List<Step> steps = story.steps();
		IntStream.range(0, steps.size()).forEach((at) -> layout.add(at, steps.get(at)));
		return layout.drawing();
	}

	private void add(int at, Step step) {
		if (at % ROWS_BELOW_A_HEAD == 0) {
			this.y += (at > 0) ? AFTER_A_WAIT : 0;
			this.heads.add(this.y);
			this.y += HEAD;
		}
		this.y += (step.since().compareTo(LONG_WAIT) >= 0 && at > 0) ? ROW + AFTER_A_WAIT : ROW;
		this.rows.add(row(step));
	}

	private Row row(Step step) {
		int from = this.lanes.get(step.from());
		List<Arrow> arrows = step.to()
			.stream()
			.filter((lane) -> lane != step.from())
			.map((lane) -> new Arrow(from, this.lanes.get(lane), step.parkedBy().contains(lane)))
			.toList();
		return new Row(step, this.y, arrows, person(step), label(step, from, arrows));
	}

	/** The person acts through the gateway, and sees what the gateway shows. */
	private @Nullable Arrow person(Step step) {
		if (!step.person()) {
			return null;
		}
		int person = this.lanes.get(Lane.PERSON);
		int gateway = this.lanes.get(Lane.GATEWAY);
		return step.to().contains(Lane.GATEWAY) ? new Arrow(gateway, person, false) : new Arrow(person, gateway, false);
	}

	/**
	 * Above the first stretch of the line, since the names of lanes passed stand free.
	 */
	private static Label label(Step step, int from, List<Arrow> arrows) {
		int to = nearest(from, arrows);
		int room = Math.max(BETWEEN_LANES, Math.abs(to - from)) - 20;
		return new Label((from + to) / 2, cut(step.type(), (int) (room / LETTER)));
	}

	private static int nearest(int from, List<Arrow> arrows) {
		return arrows.stream()
			.map(Arrow::to)
			.min((one, two) -> Integer.compare(Math.abs(one - from), Math.abs(two - from)))
			.orElse(from);
	}

	private static String cut(String text, int letters) {
		return (text.length() <= letters) ? text : text.substring(0, letters - 1) + "…";
	}

	private Drawing drawing() {
		int width = TIMES + 2 * MARGIN + Math.max(1, this.lanes.size() - 1) * BETWEEN_LANES;
		return new Drawing(width, this.y + ROW, new EnumMap<>(this.lanes), this.heads, this.rows);
	}

}
