package studio.avatar.gallery.chat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import studio.avatar.gallery.chat.GalleryAction.OnImage;
import studio.avatar.gallery.chat.GalleryAction.Verb;

import static org.assertj.core.api.Assertions.assertThat;

class GalleryActionTests {

	private static final UUID ID = UUID.fromString("11111111-2222-3333-4444-555555555555");

	@ParameterizedTest
	@EnumSource
	void everyVerbIsReadAndFitsIntoAButton(Verb verb) {
		String action = "gallery:" + verb.name().toLowerCase().replace('_', '-') + ":" + ID;

		assertThat(GalleryAction.of(action)).isEqualTo(new OnImage(verb, ID, 1));
		assertThat(action.length()).isLessThanOrEqualTo(64);
	}

	@Test
	void aPageOfAPromptIsRead() {
		assertThat(GalleryAction.of("gallery:prompt:" + ID + ":3")).isEqualTo(new OnImage(Verb.PROMPT, ID, 3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "gallery:", "gallery:open:more", "gallery:paint:11111111-2222-3333-4444-555555555555",
			"gallery:image", "gallery:image:", "gallery:image:17", "gallery:image:' or 1=1 --", ":::", "" })
	void whatMakesNoSenseIsUnknownAndNeverAnError(String action) {
		assertThat(GalleryAction.of(action)).isEqualTo(new GalleryAction.Unknown());
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "99999999999", "x", "" })
	void aPageThatMakesNoSenseIsTheFirst(String page) {
		assertThat(GalleryAction.of("gallery:prompt:" + ID + ":" + page)).isEqualTo(new OnImage(Verb.PROMPT, ID, 1));
	}

}
