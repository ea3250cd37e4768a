package studio.avatar.gateway.reply;

import java.text.BreakIterator;
import java.util.Locale;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;

/** How many columns a text takes: an emoji or a wide character two, any other one. */
final class DisplayWidth {

	private static final int EMOJI_STYLE = 0xFE0F;

	private DisplayWidth() {
	}

	static int of(String text) {
		BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
		characters.setText(text);
		int columns = 0;
		int from = characters.first();
		for (int to = characters.next(); to != BreakIterator.DONE; to = characters.next()) {
			columns += text.substring(from, to).codePoints().anyMatch(DisplayWidth::isWide) ? 2 : 1;
			from = to;
		}
		return columns;
	}

	private static boolean isWide(int point) {
		int width = UCharacter.getIntPropertyValue(point, UProperty.EAST_ASIAN_WIDTH);
		return width == EastAsianWidth.WIDE || width == EastAsianWidth.FULLWIDTH || point == EMOJI_STYLE
				|| UCharacter.hasBinaryProperty(point, UProperty.REGIONAL_INDICATOR);
	}

}
