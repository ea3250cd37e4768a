package studio.avatar.gateway.sheet;

import java.awt.Graphics2D;
import java.util.List;

/**
 * Numbers drawn from squares, five wide and seven high: a machine without fonts draws
 * them all the same.
 */
final class Digits {

	static final int WIDTH = 5;

	static final int HEIGHT = 7;

	/** Five bits a row, seven rows a digit, from 0 to 9. */
	private static final List<int[]> ROWS = List.of(new int[] { 14, 17, 19, 21, 25, 17, 14 },
			new int[] { 4, 12, 4, 4, 4, 4, 14 }, new int[] { 14, 17, 1, 6, 8, 16, 31 },
			new int[] { 14, 17, 1, 6, 1, 17, 14 }, new int[] { 2, 6, 10, 18, 31, 2, 2 },
			new int[] { 31, 16, 30, 1, 1, 17, 14 }, new int[] { 6, 8, 16, 30, 17, 17, 14 },
			new int[] { 31, 1, 2, 4, 8, 8, 8 }, new int[] { 14, 17, 17, 14, 17, 17, 14 },
			new int[] { 14, 17, 17, 15, 1, 2, 12 });

	private Digits() {
	}

	/** Width of a number in squares, one free between two digits. */
	static int widthOf(int number) {
		return String.valueOf(number).length() * (WIDTH + 1) - 1;
	}

	/** Draws a number in the current colour. */
	static void draw(Graphics2D on, int number, int left, int top, int square) {
		String digits = String.valueOf(number);
		for (int i = 0; i < digits.length(); i++) {
			draw(on, ROWS.get(digits.charAt(i) - '0'), left + i * (WIDTH + 1) * square, top, square);
		}
	}

	private static void draw(Graphics2D on, int[] rows, int left, int top, int square) {
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				if ((rows[y] >> (WIDTH - 1 - x) & 1) == 1) {
					on.fillRect(left + x * square, top + y * square, square, square);
				}
			}
		}
	}

}
