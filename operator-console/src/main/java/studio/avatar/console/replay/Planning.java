package studio.avatar.console.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.ReplayMode;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Place;
import studio.avatar.console.archive.Archive;
import studio.avatar.console.archive.ArchivedRecord;
import studio.avatar.console.archive.EventSearch;
import studio.avatar.console.audit.Audit;

/** The first step: which records, for whom, frozen. */
@Component
class Planning {

	private static final int SAMPLE = 10;

	/** How long an operator waits for a plan; what it locks is then free again. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Archive archive;

	private final Freezing freezing;

	private final ReplayRows replays;

	private final ReplaySettings settings;

	private final Audit audit;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.shared();

	Planning(Archive archive, Freezing freezing, ReplayRows replays, ReplaySettings settings, Audit audit,
			Clock clock) {
		this.archive = archive;
		this.freezing = freezing;
		this.replays = replays;
		this.settings = settings;
		this.audit = audit;
		this.clock = clock;
	}

	/** How many records a plan would hold, and some of them; freezes nothing. */
	@Transactional(readOnly = true)
	public Estimate estimate(PlanWish wish) {
		Target target = wish.target();
		Selection selection = wish.selection();
		List<Replay> same = this.replays.same(target, wish.replayMode(), text(selection));
		if (selection.isByPlace()) {
			List<Place> places = heard(target, selection.places());
			return new Estimate(this.freezing.count(places), this.settings.mostItems(),
					this.archive.records(places.stream().limit(SAMPLE).toList()), same);
		}
		EventSearch search = selection.search(target);
		return new Estimate(this.archive.count(search), this.settings.mostItems(),
				this.archive.find(search, null, SAMPLE), same);
	}

	/**
	 * Freezes a plan.
	 * @param wanted the id it is to have; when the same was planned under it before, that
	 * is what there is
	 * @throws ReplayRefused when it would be empty or too large, when the consumer does
	 * not hear a topic, or when the same is under way and force is not wanted
	 */
	@Transactional
	public Replay plan(PlanWish wish, @Nullable UUID wanted, String who) {
		Target target = wish.target();
		String reason = PlanWish.said(wish.reason());
		String selection = text(wish.selection());
		this.freezing.within(PATIENCE);
		try {
			return plan(wish, target, selection, wanted, reason, who);
		}
		catch (QueryTimeoutException ex) {
			throw new ReplayRefused(
					"Choosing these records took longer than %d s; choose a shorter time, or fewer topics."
						.formatted(PATIENCE.toSeconds()));
		}
	}

	private Replay plan(PlanWish wish, Target target, String selection, @Nullable UUID wanted, String reason,
			String who) {
		this.replays.queue(target, selection);
		Optional<Replay> before = Optional.ofNullable(wanted).flatMap(this.replays::find);
		if (before.isPresent() && isThat(before.get(), replay(before.get().id(), target, wish.replayMode(), selection,
				before.get().items(), reason, wish.isForced(), who))) {
			return before.get();
		}
		if (!wish.isForced()) {
			DuplicateGuard.refuse(this.replays.underWay(target, wish.replayMode(), selection), null);
		}
		UUID id = (wanted == null || before.isPresent()) ? UUID.randomUUID() : wanted;
		long items = freeze(id, target, wish.selection());
		return keep(replay(id, target, wish.replayMode(), selection, items, reason, wish.isForced(), who));
	}

	/** Else the form was changed after it had been sent, and is another plan. */
	private static boolean isThat(Replay before, Replay asked) {
		return before.state().isOpen() && before.target().equals(asked.target()) && before.mode() == asked.mode()
				&& before.selection().equals(asked.selection()) && before.reason().equals(asked.reason())
				&& before.forced() == asked.forced() && before.plannedBy().equals(asked.plannedBy());
	}

	/** Freezes records that bring their own bytes; it goes on by itself. */
	@Transactional
	public Replay retry(Target target, List<RecordToReplay> records, String who, String reason) {
		if (records.isEmpty() || records.size() > this.settings.mostItems()) {
			throw new ReplayRefused("%,d records cannot be retried at once.".formatted(records.size()));
		}
		List<Place> places = heard(target, records.stream().map(RecordToReplay::place).toList());
		UUID id = UUID.randomUUID();
		this.freezing.own(id, records);
		String selection = this.json
			.writeValueAsString(Map.of("parked", places.stream().map(Place::toString).toList()));
		Instant now = this.clock.instant();
		return keep(new Replay(id, target, ReplayMode.REDELIVER, new ReplayState.Planned(), selection, records.size(),
				reason, false, true, who, now, who, reason, null, null, null, this.settings.rate(), 0, 0, now, false));
	}

	private Replay keep(Replay replay) {
		this.replays.insert(replay);
		this.audit.note(replay.plannedBy(), "replay planned", replay.id().toString(),
				Map.of("consumer", replay.target().toString(), "mode", replay.mode().id(), "records", replay.items(),
						"reason", replay.reason(), "selection", shortened(replay.selection()), "forced",
						replay.forced()));
		return replay;
	}

	private Replay replay(UUID id, Target target, ReplayMode mode, String selection, long items, String reason,
			boolean forced, String who) {
		Instant now = this.clock.instant();
		return new Replay(id, target, mode, new ReplayState.Planned(), selection, items, reason, forced, false, who,
				now, null, null, null, null, null, this.settings.rate(), this.settings.stopPercent(), 0, now, false);
	}

	private long freeze(UUID id, Target target, Selection selection) {
		if (selection.isByPlace()) {
			return freeze(id, heard(target, selection.places()));
		}
		int limit = this.settings.mostItems();
		long frozen = this.freezing.search(id, selection.search(target), limit + 1);
		if (frozen == 0) {
			throw new ReplayRefused("Nothing in the archive is like that: there is nothing to replay.");
		}
		if (frozen > limit) {
			throw new ReplayRefused("These are more than %,d records; choose fewer.".formatted(limit));
		}
		return frozen;
	}

	private long freeze(UUID id, List<Place> places) {
		long frozen = this.freezing.places(id, places);
		if (frozen != places.size()) {
			throw new ReplayRefused("The archive has only %,d of these %,d records.".formatted(frozen, places.size()));
		}
		return frozen;
	}

	private static List<Place> heard(Target target, List<Place> places) {
		Set<String> heard = target.topics().stream().map(Topic::topicName).collect(Collectors.toSet());
		Selection.refuseUnheard(target, heard, places.stream().map(Place::topic).distinct().toList());
		return places;
	}

	private String text(Selection selection) {
		return this.json.writeValueAsString(selection);
	}

	private static String shortened(@Nullable String text) {
		String all = String.valueOf(text);
		return (all.length() <= 500) ? all : all.substring(0, 500) + '…';
	}

}
