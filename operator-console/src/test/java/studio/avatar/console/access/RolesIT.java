package studio.avatar.console.access;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

class RolesIT extends ConsoleUnderTest {

	@ParameterizedTest
	@CsvSource({ "viewer,POST,/api/probe,403", "operator,POST,/api/probe,200", "approver,POST,/api/probe,403",
			"operator,POST,/api/probe/approve,403", "approver,POST,/api/probe/approve,200",
			"viewer,POST,/api/probe/approve,403", "viewer,GET,/api/audit,200", "viewer,HEAD,/api/audit,200",
			"approver,GET,/api/audit,200", "operator,GET,/api/audit,200" })
	void everybodyMayDoWhatTheirRoleSays(String who, String method, String path, int status) {
		assertThat(Visitor.at(this.port).call(method, path, who, passwordOf(who), "").statusCode()).isEqualTo(status);
	}

	@Test
	void whatAnAddressWouldAllowTheMethodStillRefuses() {
		HttpResponse<String> answer = Visitor.at(this.port)
			.call("GET", "/api/probe", "viewer", passwordOf("viewer"), "");

		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(answer.body()).contains("Your roles do not allow this.");
	}

	@Test
	void aSessionNeedsItsTokenForTheApiToo() {
		Visitor anna = Visitor.at(this.port).signedInAs("operator");
		String token = anna.token("/audit");

		assertThat(anna.post("/api/probe", Map.of()).statusCode()).isEqualTo(403);
		assertThat(anna.post("/api/probe", Map.of(), "X-CSRF-TOKEN", token).statusCode()).isEqualTo(200);
		assertThat(anna.post("/probe", Map.of("_csrf", token)).statusCode()).isEqualTo(200);
	}

	@Test
	void aProgramLeavesNoSessionBehind() {
		Visitor program = Visitor.at(this.port);

		program.call("POST", "/api/probe", "operator", passwordOf("operator"), "");

		assertThat(program.session()).isEmpty();
		assertThat(program.get("/api/audit").statusCode()).isEqualTo(401);
	}

	@Test
	void aBrowserIsNotInvitedToKeepAPassword() {
		Visitor browser = Visitor.at(this.port);

		assertThat(browser.get("/api/audit", "Sec-Fetch-Mode", "cors").headers().firstValue("WWW-Authenticate"))
			.isEmpty();
		assertThat(browser.get("/api/audit").headers().firstValue("WWW-Authenticate")).isPresent();
	}

}
