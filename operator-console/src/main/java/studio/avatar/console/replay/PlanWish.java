package studio.avatar.console.replay;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.ReplayMode;

/**
 * What an operator wants planned.
 *
 * @param consumer {@code gallery/generation.events}; a whole service, {@code gallery},
 * only in mode rebuild
 * @param mode {@code redeliver} (also when absent) or {@code rebuild}
 * @param reason why, for whoever finds it
 * @param force although the same is under way; needs somebody else's approval
 */
public record PlanWish(String consumer, @Nullable String mode, @Nullable Selection select, @Nullable String reason,
		@Nullable Boolean force) {

	Target target() {
		if (this.consumer == null || this.consumer.isBlank()) {
			throw ReplayRefused.nonsense("A replay needs a consumer, such as gallery/generation.events.");
		}
		Target target = Target.of(this.consumer);
		if (replayMode() == ReplayMode.REBUILD && !target.canBeRebuilt()) {
			throw new ReplayRefused("%s fills no projection, so there is nothing to rebuild.".formatted(target));
		}
		if (target.topic() == null && replayMode() != ReplayMode.REBUILD) {
			throw new ReplayRefused(
					"Only a rebuild is for a whole service; name a consumer, such as gallery/generation.events.");
		}
		return target;
	}

	ReplayMode replayMode() {
		try {
			return (this.mode == null || this.mode.isBlank()) ? ReplayMode.REDELIVER : ReplayMode.of(this.mode);
		}
		catch (IllegalArgumentException ex) {
			throw ReplayRefused.nonsense("A mode is redeliver or rebuild, not “%s”.".formatted(this.mode));
		}
	}

	Selection selection() {
		return (this.select != null) ? this.select.checked() : Selection.everything();
	}

	boolean isForced() {
		return Boolean.TRUE.equals(this.force);
	}

	/** A reason that says something. */
	static String said(@Nullable String reason) {
		if (reason == null || reason.isBlank()) {
			throw ReplayRefused.nonsense("A reason is needed: whoever finds this later wants to know why.");
		}
		return reason.strip();
	}

}
