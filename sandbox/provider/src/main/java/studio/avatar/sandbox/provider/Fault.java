package studio.avatar.sandbox.provider;

import org.jspecify.annotations.Nullable;

/**
 * A fault that waits for the calls it will hit.
 *
 * @param call the kind of call it waits for
 * @param endpoint only calls about this endpoint (as {@code fal-ai/flux-lora}); absent
 * means any
 * @param times how many calls it hits before it is used up, 1 or more
 * @param effect what goes wrong
 */
public record Fault(Call call, @Nullable String endpoint, int times, Effect effect) {

	/** The kinds of call a fault can wait for. */
	public enum Call {

		/** A paid request enters the queue. */
		SUBMIT,
		/** How is the request doing. */
		STATUS,
		/** What came out of the request. */
		RESULT,
		/** Stop the request. */
		CANCEL,
		/** An upload is announced or its bytes are sent. */
		UPLOAD,
		/** A picture, a model file or an upload is downloaded. */
		FILE,
		/** The keys are read that prove webhooks. */
		KEYS

	}

	public Fault {
		if (times < 1) {
			throw new IllegalArgumentException("a fault hits at least one call");
		}
		if (effect.ofTheJob() && call != Call.SUBMIT) {
			throw new IllegalArgumentException(effect + " is decided when a request is submitted");
		}
	}

	/** The next call of this kind, whatever its endpoint. */
	public static Fault next(Call call, Effect effect) {
		return new Fault(call, null, 1, effect);
	}

	/** The same fault, for calls about this endpoint only. */
	public Fault at(String endpoint) {
		return new Fault(this.call, endpoint, this.times, this.effect);
	}

	/** The same fault, for this many calls. */
	public Fault repeated(int times) {
		return new Fault(this.call, this.endpoint, times, this.effect);
	}

	/** The same fault, until the faults are cleared. */
	public Fault always() {
		return repeated(Integer.MAX_VALUE);
	}

	boolean hits(Call call, @Nullable String endpoint) {
		return this.call == call && (this.endpoint == null || this.endpoint.equals(endpoint));
	}

}
