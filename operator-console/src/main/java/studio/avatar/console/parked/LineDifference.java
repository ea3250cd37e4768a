package studio.avatar.console.parked;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two texts line by line: what both have, what went and what came, by their longest
 * common subsequence.
 */
final class LineDifference {

	/** The table grows with the product of both lengths. */
	private static final int MOST_LINES = 1_500;

	private LineDifference() {
	}

	/** What became of a line. */
	enum Mark {

		SAME(" "), GONE("−"), NEW("+");

		private final String sign;

		Mark(String sign) {
			this.sign = sign;
		}

		public String sign() {
			return this.sign;
		}

		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** A line with its mark. */
	record Line(Mark mark, String text) {
	}

	/**
	 * Every line of both texts; of very long ones first all that went, then all that
	 * came.
	 */
	static List<Line> of(String before, String after) {
		List<String> old = before.lines().toList();
		List<String> young = after.lines().toList();
		return (old.size() > MOST_LINES || young.size() > MOST_LINES) ? allOfIt(old, young)
				: walk(old, young, lengths(old, young));
	}

	private static List<Line> allOfIt(List<String> old, List<String> young) {
		List<Line> lines = new ArrayList<>();
		old.forEach((line) -> lines.add(new Line(Mark.GONE, line)));
		young.forEach((line) -> lines.add(new Line(Mark.NEW, line)));
		return lines;
	}

	/** How long the longest common subsequence is from each pair of lines on. */
	private static int[][] lengths(List<String> old, List<String> young) {
		int[][] lengths = new int[old.size() + 1][young.size() + 1];
		for (int i = old.size() - 1; i >= 0; i--) {
			for (int j = young.size() - 1; j >= 0; j--) {
				lengths[i][j] = old.get(i).equals(young.get(j)) ? lengths[i + 1][j + 1] + 1
						: Math.max(lengths[i + 1][j], lengths[i][j + 1]);
			}
		}
		return lengths;
	}

	private static List<Line> walk(List<String> old, List<String> young, int[][] lengths) {
		List<Line> lines = new ArrayList<>();
		int i = 0;
		int j = 0;
		while (i < old.size() || j < young.size()) {
			if (i < old.size() && j < young.size() && old.get(i).equals(young.get(j))) {
				lines.add(new Line(Mark.SAME, old.get(i++)));
				j++;
			}
			else if (j == young.size() || (i < old.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
				lines.add(new Line(Mark.GONE, old.get(i++)));
			}
			else {
				lines.add(new Line(Mark.NEW, young.get(j++)));
			}
		}
		return lines;
	}

}
