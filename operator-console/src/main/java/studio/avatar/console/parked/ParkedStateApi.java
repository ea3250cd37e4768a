package studio.avatar.console.parked;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page of parked records says above its list, for programs. */
@RestController
@Tag(name = "Parked", description = "Records that services could not handle")
class ParkedStateApi {

	private final RetryViews retries;

	private final Releasing releasing;

	private final Editing editing;

	ParkedStateApi(RetryViews retries, Releasing releasing, Editing editing) {
		this.retries = retries;
		this.releasing = releasing;
		this.editing = editing;
	}

	/**
	 * How it stands.
	 *
	 * @param free records that wait behind others although these are settled: release
	 * them
	 * @param editing whether a record may be edited and sent as a new event
	 * @param newestRetry number of the newest retry, the {@code seen} of a wish
	 */
	record State(long free, boolean editing, long newestRetry) {
	}

	@GetMapping("/api/parked/state")
	@Operation(summary = "How many records wait for nothing, whether editing is allowed, and the newest retry's number")
	@ApiResponse(responseCode = "200", description = "How it stands now")
	State state() {
		return new State(this.releasing.free(), this.editing.allowed(), this.retries.newest());
	}

	@GetMapping("/api/parked/retries")
	@Operation(summary = "The retries that are under way")
	@ApiResponse(responseCode = "200", description = "Those that have not ended, with their batches")
	List<RetryView> running() {
		return this.retries.running();
	}

}
