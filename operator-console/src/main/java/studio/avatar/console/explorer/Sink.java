package studio.avatar.console.explorer;

import java.io.IOException;
import java.util.List;

/** Where a watcher's events go; may block for as long as its reader is slow. */
interface Sink {

	void events(List<EventLine> events) throws IOException;

	void lost(long events) throws IOException;

	/** Says nothing, so that a reader who has left is noticed. */
	void stillHere() throws IOException;

	void end();

}
