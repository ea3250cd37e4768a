package studio.avatar.sandbox.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.provider.Fault.Call;

/**
 * The faults that wait for calls, in the order they were added. The first that fits a
 * call is used, the others wait on.
 */
public final class FalFaults {

	private final List<Fault> waiting = new ArrayList<>();

	/** Lets a fault wait for its calls. */
	public synchronized FalFaults add(Fault fault) {
		this.waiting.add(fault);
		return this;
	}

	/** The next call of this kind goes wrong, whatever its endpoint. */
	public FalFaults next(Call call, Effect effect) {
		return add(Fault.next(call, effect));
	}

	/** Nothing goes wrong any more. */
	public synchronized void clear() {
		this.waiting.clear();
	}

	/** The faults that no call has used up yet. */
	public synchronized List<Fault> waiting() {
		return List.copyOf(this.waiting);
	}

	/** The effect for a call that has just come in; it counts as used. */
	public synchronized Optional<Effect> take(Call call, @Nullable String endpoint) {
		for (int i = 0; i < this.waiting.size(); i++) {
			Fault fault = this.waiting.get(i);
			if (fault.hits(call, endpoint)) {
				use(i, fault);
				return Optional.of(fault.effect());
			}
		}
		return Optional.empty();
	}

	private void use(int index, Fault fault) {
		if (fault.times() == 1) {
			this.waiting.remove(index);
		}
		else if (fault.times() < Integer.MAX_VALUE) {
			this.waiting.set(index, fault.repeated(fault.times() - 1));
		}
	}

}
