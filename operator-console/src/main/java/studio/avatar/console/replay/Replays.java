package studio.avatar.console.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import studio.avatar.console.audit.Audit;

/**
 * Everything operators do to replays. Each move holds the replay's row, so that of two
 * clicks the second finds what the first did and is refused in words.
 */
@Component
public class Replays {

	private final ReplayRows rows;

	private final Planning planning;

	private final RunRequests requests;

	private final Walks walks;

	private final ReplaySettings settings;

	private final Audit audit;

	Replays(ReplayRows rows, Planning planning, RunRequests requests, Walks walks, ReplaySettings settings,
			Audit audit) {
		this.rows = rows;
		this.planning = planning;
		this.requests = requests;
		this.walks = walks;
		this.settings = settings;
		this.audit = audit;
	}

	/** How it stands. */
	public Optional<Replay> find(UUID id) {
		return this.rows.find(id);
	}

	/** How many records one of them takes. */
	public int mostRecords() {
		return this.settings.mostItems();
	}

	/** How many records a plan would hold, and some of them; freezes nothing. */
	Estimate estimate(PlanWish wish) {
		return this.planning.estimate(wish);
	}

	/** Freezes a plan. */
	Replay plan(PlanWish wish, String who) {
		return this.planning.plan(wish, null, who);
	}

	/** Freezes a plan under an id; asked again for the same, it gives the same. */
	Replay plan(PlanWish wish, @Nullable UUID id, String who) {
		return this.planning.plan(wish, id, who);
	}

	/**
	 * Has one consumer meet records again: at once where they are few and no money is,
	 * else after a preview, and after an approval where somebody has to agree. Joins the
	 * caller's transaction; tells by {@link ReplayItemsSettled} and {@link ReplayEnded}
	 * what came of it, and never stops by itself.
	 * @param consumer {@code gallery/generation.events}
	 * @param records sent in this order; the first is item 1
	 * @return the replay's id
	 * @throws ReplayRefused when there is no such consumer, or none, or too many records
	 */
	@Transactional
	public UUID retry(String consumer, List<RecordToReplay> records, String operator, String reason) {
		Replay replay = this.planning.retry(Target.of(consumer), records, operator, PlanWish.said(reason));
		if (ApprovalRule.mayBeginAtOnce(replay) && replay.state() instanceof ReplayState.Planned planned) {
			this.walks.begin(replay, planned.runWithoutPreview(), Pass.Kind.RUN);
		}
		else {
			preview(replay.id(), operator);
		}
		return replay.id();
	}

	/** Shows what it would do; may be repeated. */
	@Transactional
	Replay preview(UUID id, String who) {
		Replay replay = this.rows.hold(id);
		if (!(replay.state() instanceof ReplayState.Previewable rest)) {
			throw cannot(replay, "be previewed");
		}
		this.walks.begin(replay, rest.preview(), Pass.Kind.PREVIEW);
		note(who, "replay preview started", id, Map.of());
		return this.rows.hold(id);
	}

	/**
	 * Runs it, or asks for the approval it needs.
	 * @throws ReplayRefused without a reason, or without a complete and fresh preview
	 */
	@Transactional
	Replay run(UUID id, RunWish wish, String who) {
		Replay replay = this.rows.hold(id);
		if (!(replay.state() instanceof ReplayState.Previewed previewed)) {
			throw cannot(replay, "be run; a run follows a preview");
		}
		this.requests.ask(replay, previewed, wish, who);
		return this.rows.hold(id);
	}

	/**
	 * Lets run what another operator asked for.
	 * @throws ReplayRefused when it is the same person, or the preview has grown old
	 */
	@Transactional
	Replay approve(UUID id, String who) {
		Replay replay = this.rows.hold(id);
		if (!(replay.state() instanceof ReplayState.AwaitingApproval awaiting)) {
			throw cannot(replay, "be approved");
		}
		this.requests.approve(replay, awaiting, who);
		return this.rows.hold(id);
	}

	/** Ends what another operator asked for. */
	@Transactional
	Replay reject(UUID id, String who, @Nullable String words) {
		Replay replay = this.rows.hold(id);
		if (!(replay.state() instanceof ReplayState.AwaitingApproval awaiting)) {
			throw cannot(replay, "be rejected");
		}
		this.requests.reject(replay, awaiting, who, PlanWish.said(words));
		return this.rows.hold(id);
	}

	@Transactional
	Replay pause(UUID id, String who) {
		Replay replay = this.rows.hold(id);
		if (!(replay.state() instanceof ReplayState.Running running)) {
			throw cannot(replay, "be paused");
		}
		this.rows.move(id, running.pause(), "Paused by " + who);
		note(who, "replay paused", id, Map.of());
		return this.rows.hold(id);
	}

	@Transactional
	Replay resume(UUID id, String who) {
		Replay replay = this.rows.hold(id);
		if (!(replay.state() instanceof ReplayState.Paused paused)) {
			throw cannot(replay, "be resumed");
		}
		this.rows.move(id, paused.resume(), null);
		note(who, "replay resumed", id, Map.of());
		return this.rows.hold(id);
	}

	/**
	 * Sends nothing more. What is with the service already still has its outcome kept.
	 */
	@Transactional
	public void cancel(UUID id, String operator) {
		Replay replay = this.rows.hold(id);
		if (!(replay.state() instanceof ReplayState.Open open)) {
			throw cannot(replay, "be cancelled");
		}
		this.walks.end(replay, open.cancel(), "Cancelled by " + operator);
		note(operator, "replay cancelled", id, Map.of());
	}

	/** Changes how fast it goes, also while it runs. */
	@Transactional
	Replay rate(UUID id, @Nullable Integer rate, String who) {
		Replay replay = this.rows.hold(id);
		if (!replay.state().isOpen()) {
			throw cannot(replay, "get another rate");
		}
		int wanted = RunWish.checked(rate, this.settings);
		this.rows.rate(id, wanted);
		note(who, "replay rate changed", id, Map.of("from", replay.rate(), "to", wanted));
		return this.rows.hold(id);
	}

	private void note(String who, String what, UUID id, Map<String, ?> details) {
		this.audit.note(who, what, id.toString(), details);
	}

	private static ReplayRefused cannot(Replay replay, String what) {
		return new ReplayRefused("A replay that is %s cannot %s.".formatted(Words.of(replay.state()), what));
	}

}
