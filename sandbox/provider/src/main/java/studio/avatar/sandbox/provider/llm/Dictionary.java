package studio.avatar.sandbox.provider.llm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Common Russian words in English: whole words, and stems (with a star in the file) that
 * take an ending.
 */
final class Dictionary {

	private static final Pattern WORD = Pattern.compile("[\\p{IsCyrillic}]+");

	/**
	 * An ending is at most this long: "пляж" is found in "пляжами", not in anything
	 * longer.
	 */
	private static final int LONGEST_ENDING = 3;

	private static final Map<String, String> WORDS = new HashMap<>();

	private static final Map<String, String> STEMS = new HashMap<>();

	static {
		read();
	}

	private Dictionary() {
	}

	/**
	 * Word by word; what it does not know, and everything that is not Russian, stays as
	 * it is.
	 */
	static String translate(String text) {
		return WORD.matcher(text).replaceAll((word) -> find(word.group()).orElse(word.group()));
	}

	private static Optional<String> find(String word) {
		String small = word.toLowerCase(Locale.ROOT);
		if (WORDS.containsKey(small)) {
			return Optional.ofNullable(WORDS.get(small));
		}
		for (int end = small.length(); end >= Math.max(2, small.length() - LONGEST_ENDING); end--) {
			String english = STEMS.get(small.substring(0, end));
			if (english != null) {
				return Optional.of(english);
			}
		}
		return Optional.empty();
	}

	private static void read() {
		try (InputStream in = Dictionary.class.getResourceAsStream("russian-english.txt");
				BufferedReader lines = new BufferedReader(
						new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
			for (@Nullable
			String line; (line = lines.readLine()) != null;) {
				String[] pair = line.split("=");
				boolean stem = pair[0].endsWith("*");
				(stem ? STEMS : WORDS).put(pair[0].replace("*", ""), pair[1]);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
