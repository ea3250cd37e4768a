package studio.avatar.sandbox.provider.model;

import java.util.List;

/** The model will not or cannot do it, and says why. */
public final class Refusal extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient Outcome outcome;

	public Refusal(List<Detail> details) {
		super(details.getFirst().msg());
		this.outcome = Outcome.refusal(422, details);
	}

	public Refusal(Detail detail) {
		this(List.of(detail));
	}

	public Outcome outcome() {
		return this.outcome;
	}

}
