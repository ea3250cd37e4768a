package studio.avatar.console.parked;

import java.util.List;

import org.springframework.stereotype.Component;

import studio.avatar.console.page.Refused;

/** Retries as pages and the API show them. */
@Component
class RetryViews {

	private static final int SHOWN = 5;

	private final RetryTable retries;

	private final ParkedLists lists;

	RetryViews(RetryTable retries, ParkedLists lists) {
		this.retries = retries;
		this.lists = lists;
	}

	RetryView find(long id) {
		return this.retries.find(id)
			.map(this::view)
			.orElseThrow(() -> Refused.unknown("There is no retry %d.".formatted(id)));
	}

	/** The newest of a group. */
	List<RetryView> ofGroup(GroupName group) {
		return this.retries.ofGroup(group, SHOWN).stream().map(this::view).toList();
	}

	List<RetryView> running() {
		return this.retries.running().stream().map(this::view).toList();
	}

	long newest() {
		return this.retries.newest();
	}

	private RetryView view(Retry retry) {
		return new RetryView(retry, this.retries.batches(retry.id()),
				(retry.fingerprint() != null) ? this.lists.arrivedSince(retry) : 0);
	}

}
