package studio.avatar.console.replay;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks a replay up with all there is to show of it. */
@Component
class ReplayViews {

	private final ReplayRows rows;

	private final Passes passes;

	private final KeptSums sums;

	private final Moments moments;

	ReplayViews(ReplayRows rows, Passes passes, KeptSums sums, Moments moments) {
		this.rows = rows;
		this.passes = passes;
		this.sums = sums;
		this.moments = moments;
	}

	/**
	 * Everything about one.
	 * @throws ReplayRefused when there is none
	 */
	@Transactional
	public ReplayView of(UUID id) {
		Replay replay = this.rows.find(id).orElseThrow(() -> ReplayRefused.unknown(id));
		Optional<Moments.Moment> now = replay.state().isDriven() ? this.moments.newest(id, replay.pass())
				: Optional.empty();
		return ReplayView.of(replay, pass(id, Pass.Kind.PREVIEW), pass(id, Pass.Kind.RUN), now.orElse(null));
	}

	/** The newest pass of a kind; absent before there was one. */
	Optional<Pass> newest(UUID id, Pass.Kind kind) {
		return this.passes.newest(id, kind);
	}

	private ReplayView.@Nullable PassView pass(UUID id, Pass.Kind kind) {
		return this.passes.newest(id, kind)
			.map((pass) -> ReplayView.PassView.of(pass, this.sums.of(pass)))
			.orElse(null);
	}

}
