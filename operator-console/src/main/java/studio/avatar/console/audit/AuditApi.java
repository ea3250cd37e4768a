package studio.avatar.console.audit;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit, for programs. */
@RestController
@Tag(name = "Audit", description = "What operators did")
class AuditApi {

	private final AuditEntries entries;

	AuditApi(AuditEntries entries) {
		this.entries = entries;
	}

	@GetMapping("/api/audit")
	@Operation(summary = "What operators did, newest first",
			description = "The next page: the same question with the smallest id of this one as `before`.")
	@ApiResponse(responseCode = "200", description = "The entries, at most as many as asked for")
	@ApiResponse(responseCode = "400", description = "A time or a number cannot be read")
	List<AuditEntry> find(@RequestParam @Nullable String who, @RequestParam @Nullable String what,
			@RequestParam @Nullable String about, @RequestParam @Nullable String text,
			@RequestParam @Nullable Instant from, @RequestParam @Nullable Instant to,
			@RequestParam @Nullable Long before, @RequestParam(defaultValue = "100") int limit) {
		return this.entries.find(new AuditSearch(who, what, about, text, from, to, before), limit);
	}

}
