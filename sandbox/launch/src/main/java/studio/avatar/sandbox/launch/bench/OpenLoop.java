package studio.avatar.sandbox.launch.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Presses at a steady rate, whatever becomes of the former ones: a system that falls
 * behind is not spared.
 *
 * @param perSecond presses a second
 * @param span how long
 */
record OpenLoop(int perSecond, Duration span) {

	int presses() {
		return (int) (this.perSecond * this.span.toSeconds());
	}

	/** Returns right after the last press. */
	List<Press> run(Crowd crowd) {
		long begin = System.nanoTime();
		long gap = TimeUnit.SECONDS.toNanos(1) / this.perSecond;
		List<Press> pressed = new ArrayList<>();
		for (int number = 0; number < presses(); number++) {
			long intended = begin + number * gap;
			awaitMoment(intended);
			pressed.add(crowd.press(number, intended));
		}
		return pressed;
	}

	private static void awaitMoment(long nanoTime) {
		long left = nanoTime - System.nanoTime();
		while (left > 0) {
			LockSupport.parkNanos(left);
			left = nanoTime - System.nanoTime();
		}
	}

}
