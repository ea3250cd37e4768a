package studio.avatar.common.talk;

import studio.avatar.common.text.Texts;

/** The languages of a service. */
public final class Language {

	private final Texts texts;

	public Language(Texts texts) {
		this.texts = texts;
	}

	/** The words this turn is answered in. */
	public Words of(Talk talk) {
		return of(talk.locale());
	}

	public Words of(String locale) {
		return new Words(this.texts, locale);
	}

}
