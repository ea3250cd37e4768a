package studio.avatar.gateway.reply;

import java.util.ArrayList;
import java.util.List;

import studio.avatar.common.contract.Button;

/**
 * Rows of buttons as a telephone shows them without cutting their labels. Buttons of a
 * row are equally wide, so the longest label decides. A row that fits stays as it is; one
 * that does not is broken into several, in order.
 */
final class KeyboardRows {

	/** Telegram's limit. */
	static final int WIDEST_ROW = 8;

	/**
	 * Columns of text that fit on one button, by how many stand in the row; an estimate
	 * for a narrow telephone, on which letters differ in width.
	 */
	private static final int[] COLUMNS = { 43, 20, 13, 9, 7, 5, 4, 3 };

	private KeyboardRows() {
	}

	static List<List<Button>> fit(List<List<Button>> wanted) {
		return wanted.stream().flatMap((row) -> (fits(row) ? List.of(row) : broken(row)).stream()).toList();
	}

	private static List<List<Button>> broken(List<Button> buttons) {
		List<List<Button>> rows = new ArrayList<>();
		List<Button> row = new ArrayList<>();
		for (Button button : buttons) {
			row.add(button);
			if (!fits(row) && row.size() > 1) {
				rows.add(List.copyOf(row.subList(0, row.size() - 1)));
				row = new ArrayList<>(List.of(button));
			}
		}
		rows.add(List.copyOf(row));
		return rows;
	}

	private static boolean fits(List<Button> row) {
		return row.size() <= WIDEST_ROW && row.stream()
			.allMatch((button) -> DisplayWidth.of(button.label()) <= COLUMNS[Math.max(row.size(), 1) - 1]);
	}

}
