package studio.avatar.console.overview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How everything is, for programs. */
@RestController
@Tag(name = "Overview", description = "How everything is")
class OverviewApi {

	private final Overviews overviews;

	OverviewApi(Overviews overviews) {
		this.overviews = overviews;
	}

	@GetMapping("/api/overview")
	@Operation(summary = "Instances, lag, rates, jobs, troubles and spend",
			description = "`window` is how far back counts and figures go: 10m (default), 1h, 6h or 48h.")
	@ApiResponse(responseCode = "200", description = "How everything is now; what is not known is absent")
	Overview overview(@RequestParam @Nullable String window) {
		return this.overviews.of(this.overviews.history(Window.of(window)));
	}

}
