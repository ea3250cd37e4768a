package studio.avatar.console.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.console.access.ForApprovers;
import studio.avatar.console.access.ForOperators;
import studio.avatar.console.archive.ArchivedRecord;
import studio.avatar.console.replay.OutcomeList.ItemOutcome;

/**
 * Replays for programs: the same as on the page. Long since each call stands here with
 * its description and its answers, and does nothing but pass on.
 */
@RestController
@RequestMapping("/api/replays")
@Tag(name = "Replays", description = "Plan, preview, approve and run replays of records to one consumer")
class ReplayApi {

	private static final int MOST_LISTED = 500;

	private final Replays replays;

	private final ReplayViews views;

	private final ReplayRows rows;

	private final OutcomeList outcomes;

	private final JsonMapper json;

	ReplayApi(Replays replays, ReplayViews views, ReplayRows rows, OutcomeList outcomes, JsonMapper json) {
		this.replays = replays;
		this.views = views;
		this.rows = rows;
		this.outcomes = outcomes;
		this.json = json;
	}

	@Operation(summary = "Say how many records a plan would hold, and show some; nothing is frozen")
	@ApiResponse(responseCode = "200", description = "The count, a sample, and replays that chose the same")
	@ApiResponse(responseCode = "409", description = "The consumer does not hear a topic, or there is no such consumer")
	@PostMapping("/estimate")
	@ForOperators
	EstimateView estimate(@RequestBody PlanWish wish) {
		return EstimateView.of(this.replays.estimate(wish));
	}

	@Operation(summary = "Freeze a plan")
	@ApiResponse(responseCode = "201", description = "The plan; its records are frozen")
	@ApiResponse(responseCode = "409", description = "It would be empty or too large, or the same is under way")
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@ForOperators
	ReplayView plan(@RequestBody PlanWish wish, Principal who) {
		return ReplayView.of(this.replays.plan(wish, who.getName()));
	}

	@Operation(summary = "List replays, newest first")
	@ApiResponse(responseCode = "200",
			description = "At most 500 of them, without their sums; the next page is asked for by the last one's id")
	@ApiResponse(responseCode = "400", description = "There is no such state")
	@GetMapping
	List<ReplayView> list(@ParameterObject ReplayFilter filter, @RequestParam(defaultValue = "50") int limit) {
		return this.rows.newest(filter, Math.clamp(limit, 1, MOST_LISTED)).stream().map(ReplayView::of).toList();
	}

	@Operation(summary = "Show one replay with the sums of its preview and of its run")
	@ApiResponse(responseCode = "200", description = "The replay")
	@ApiResponse(responseCode = "404", description = "There is no such replay")
	@GetMapping("/{id}")
	ReplayView show(@PathVariable UUID id) {
		return this.views.of(id);
	}

	@Operation(summary = "Preview it: the service handles every record and takes everything back")
	@ApiResponse(responseCode = "202", description = "The preview has begun")
	@ApiResponse(responseCode = "409", description = "It cannot be previewed as it stands")
	@PostMapping("/{id}/preview")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@ForOperators
	ReplayView preview(@PathVariable UUID id, Principal who) {
		return ReplayView.of(this.replays.preview(id, who.getName()));
	}

	@Operation(summary = "Run it, or ask for the approval it needs")
	@ApiResponse(responseCode = "202", description = "It is running, or it waits for an approver: see state")
	@ApiResponse(responseCode = "409", description = "It has no complete and fresh preview, or cannot be run")
	@PostMapping("/{id}/run")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@ForOperators
	ReplayView run(@PathVariable UUID id, @RequestBody RunWish wish, Principal who) {
		return ReplayView.of(this.replays.run(id, wish, who.getName()));
	}

	@Operation(summary = "Approve a run that somebody else asked for; it begins at once")
	@ApiResponse(responseCode = "202", description = "It is running")
	@ApiResponse(responseCode = "409", description = "You asked for it yourself, or nobody asked")
	@PostMapping("/{id}/approve")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@ForApprovers
	ReplayView approve(@PathVariable UUID id, Principal who) {
		return ReplayView.of(this.replays.approve(id, who.getName()));
	}

	@Operation(summary = "Reject a run that somebody else asked for; that ends it")
	@ApiResponse(responseCode = "200", description = "It is cancelled, with these words")
	@ApiResponse(responseCode = "409", description = "You asked for it yourself, or nobody asked")
	@PostMapping("/{id}/reject")
	@ForApprovers
	ReplayView reject(@PathVariable UUID id, @RequestBody Rejection rejection, Principal who) {
		return ReplayView.of(this.replays.reject(id, who.getName(), rejection.words()));
	}

	@Operation(summary = "Send nothing more until it is resumed")
	@ApiResponse(responseCode = "200", description = "It is paused")
	@ApiResponse(responseCode = "409", description = "It is not running")
	@PostMapping("/{id}/pause")
	@ForOperators
	ReplayView pause(@PathVariable UUID id, Principal who) {
		return ReplayView.of(this.replays.pause(id, who.getName()));
	}

	@Operation(summary = "Go on where it was paused")
	@ApiResponse(responseCode = "200", description = "It is running")
	@ApiResponse(responseCode = "409", description = "It is not paused")
	@PostMapping("/{id}/resume")
	@ForOperators
	ReplayView resume(@PathVariable UUID id, Principal who) {
		return ReplayView.of(this.replays.resume(id, who.getName()));
	}

	@Operation(summary = "Give it up; what was sent already still has its outcome kept")
	@ApiResponse(responseCode = "200", description = "It is cancelled")
	@ApiResponse(responseCode = "409", description = "It is over already")
	@PostMapping("/{id}/cancel")
	@ForOperators
	ReplayView cancel(@PathVariable UUID id, Principal who) {
		this.replays.cancel(id, who.getName());
		return this.views.of(id);
	}

	@Operation(summary = "Change how many records a second it sends")
	@ApiResponse(responseCode = "200", description = "From now on it goes at this rate")
	@ApiResponse(responseCode = "400", description = "Nobody may have that rate")
	@PatchMapping("/{id}")
	@ForOperators
	ReplayView rate(@PathVariable UUID id, @RequestBody Pace pace, Principal who) {
		return ReplayView.of(this.replays.rate(id, pace.rate(), who.getName()));
	}

	@Operation(summary = "List its records with their outcomes, in the order they are sent in")
	@ApiResponse(responseCode = "200", description = "A page of them, and where the next begins")
	@GetMapping("/{id}/items")
	ItemPage items(@PathVariable UUID id, @RequestParam(defaultValue = "run") String of,
			@RequestParam(required = false) @Nullable ItemResult result, @RequestParam(defaultValue = "0") long after,
			@RequestParam(defaultValue = "100") int limit) {
		int most = Math.clamp(limit, 1, MOST_LISTED);
		List<ItemOutcome> page = this.outcomes.page(id, pass(id, of), result, after, most);
		return new ItemPage(page, (page.size() == most) ? page.getLast().item() : null);
	}

	@Operation(summary = "Download all its records with their outcomes as CSV")
	@ApiResponse(responseCode = "200", description = "One line a record")
	@GetMapping(path = "/{id}/items.csv", produces = "text/csv")
	void csv(@PathVariable UUID id, @RequestParam(defaultValue = "run") String of,
			@RequestParam(required = false) @Nullable ItemResult result, HttpServletResponse response)
			throws IOException {
		Writer out = download(response, id, "text/csv", "csv", pass(id, of));
		out.write(Csv.line("item", "topic", "partition", "offset", "type", "key", "result", "attempt", "at", "cause",
				"message", "fingerprint"));
		this.outcomes.each(id, pass(id, of), result,
				(item) -> write(out,
						Csv.line(item.item(), item.topic(), item.partition(), item.offset(), item.type(), item.key(),
								item.result(), item.attempt(), item.at(), item.cause(), item.message(),
								item.fingerprint())));
	}

	@Operation(summary = "Download all its records with their outcomes, one JSON object a line")
	@ApiResponse(responseCode = "200", description = "One line a record")
	@GetMapping(path = "/{id}/items.ndjson", produces = "application/x-ndjson")
	void ndjson(@PathVariable UUID id, @RequestParam(defaultValue = "run") String of,
			@RequestParam(required = false) @Nullable ItemResult result, HttpServletResponse response)
			throws IOException {
		Writer out = download(response, id, "application/x-ndjson", "ndjson", pass(id, of));
		this.outcomes.each(id, pass(id, of), result, (item) -> write(out, this.json.writeValueAsString(item) + '\n'));
	}

	private static Writer download(HttpServletResponse response, UUID id, String type, String ending, int pass)
			throws IOException {
		response.setContentType(type);
		response.setCharacterEncoding("UTF-8");
		response.setHeader("Content-Disposition",
				"attachment; filename=\"replay-%s-%d.%s\"".formatted(id, pass, ending));
		return response.getWriter();
	}

	private static void write(Writer out, String line) {
		try {
			out.write(line);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The number of the newest preview or of the run; 0, with no outcomes, before. */
	private int pass(UUID id, String of) {
		Replay replay = this.rows.find(id).orElseThrow(() -> ReplayRefused.unknown(id));
		Pass.Kind kind = of.equals("preview") ? Pass.Kind.PREVIEW : Pass.Kind.RUN;
		return this.views.newest(replay.id(), kind).map(Pass::number).orElse(0);
	}

	/** Why a run is rejected. */
	record Rejection(@Nullable String words) {
	}

	/** Records a second. */
	record Pace(@Nullable Integer rate) {
	}

	/** A page of items; {@code next} is given as {@code after}, and absent at the end. */
	record ItemPage(List<ItemOutcome> items, @Nullable Long next) {
	}

	/** What a plan would hold. */
	record EstimateView(long count, int limit, boolean tooMany, List<Sample> sample, List<ReplayView> same) {

		static EstimateView of(Estimate estimate) {
			return new EstimateView(estimate.count(), estimate.limit(), estimate.isTooMany(),
					estimate.sample().stream().map(Sample::of).toList(),
					estimate.same().stream().map(ReplayView::of).toList());
		}

	}

	/** A record that a plan would hold. */
	record Sample(String place, Instant recordedAt, @Nullable String type, @Nullable String key,
			@Nullable String eventId, @Nullable String correlationId) {

		static Sample of(ArchivedRecord record) {
			return new Sample(record.place().toString(), record.recordedAt(), record.type(), record.key(), record.id(),
					record.correlationId());
		}

	}

}
