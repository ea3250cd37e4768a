package studio.avatar.console.explorer;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Where a watcher's events go; may block for as long as its reader is slow. */
interface Sink {

	/**
	 * Tells events, the oldest first.
	 * @param heard whoever comes again has heard all that was recorded before
	 */
	void events(List<EventLine> events, Instant heard) throws IOException;

	void lost(long events) throws IOException;

	/** Some were lost, and nobody can tell how many. */
	void lostSome() throws IOException;

	/** Says nothing, so that a reader who has left is noticed. */
	void stillHere(Instant heard) throws IOException;

	void end();

}
