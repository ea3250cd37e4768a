package studio.avatar.gateway.sheet;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Time that several waits share; it runs while nobody waits, too. */
final class Patience {

	private final long endNanos;

	Patience(Duration length) {
		this.endNanos = System.nanoTime() + length.toNanos();
	}

	/**
	 * Waits; what takes longer is given up.
	 * @throws IOException when it failed or there is no time left
	 */
	<T> T waitFor(Future<T> work) throws IOException {
		try {
			return work.get(this.endNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			work.cancel(true);
			throw new IOException("the store takes too long", ex);
		}
		catch (InterruptedException ex) {
			work.cancel(true);
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("interrupted while the store was read");
		}
		catch (ExecutionException ex) {
			throw new IOException(ex.getCause());
		}
	}

}
