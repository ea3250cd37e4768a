package studio.avatar.common.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;

import studio.avatar.common.contract.RichText;

/**
 * What people read, from {@code texts_en.properties} and {@code texts_ru.properties}.
 * Patterns are ICU message patterns with named arguments: {@code {n, plural, one {#
 * photo} other {# photos}}}. A pattern may mark {@code **bold**} and {@code `code`};
 * marks count in the pattern only, so an argument is shown as it is, whatever a person
 * wrote.
 */
public final class Texts {

	public static final List<String> LANGUAGES = List.of("en", "ru");

	private static final Pattern MARKED = Pattern.compile("\\*\\*(.+?)\\*\\*|`(.+?)`", Pattern.DOTALL);

	private final ResourceBundle english;

	private final Map<String, ResourceBundle> bundles;

	private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

	/**
	 * Loads every language.
	 * @param baseName resource bundle, such as {@code texts}
	 * @throws java.util.MissingResourceException when a language is missing
	 */
	public Texts(String baseName) {
		ResourceBundle.Control exact = ResourceBundle.Control
			.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
		this.english = ResourceBundle.getBundle(baseName, Locale.ENGLISH, exact);
		this.bundles = Map.of("en", this.english, "ru", ResourceBundle.getBundle(baseName, Locale.of("ru"), exact));
	}

	/** Plain text, for buttons, toasts and arguments. */
	public String get(String language, String key, Object... namesAndValues) {
		return format(language, pattern(language, key), arguments(namesAndValues));
	}

	/** Text with its marks turned into spans. */
	public RichText rich(String language, String key, Object... namesAndValues) {
		Map<String, Object> arguments = arguments(namesAndValues);
		String pattern = pattern(language, key);
		Matcher marked = MARKED.matcher(pattern);
		RichText text = RichText.empty();
		int from = 0;
		while (marked.find()) {
			text = text.plain(format(language, pattern.substring(from, marked.start()), arguments));
			text = (marked.group(1) != null) ? text.bold(format(language, marked.group(1), arguments))
					: text.code(format(language, marked.group(2), arguments));
			from = marked.end();
		}
		return text.plain(format(language, pattern.substring(from), arguments));
	}

	/** Whether the key exists in every language. */
	public boolean has(String key) {
		return this.bundles.values().stream().allMatch((bundle) -> bundle.containsKey(key));
	}

	private String pattern(String language, String key) {
		return this.bundles.getOrDefault(language, this.english).getString(key);
	}

	private String format(String language, String pattern, Map<String, Object> arguments) {
		MessageFormat format = this.formats.computeIfAbsent(language + '\n' + pattern,
				(absent) -> new MessageFormat(pattern, locale(language)));
		synchronized (format) {
			return format.format(arguments);
		}
	}

	/** A language that is not ours reads English, with English plurals. */
	private static ULocale locale(String language) {
		return LANGUAGES.contains(language) ? ULocale.forLanguageTag(language) : ULocale.ENGLISH;
	}

	private static Map<String, Object> arguments(Object... namesAndValues) {
		Map<String, Object> arguments = new HashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return arguments;
	}

}
