package studio.avatar.sandbox.provider.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.FalFaults;
import studio.avatar.sandbox.provider.Fault.Call;
import studio.avatar.sandbox.provider.http.Reply;

/**
 * The gate every call goes through: it is carried out as ordered, or as the waiting fault
 * wants it.
 */
public final class FaultGate {

	private final FalFaults faults;

	public FaultGate(FalFaults faults) {
		this.faults = faults;
	}

	/** Carries a call out. */
	@FunctionalInterface
	public interface Work {

		Reply carryOut() throws IOException, InterruptedException;

	}

	/**
	 * Carries a submit out; the effect, when there is one, belongs to the request it
	 * creates.
	 */
	@FunctionalInterface
	public interface Submission {

		Reply carryOut(@Nullable Effect effect) throws IOException, InterruptedException;

	}

	public Reply pass(Call call, @Nullable String endpoint, Work work) throws IOException, InterruptedException {
		Optional<Effect> effect = this.faults.take(call, endpoint);
		return effect.isEmpty() ? work.carryOut() : spoil(effect.get(), work);
	}

	public Reply passSubmit(String endpoint, Submission work) throws IOException, InterruptedException {
		Effect effect = this.faults.take(Call.SUBMIT, endpoint).orElse(null);
		if (effect == null || effect.ofTheJob()) {
			return work.carryOut(effect);
		}
		return spoil(effect, () -> work.carryOut(null));
	}

	private static Reply spoil(Effect effect, Work work) throws IOException, InterruptedException {
		return switch (effect) {
			case Effect.Answer answer -> FaultAnswers.of(answer);
			case Effect.Hang hang -> late(work.carryOut(), hang.time());
			case Effect.Cut cut -> cut(cut.accepted(), work);
			case Effect.Nonsense _ -> nonsense(work.carryOut());
			case Effect.FailJob _, Effect.NsfwJob _, Effect.NeverFinish _, Effect.WebhookTimes _,
					Effect.SpoilWebhook _ ->
				work.carryOut();
		};
	}

	private static Reply late(Reply reply, Duration time) throws InterruptedException {
		Thread.sleep(time);
		return reply;
	}

	private static Reply cut(boolean accepted, Work work) throws IOException, InterruptedException {
		if (accepted) {
			work.carryOut();
		}
		return Reply.cut();
	}

	private static Reply nonsense(Reply reply) {
		String type = reply.headers().getOrDefault("Content-Type", "application/json");
		return Reply.text(200, type, "<html><body>upstream says: {\"status\": \"OK");
	}

}
