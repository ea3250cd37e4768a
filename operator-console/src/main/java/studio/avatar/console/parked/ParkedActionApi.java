package studio.avatar.console.parked;

import java.security.Principal;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import studio.avatar.console.access.ForOperators;
import studio.avatar.console.page.Refused;

/** Parked records, for programs that act. */
@RestController
@Tag(name = "Parked", description = "Records that services could not handle")
@ApiResponse(responseCode = "200", description = "Done, or begun")
@ApiResponse(responseCode = "403", description = "Only operators may do this")
@ApiResponse(responseCode = "409", description = "It cannot be done, and why")
class ParkedActionApi {

	private static final String GROUP = "/api/parked/groups/{service}/{topic}/{fingerprint}";

	private static final String RECORD = "/api/parked/{id}";

	private final RetryStart start;

	private final RetryAdvance advance;

	private final Discarding discarding;

	private final Editing editing;

	private final Releasing releasing;

	private final ParkedFiles files;

	private final RetryViews retries;

	ParkedActionApi(RetryStart start, RetryAdvance advance, Discarding discarding, Editing editing, Releasing releasing,
			ParkedFiles files, RetryViews retries) {
		this.start = start;
		this.advance = advance;
		this.discarding = discarding;
		this.editing = editing;
		this.releasing = releasing;
		this.files = files;
		this.retries = retries;
	}

	/**
	 * Why.
	 *
	 * @param seen number of the newest retry known to the caller; what was retried since
	 * is refused
	 */
	record Why(@Nullable String reason, @Nullable Long seen) {

		Wish by(Principal who) {
			return new Wish(who.getName(), (this.reason != null) ? this.reason : "", this.seen);
		}

	}

	/** Which records, and why. */
	record Chosen(@Nullable List<Long> ids, @Nullable String reason, @Nullable Long seen) {

		List<Long> records() {
			return (this.ids != null) ? this.ids : List.of();
		}

		Wish by(Principal who) {
			return new Why(this.reason, this.seen).by(who);
		}

	}

	/** The new value, as text, and why. */
	record Change(String body, @Nullable String reason, @Nullable Long seen) {
	}

	/** Up to which record, and why. */
	record Known(long upTo, @Nullable String reason) {
	}

	/** How many were discarded. */
	record Discarded(int records) {
	}

	@ForOperators
	@PostMapping(RECORD + "/retry")
	@Operation(summary = "Retries one parked record")
	RetryView retry(@PathVariable long id, @RequestBody Why why, Principal who) {
		return this.retries.find(this.start.one(id, why.by(who)));
	}

	@ForOperators
	@PostMapping(RECORD + "/edit")
	@Operation(summary = "Sends a new event made from a parked record",
			description = "Off by default. The event has an id of its own, caused by the old one; the record stays.")
	RetryView edit(@PathVariable long id, @RequestBody Change change, Principal who) {
		ParkedRecord record = this.files.record(id)
			.orElseThrow(() -> Refused.unknown("There is no parked record %d.".formatted(id)));
		return this.retries
			.find(this.editing.send(record, change.body(), new Why(change.reason(), change.seen()).by(who)));
	}

	@ForOperators
	@PostMapping(RECORD + "/discard")
	@Operation(summary = "Discards one parked record, with a reason")
	Discarded discard(@PathVariable long id, @RequestBody Why why, Principal who) {
		return new Discarded(this.discarding.one(id, why.by(who)));
	}

	@ForOperators
	@PostMapping(GROUP + "/retry")
	@Operation(summary = "Retries what is open of a group now, in growing batches")
	RetryView retryGroup(@PathVariable String service, @PathVariable String topic, @PathVariable String fingerprint,
			@RequestBody Why why, Principal who) {
		return this.retries.find(this.start.group(GroupName.of(service, topic, fingerprint), why.by(who)));
	}

	@ForOperators
	@PostMapping(GROUP + "/discard")
	@Operation(summary = "Discards what is open of a group, with a reason",
			description = "`upTo` is the greatest id among the records you have seen; later ones stay.")
	Discarded discardGroup(@PathVariable String service, @PathVariable String topic, @PathVariable String fingerprint,
			@RequestBody Known known, Principal who) {
		return new Discarded(this.discarding.group(GroupName.of(service, topic, fingerprint), known.upTo(),
				new Why(known.reason(), null).by(who)));
	}

	@ForOperators
	@PostMapping("/api/parked/retry")
	@Operation(summary = "Retries the records with these ids, of one consumer, in growing batches")
	RetryView retryChosen(@RequestBody Chosen chosen, Principal who) {
		return this.retries.find(this.start.chosen(chosen.records(), chosen.by(who)));
	}

	@ForOperators
	@PostMapping("/api/parked/discard")
	@Operation(summary = "Discards the records with these ids, with a reason")
	Discarded discardChosen(@RequestBody Chosen chosen, Principal who) {
		return new Discarded(this.discarding.chosen(chosen.records(), chosen.by(who)));
	}

	@ForOperators
	@PostMapping("/api/parked/retries/{id}/stop")
	@Operation(summary = "Ends a retry; what was not handled is open again")
	RetryView stop(@PathVariable long id, Principal who) {
		this.advance.cancel(id, who.getName());
		return this.retries.find(id);
	}

	@ForOperators
	@PostMapping("/api/parked/release")
	@Operation(summary = "Redelivers what waited behind records that are settled")
	void release(@RequestBody Why why, Principal who) {
		this.releasing.releaseAll(why.by(who));
	}

}
