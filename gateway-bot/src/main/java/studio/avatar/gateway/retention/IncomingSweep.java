package studio.avatar.gateway.retention;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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

	/** So many files that cannot go, one after the other, end a sweep. */
	private static final int FAILURES = 3;

	/** Nobody writes for so long and then goes on. */
	private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

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
	 * @throws IOException when the store cannot list or delete them, or the service ends;
	 * the next sweep begins again
	 */
	int sweep() throws IOException {
		Instant before = this.clock.instant().minus(this.age);
		int gone = 0;
		String after = "";
		while (after != null) {
			Page page = this.media.list(INCOMING, after, AT_ONCE);
			gone += delete(page.files().stream().filter((file) -> file.since().isBefore(before)).toList());
			after = page.next();
		}
		if (gone > 0) {
			log.atInfo().addKeyValue("count", gone).log("Files that nobody wanted are gone");
		}
		return gone;
	}

	/**
	 * One that cannot go now does not keep those behind it; but when one after the other
	 * fails it is the store that is in trouble, and each would take its time.
	 */
	private int delete(List<Kept> files) throws IOException {
		int gone = 0;
		int failedInARow = 0;
		for (Kept file : files) {
			try {
				this.media.delete(file.key());
				gone++;
				failedInARow = 0;
			}
			catch (IOException ex) {
				failedInARow++;
				giveUpOrSay(file, failedInARow, ex);
			}
		}
		return gone;
	}

	private static void giveUpOrSay(Kept file, int failedInARow, IOException why) throws IOException {
		if (why instanceof InterruptedIOException || failedInARow == FAILURES) {
			throw why;
		}
		log.atWarn().addKeyValue("file", file.key()).addKeyValue("reason", why.getMessage()).log("File stays for now");
	}

	/**
	 * Clears what a service that was killed had begun to write, of whatever kind it is.
	 * @throws IOException when the store cannot; the next time begins again
	 */
	int clearUnfinished() throws IOException {
		int gone = this.media.clearUnfinished(this.clock.instant().minus(LONGEST_SILENCE));
		if (gone > 0) {
			log.atInfo().addKeyValue("count", gone).log("Files that were never finished are gone");
		}
		return gone;
	}

}
