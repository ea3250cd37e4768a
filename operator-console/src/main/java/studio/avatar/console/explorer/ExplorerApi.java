package studio.avatar.console.explorer;

import java.security.Principal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import studio.avatar.common.messaging.Place;
import studio.avatar.console.archive.Archive;

/** Events, for programs. */
@RestController
@Tag(name = "Events", description = "What was said on every live topic")
class ExplorerApi {

	private final Explorer explorer;

	private final LiveTail tail;

	ExplorerApi(Explorer explorer, LiveTail tail) {
		this.explorer = explorer;
		this.tail = tail;
	}

	@GetMapping("/api/events")
	@Operation(summary = "Events that fit, newest first",
			description = "The next page: the same question with `next` of this one as `after`.")
	@ApiResponse(responseCode = "200", description = "The events, at most as many as asked for and at most 500")
	@ApiResponse(responseCode = "400", description = "Something in it cannot be looked for")
	@ApiResponse(responseCode = "503", description = "The search took too long and was given up")
	EventPage find(@ParameterObject EventFilters filters, @RequestParam(defaultValue = "50") int limit) {
		return this.explorer.find(filters, limit);
	}

	/**
	 * How many events fit.
	 *
	 * @param orMore whether it stopped counting there
	 */
	record Counted(long count, boolean orMore) {
	}

	@GetMapping("/api/events/count")
	@Operation(summary = "How many events fit, counted up to 100,001", description = "`after` means nothing here.")
	@ApiResponse(responseCode = "200", description = "How many there are, or that there are more")
	@ApiResponse(responseCode = "400", description = "Something in it cannot be looked for")
	@ApiResponse(responseCode = "503", description = "Counting took too long and was given up")
	Counted count(@ParameterObject EventFilters filters) {
		long count = this.explorer.count(filters);
		return new Counted(count, count == Archive.COUNTED);
	}

	@GetMapping("/api/events/over-time")
	@Operation(summary = "How many events that fit there were when",
			description = "Within the time looked for, at most 90 days; the last 48 hours where none is said. Steps "
					+ "with none are left out.")
	@ApiResponse(responseCode = "200", description = "The counts by the beginning of each step")
	@ApiResponse(responseCode = "400", description = "Something in it cannot be looked for")
	@ApiResponse(responseCode = "503", description = "The search took too long and was given up")
	OverTime overTime(@ParameterObject EventFilters filters) {
		return this.explorer.overTime(filters);
	}

	@GetMapping("/api/events/{topic}/{partition}/{offset}")
	@Operation(summary = "One record with its headers and its value")
	@ApiResponse(responseCode = "200", description = "The record")
	@ApiResponse(responseCode = "404", description = "None that stood there is archived")
	EventView record(@PathVariable String topic, @PathVariable int partition, @PathVariable long offset) {
		return EventView.of(this.explorer.record(new Place(topic, partition, offset)));
	}

	@GetMapping("/api/events/{topic}/{partition}/{offset}/value")
	@Operation(summary = "The value of a record, byte for byte")
	@ApiResponse(responseCode = "200", description = "The bytes")
	@ApiResponse(responseCode = "204", description = "The record has no value")
	@ApiResponse(responseCode = "404", description = "None that stood there is archived")
	ResponseEntity<byte[]> value(@PathVariable String topic, @PathVariable int partition, @PathVariable long offset) {
		byte @Nullable [] value = this.explorer.record(new Place(topic, partition, offset)).value();
		ContentDisposition download = ContentDisposition.attachment()
			.filename("%s-%d@%d".formatted(topic, partition, offset))
			.build();
		return (value == null) ? ResponseEntity.noContent().build()
				: ResponseEntity.ok()
					.header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
					.contentType(MediaType.APPLICATION_OCTET_STREAM)
					.body(value);
	}

	@GetMapping(path = "/api/events/tail", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(summary = "Events that fit, as they come",
			description = "Server-sent events: `events` with a list of events, `lost` with how many were left out "
					+ "because the reader was too slow, or `some` where nobody can tell. Who asks again with the `id` heard "
					+ "last as Last-Event-ID is told what came between, some of it twice. `after`, `from`, `to` and `last` mean nothing here.")
	@ApiResponse(responseCode = "200", description = "The stream; it stays open for ten minutes")
	@ApiResponse(responseCode = "400", description = "Something in it cannot be looked for")
	@ApiResponse(responseCode = "429", description = "The same reader is watching ten times already")
	@ApiResponse(responseCode = "503", description = "Too many are watching already")
	SseEmitter tail(@ParameterObject EventFilters filters,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId, Principal reader) {
		return this.tail.open(reader.getName(), this.explorer.search(filters).between(null, null),
				(lastEventId != null) ? Missed.since(lastEventId) : null);
	}

}
