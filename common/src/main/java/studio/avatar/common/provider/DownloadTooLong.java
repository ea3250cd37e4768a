package studio.avatar.common.provider;

import java.io.IOException;

/** A file of the provider is larger than allowed: it would be so the next time, too. */
public final class DownloadTooLong extends IOException {

	DownloadTooLong() {
		super("the file is larger than allowed");
	}

}
