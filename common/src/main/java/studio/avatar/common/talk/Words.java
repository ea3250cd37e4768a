package studio.avatar.common.talk;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.text.Texts;

/**
 * A service's texts in one language.
 *
 * @param locale {@code en} or {@code ru}
 */
public record Words(Texts texts, String locale) {

	public String text(String key, Object... namesAndValues) {
		return this.texts.get(this.locale, key, namesAndValues);
	}

	public RichText rich(String key, Object... namesAndValues) {
		return this.texts.rich(this.locale, key, namesAndValues);
	}

	public Button button(String key, String action, Object... namesAndValues) {
		return new Button(text(key, namesAndValues), action);
	}

}
