package studio.avatar.gallery.manage;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts long words into pages that fit a message. Nothing is left out, no character is cut
 * in two, and words stay whole where there is a space to cut at.
 */
final class PromptPages {

	private PromptPages() {
	}

	/**
	 * The pages of a text, at least one.
	 * @param text not blank
	 * @param limit UTF-16 units a page may have, at least 2
	 */
	static List<String> of(String text, int limit) {
		List<String> pages = new ArrayList<>();
		int from = 0;
		while (text.length() - from > limit) {
			int to = cut(text, from, limit);
			pages.add(text.substring(from, to));
			from = to;
		}
		pages.add(text.substring(from));
		return pages;
	}

	private static int cut(String text, int from, int limit) {
		int space = text.lastIndexOf(' ', from + limit - 1);
		int to = (space > from) ? space + 1 : from + limit;
		return splitsCharacter(text, to) ? to - 1 : to;
	}

	private static boolean splitsCharacter(String text, int at) {
		return Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at));
	}

}
