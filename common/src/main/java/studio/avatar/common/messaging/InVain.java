package studio.avatar.common.messaging;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A handler's way to say that what it was asked for is about something it does not know.
 * Where tables were lost, it may know it again when they are filled: a rebuild of a
 * consumer that remembers, planned after that, takes such an event up once more, although
 * the inbox has it.
 */
public final class InVain {

	private static final ScopedValue<AtomicBoolean> SAID = ScopedValue.newInstance();

	private InVain() {
	}

	/** Says it; nothing where nobody asks. */
	public static void say() {
		if (SAID.isBound()) {
			SAID.get().set(true);
		}
	}

	/** Lets a handler say it, and then notes that it did. */
	static <T> T during(Supplier<T> handler, Runnable note) {
		AtomicBoolean said = new AtomicBoolean();
		T result = ScopedValue.where(SAID, said).call(handler::get);
		if (said.get()) {
			note.run();
		}
		return result;
	}

}
