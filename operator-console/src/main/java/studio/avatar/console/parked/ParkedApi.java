package studio.avatar.console.parked;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import studio.avatar.console.page.Refused;

/** Parked records, for programs that look. */
@RestController
@Tag(name = "Parked", description = "Records that services could not handle")
class ParkedApi {

	private static final String FIRST = "9223372036854775807";

	private final ParkedGroups groups;

	private final ParkedArrivals arrivals;

	private final ParkedLists lists;

	private final ParkedFiles files;

	private final RetryViews retries;

	ParkedApi(ParkedGroups groups, ParkedArrivals arrivals, ParkedLists lists, ParkedFiles files, RetryViews retries) {
		this.groups = groups;
		this.arrivals = arrivals;
		this.lists = lists;
		this.files = files;
		this.retries = retries;
	}

	@GetMapping("/api/parked/groups")
	@Operation(summary = "Groups of parked records by root cause, the largest first",
			description = "Counts are those of the records that fit; `all` counts settled ones too. "
					+ "The next page: the same question with `skip`, how many came before.")
	@ApiResponse(responseCode = "200", description = "At most 200 groups")
	List<Group> groups(@RequestParam @Nullable String service, @RequestParam @Nullable String cause,
			@RequestParam @Nullable String chat, @RequestParam @Nullable String text,
			@RequestParam(defaultValue = "false") boolean all, @RequestParam(defaultValue = "0") long skip) {
		return this.groups.find(new ParkedSearch(service, cause, chat, text, all), skip).groups();
	}

	@GetMapping("/api/parked/groups/{service}/{topic}/{fingerprint}")
	@Operation(summary = "One group with its counts, its newest retries and what waits behind it")
	@ApiResponse(responseCode = "200", description = "The group")
	@ApiResponse(responseCode = "404", description = "There is no such group")
	GroupFile group(@PathVariable String service, @PathVariable String topic, @PathVariable String fingerprint) {
		GroupName name = GroupName.of(service, topic, fingerprint);
		return this.groups.find(name)
			.map((group) -> new GroupFile(group, this.retries.ofGroup(name), this.lists.waitingBehind(name)))
			.orElseThrow(() -> Refused.unknown("There is no such group."));
	}

	@GetMapping("/api/parked/groups/{service}/{topic}/{fingerprint}/records")
	@Operation(summary = "Records of a group, newest first",
			description = "The next page: the same question with the smallest id of this one as `before`.")
	@ApiResponse(responseCode = "200", description = "At most 100 records; what waits behind them is not among them")
	List<ParkedRow> recordsOfGroup(@PathVariable String service, @PathVariable String topic,
			@PathVariable String fingerprint, @RequestParam(defaultValue = "false") boolean all,
			@RequestParam(defaultValue = FIRST) long before) {
		return this.lists.ofGroup(GroupName.of(service, topic, fingerprint), all, before);
	}

	@GetMapping("/api/parked")
	@Operation(summary = "Parked records, newest first",
			description = "The next page: the same question with the smallest id of this one as `before`.")
	@ApiResponse(responseCode = "200", description = "At most 100 records")
	List<ParkedRow> records(@RequestParam @Nullable String service, @RequestParam @Nullable String cause,
			@RequestParam @Nullable String chat, @RequestParam @Nullable String text,
			@RequestParam(defaultValue = "false") boolean all, @RequestParam(defaultValue = FIRST) long before) {
		return this.lists.find(new ParkedSearch(service, cause, chat, text, all), before);
	}

	@GetMapping("/api/parked/counts")
	@Operation(summary = "How many records were parked when, over all and for each group")
	@ApiResponse(responseCode = "200", description = "Hour by hour of 48 hours, or day by day of 30 days")
	List<Count> counts(@RequestParam(defaultValue = "hours") String per) {
		return Count.of(this.arrivals.pictures(Stretch.of(per)));
	}

	@GetMapping("/api/parked/{id}")
	@Operation(summary = "A parked record in full: headers, value, attempts, and what was done to it")
	@ApiResponse(responseCode = "200", description = "The record")
	@ApiResponse(responseCode = "404", description = "There is no such record")
	ParkedFile record(@PathVariable long id) {
		return this.files.find(id).orElseThrow(() -> Refused.unknown("There is no parked record %d.".formatted(id)));
	}

	@GetMapping(path = "/api/parked/{id}/value", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	@Operation(summary = "The value of a parked record, byte for byte")
	@ApiResponse(responseCode = "200", description = "The bytes; none when the record has no value")
	@ApiResponse(responseCode = "404", description = "There is no such record")
	byte[] value(@PathVariable long id) {
		return this.files.value(id);
	}

	@GetMapping("/api/parked/retries/{id}")
	@Operation(summary = "A retry with its batches")
	@ApiResponse(responseCode = "200", description = "The retry")
	@ApiResponse(responseCode = "404", description = "There is no such retry")
	RetryView retry(@PathVariable long id) {
		return this.retries.find(id);
	}

}
