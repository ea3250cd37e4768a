package studio.avatar.sandbox.provider;

import java.util.Optional;

import studio.avatar.sandbox.provider.Fault.Call;

/**
 * What goes wrong with the next completions: {@link Effect.Answer}, {@link Effect.Hang},
 * {@link Effect.Cut}, {@link Effect.Nonsense}.
 */
public final class LlmFaults {

	private final FalFaults waiting = new FalFaults();

	/** The next completion goes wrong. */
	public LlmFaults next(Effect effect) {
		return next(1, effect);
	}

	/** The next few completions go wrong. */
	public LlmFaults next(int times, Effect effect) {
		this.waiting.add(Fault.next(Call.RESULT, effect).repeated(times));
		return this;
	}

	/** Every completion goes wrong until {@link #clear()}. */
	public LlmFaults always(Effect effect) {
		return next(Integer.MAX_VALUE, effect);
	}

	/** Nothing goes wrong any more. */
	public void clear() {
		this.waiting.clear();
	}

	Optional<Effect> take() {
		return this.waiting.take(Call.RESULT, null);
	}

}
