package studio.avatar.console.page;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;

import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorPageIT extends ConsoleUnderTest {

	@Test
	void peopleReadAPageWithAWayBack() {
		HttpResponse<String> answer = Visitor.at(this.port).signedInAs("viewer").get("/no-such-page");

		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("<html", "To the overview", "Sign out")
			.doesNotContain("Whitelabel", "org.spring");
	}

	@Test
	void programsReadProblemDetails() {
		HttpResponse<String> answer = call("/api/no-such-thing");

		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(answer.body()).contains("\"status\":404", "\"detail\":");
	}

	@Test
	void aNumberThatIsNoneIsSaid() {
		HttpResponse<String> answer = call("/api/audit?limit=many");

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("“many” cannot be read as limit.");
	}

	@Test
	void aFieldThatDoesNotFitIsNamed() {
		HttpResponse<String> answer = Visitor.at(this.port)
			.call("POST", "/api/replays/estimate", "operator", passwordOf("operator"),
					"{\"select\": {\"from\": \"yesterday\"}}");

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("no JSON that fits: look at select.from.").doesNotContain("studio.avatar");
	}

	@Test
	void partsOfAPageGetANotice() {
		HttpResponse<String> answer = Visitor.at(this.port)
			.signedInAs("viewer")
			.get("/no-such-part", "HX-Request", "true");

		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("notice bad").doesNotContain("<html");
	}

	@Test
	void whatBreaksInsideIsNobodysBusiness() {
		HttpResponse<String> answer = call("/api/probe/broken");

		assertThat(answer.statusCode()).isEqualTo(500);
		assertThat(answer.body()).contains("Something went wrong in the console itself")
			.doesNotContain("12345", "Exception");
	}

	@Test
	void aDatabaseThatIsAwayIsSaidToPeopleAndToPrograms() {
		HttpResponse<String> program = call("/api/probe/away");
		HttpResponse<String> person = Visitor.at(this.port).signedInAs("viewer").get("/probe/away");

		assertThat(List.of(program, person)).allSatisfy((answer) -> {
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.body()).contains("a part of the system is away. Try again in a moment.")
				.doesNotContain("10.0.0.1");
		});
		assertThat(program.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(person.body()).contains("<html");
	}

	private HttpResponse<String> call(String path) {
		return Visitor.at(this.port).call("GET", path, "viewer", passwordOf("viewer"), "");
	}

}
