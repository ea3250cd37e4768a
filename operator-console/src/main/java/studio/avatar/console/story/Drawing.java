package studio.avatar.console.story;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A story laid out: where everything stands, in pixels from the upper left.
 *
 * @param lanes the middle of each lane, from left to right
 * @param heads where the names of the lanes are written, again and again in a long story
 */
record Drawing(int width, int height, Map<Lane, Integer> lanes, List<Integer> heads, List<Row> rows) {

	Drawing {
		heads = List.copyOf(heads);
		rows = List.copyOf(rows);
	}

	/**
	 * One step.
	 *
	 * @param y its line
	 * @param arrows from who said it to each who hears it
	 * @param person from the person to the gateway or back; absent when it is between
	 * services
	 * @param label in the middle of this, above the line
	 */
	record Row(Step step, int y, List<Arrow> arrows, @Nullable Arrow person, Label label) {

		Row {
			arrows = List.copyOf(arrows);
		}
	}

	/**
	 * A line with its point at {@code to}.
	 *
	 * @param parked whether who hears it could not handle it
	 */
	record Arrow(int from, int to, boolean parked) {
	}

	/** A text of a type, cut to the room there is. */
	record Label(int middle, String text) {
	}

}
