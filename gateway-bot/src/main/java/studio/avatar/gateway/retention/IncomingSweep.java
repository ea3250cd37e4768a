package studio.avatar.gateway.retention;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.media.MediaStore.Kept;
import studio.avatar.common.media.MediaStore.Page;

import org.springframework.stereotype.Component;

/**
 * Takes files away that people sent and nobody wanted. Whoever takes a file in makes a
 * copy of its own or deletes it; what stays was kept by a gateway that ended before it
 * published, or went to a service that has no use for it. Several gateways may sweep at
 * once. An event that is handled later still, because it was parked, finds its file gone,
 * and the person is asked to send it again.
 */
@Component
class IncomingSweep {

	private static final Logger log = LoggerFactory.getLogger(IncomingSweep.class);

	private static final String INCOMING = "incoming/";

	private static final int AT_ONCE = 500;

	private final MediaStore media;

	private final Clock clock;

	private final Duration age;

	IncomingSweep(MediaStore media, Clock clock, RetentionSettings settings) {
		this.media = media;
		this.clock = clock;
		this.age = settings.incoming();
	}

	/**
	 * Deletes what is old enough.
	 * @return how many files
	 * @throws IOException when the store cannot list them; the next sweep begins again
	 */
	int sweep() throws IOException {
		Instant before = this.clock.instant().minus(this.age);
		int gone = 0;
		String after = "";
		while (after != null) {
			Page page = this.media.list(INCOMING, after, AT_ONCE);
			gone += page.files().stream().filter((file) -> file.since().isBefore(before)).mapToInt(this::delete).sum();
			after = page.next();
		}
		if (gone > 0) {
			log.atInfo().addKeyValue("count", gone).log("Files that nobody wanted are gone");
		}
		return gone;
	}

	/** One that cannot go now does not keep those behind it. */
	private int delete(Kept file) {
		try {
			this.media.delete(file.key());
			return 1;
		}
		catch (IOException ex) {
			log.atWarn()
				.addKeyValue("file", file.key())
				.addKeyValue("reason", ex.getMessage())
				.log("File stays for now");
			return 0;
		}
	}

}
