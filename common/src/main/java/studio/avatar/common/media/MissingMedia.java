package studio.avatar.common.media;

import java.io.IOException;

/** A file that a reference points at is not in the store. */
public class MissingMedia extends IOException {

	MissingMedia(String key) {
		super("no file is kept as " + key);
	}

}
