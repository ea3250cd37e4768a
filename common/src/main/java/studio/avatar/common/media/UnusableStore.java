package studio.avatar.common.media;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** The store is as it was set up, and that is wrong: only a person can mend it. */
class UnusableStore extends IOException {

	UnusableStore(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
