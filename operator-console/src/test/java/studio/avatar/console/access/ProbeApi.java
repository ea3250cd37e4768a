package studio.avatar.console.access;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Does nothing, for those who may. */
@Hidden
@RestController
class ProbeApi {

	@PostMapping({ "/api/probe", "/probe" })
	@ForOperators
	String act() {
		return "done";
	}

	@PostMapping("/api/probe/approve")
	@ForApprovers
	String approve() {
		return "approved";
	}

	/** As if the rule for its address had been forgotten. */
	@GetMapping("/api/probe")
	@ForOperators
	String act(String unused) {
		return "done";
	}

	@GetMapping({ "/api/probe/away", "/probe/away" })
	String away() {
		throw new CannotGetJdbcConnectionException("no connection to 10.0.0.1");
	}

	@GetMapping("/api/probe/broken")
	String fail() {
		throw new IllegalStateException("the password of the database is 12345");
	}

}
