package studio.avatar.training.talk;

import org.springframework.stereotype.Component;

import studio.avatar.common.text.Texts;

/** The languages of this service. */
@Component
public class Language {

	private final Texts texts = new Texts("texts");

	public Words of(Talk talk) {
		return of(talk.locale());
	}

	public Words of(String locale) {
		return new Words(this.texts, locale);
	}

}
