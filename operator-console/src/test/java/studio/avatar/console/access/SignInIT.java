package studio.avatar.console.access;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

class SignInIT extends ConsoleUnderTest {

	@Test
	void nobodySeesAnythingBeforeSigningIn() {
		Visitor stranger = Visitor.at(this.port);

		assertThat(stranger.get("/audit").headers().firstValue("Location").orElse("")).endsWith("/sign-in");
		assertThat(List.of("/api/audit", "/api/openapi", "/actuator/prometheus", "/actuator/metrics",
				"/actuator/bindings"))
			.allSatisfy((path) -> assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(401));
	}

	@Test
	void healthIsForEverybody() {
		Visitor stranger = Visitor.at(this.port);

		assertThat(stranger.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
		assertThat(stranger.get("/actuator/health").statusCode()).isEqualTo(200);
		assertThat(stranger.get("/console.css").statusCode()).isEqualTo(200);
	}

	@Test
	void metricsAreForWhoeverMayLook() {
		HttpResponse<String> metrics = Visitor.at(this.port)
			.call("GET", "/actuator/prometheus", "viewer", passwordOf("viewer"), "");

		assertThat(metrics.statusCode()).isEqualTo(200);
		assertThat(metrics.body()).contains("jvm_");
	}

	@Test
	void signingInLeadsToThePageThatWasAskedFor() {
		Visitor anna = Visitor.at(this.port);
		anna.get("/audit?who=anna");

		HttpResponse<String> answer = anna.signIn("viewer", passwordOf("viewer"));

		assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/audit?who=anna");
		assertThat(anna.get("/audit").body()).contains("viewer", "Sign out");
	}

	@Test
	void noRedirectLeadsAProxyBackToPlainHttp() {
		Visitor anna = Visitor.at(this.port);

		assertThat(anna.get("/audit").headers().firstValue("Location")).contains("/sign-in");
		assertThat(anna.signIn("viewer", passwordOf("viewer")).headers().firstValue("Location")).contains("/audit");
	}

	@ParameterizedTest
	@CsvSource({ "http://elsewhere.example/audit?who=a%20b,/audit?who=a%20b", "//elsewhere.example,/",
			"/replay,/replay", "http://elsewhere.example//other.example/x,/other.example/x" })
	void nobodyIsLedElsewhere(String address, String within) {
		assertThat(SignInOutcome.withinThisPage(address)).isEqualTo(within);
	}

	@Test
	void aPartOfAPageIsSentToTheSignInAsAWhole() {
		HttpResponse<String> part = Visitor.at(this.port).get("/audit", "HX-Request", "true");

		assertThat(part.statusCode()).isEqualTo(401);
		assertThat(part.headers().firstValue("HX-Redirect")).contains("/sign-in");
	}

	@Test
	void theSessionGetsAnotherIdAtTheSignIn() {
		Visitor anna = Visitor.at(this.port).signedInAs("viewer");
		String before = anna.session();

		anna.signedInAs("viewer");

		assertThat(before).isNotEmpty();
		assertThat(anna.session()).isNotEmpty().isNotEqualTo(before);
	}

	@Test
	void noCookieIsForScriptsNorForOtherSites() {
		Visitor anna = Visitor.at(this.port);
		List<String> cookies = new ArrayList<>(anna.get("/sign-in").headers().allValues("Set-Cookie"));
		cookies.addAll(anna.signIn("viewer", passwordOf("viewer")).headers().allValues("Set-Cookie"));

		assertThat(cookies).anyMatch((cookie) -> cookie.startsWith("console-form="))
			.anyMatch((cookie) -> cookie.startsWith("console-session="))
			.allMatch((cookie) -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax")
					|| cookie.contains("Max-Age=0"));
	}

	@Test
	void aVisitOfAStrangerLeavesNothingBehind() {
		Visitor stranger = Visitor.at(this.port);

		stranger.get("/audit");
		stranger.get("/sign-in");
		stranger.post("/sign-in", Map.of("username", "viewer", "password", "wrong"));
		stranger.post("/api/probe", Map.of());

		assertThat(stranger.session()).isEmpty();
	}

	@Test
	void whoeverSignedOutIsAStrangerAgain() {
		Visitor anna = Visitor.at(this.port).signedInAs("viewer");

		anna.post("/sign-out", Map.of("_csrf", anna.token("/audit")));

		assertThat(anna.get("/audit").statusCode()).isEqualTo(302);
	}

	@Test
	void aFormOfSomebodyElsesSiteIsRefusedAndChangesNothing() {
		Visitor anna = Visitor.at(this.port).signedInAs("operator");

		HttpResponse<String> forged = anna.post("/sign-out", Map.of());

		assertThat(forged.statusCode()).isEqualTo(403);
		assertThat(forged.body()).contains("Nothing was done");
		assertThat(anna.get("/audit").statusCode()).isEqualTo(200);
	}

	@Test
	void aSignInFormThatIsTooOldIsShownAnew() {
		HttpResponse<String> old = Visitor.at(this.port)
			.post("/sign-in", Map.of("username", "viewer", "password", passwordOf("viewer"), "_csrf", "old"));

		assertThat(old.headers().firstValue("Location").orElse("")).endsWith("/sign-in?again");
	}

	@Test
	void anUnknownNameAndAWrongPasswordAreAnsweredAlike() {
		Visitor stranger = Visitor.from("127.0.0.11", this.port);

		HttpResponse<String> wrong = stranger.call("GET", "/api/audit", "viewer", "wrong", "");
		HttpResponse<String> unknown = stranger.call("GET", "/api/audit", "nobody", "wrong", "");

		assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(401);
		assertThat(unknown.body()).isEqualTo(wrong.body()).contains("Name or password is wrong.");
		assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
		assertThat(stranger.signIn("viewer", "wrong").headers().firstValue("Location"))
			.isEqualTo(stranger.signIn("nobody", "wrong").headers().firstValue("Location"));
	}

	@Test
	void afterFiveWrongPasswordsOneHasToWaitEvenWithTheRightOne() {
		Visitor guessing = Visitor.from("127.0.0.12", this.port);
		for (int attempt = 0; attempt < 5; attempt++) {
			guessing.call("GET", "/api/audit", "viewer", "wrong", "");
		}

		HttpResponse<String> call = guessing.call("GET", "/api/audit", "viewer", passwordOf("viewer"), "");
		HttpResponse<String> form = guessing.signIn("viewer", passwordOf("viewer"));

		assertThat(call.statusCode()).isEqualTo(429);
		assertThat(call.body()).contains("Too many wrong passwords. Try again in ");
		assertThat(call.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
		assertThat(form.headers().firstValue("Location").orElse("")).contains("/sign-in?wait=");
		assertThat(Visitor.from("127.0.0.13", this.port)
			.call("GET", "/api/audit", "viewer", passwordOf("viewer"), "")
			.statusCode()).isEqualTo(200);
	}

	@Test
	void signInsAndTheirFailuresAreKept() {
		Visitor anna = Visitor.from("127.0.0.14", this.port);
		anna.signIn("approver", "wrong");
		anna.signIn("my secret password", "approver");
		anna.signedInAs("approver");
		anna.post("/sign-out", Map.of("_csrf", anna.token("/audit")));

		assertThat(this.database
			.sql("select who, what from audit_entry where details->>'address' = '127.0.0.14' order by id")
			.query((row, number) -> row.getString(1) + " " + row.getString(2))
			.list()).containsExactly("approver sign-in failed", "(unknown name) sign-in failed", "approver signed in",
					"approver signed out");
	}

	@Test
	void programsAndLockOutsAreKeptOnceAndNotForEveryCall() {
		Visitor program = Visitor.from("127.0.0.15", this.port);
		for (int call = 0; call < 2; call++) {
			program.call("GET", "/api/audit", "approver", passwordOf("approver"), "");
		}
		for (int attempt = 0; attempt < 8; attempt++) {
			program.call("GET", "/api/audit", "approver", "wrong", "");
		}

		assertThat(
				this.database.sql("select what from audit_entry where details->>'address' = '127.0.0.15' order by id")
					.query(String.class)
					.list())
			.containsExactly("program signed in", "sign-in failed", "sign-in failed", "sign-in failed",
					"sign-in failed", "sign-in failed", "locked out for a while");
	}

	@Test
	void everyAnswerForbidsWhatNoPageNeeds() {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(Visitor.at(this.port).get("/sign-in").headers().map());

		assertThat(headers.get("Content-Security-Policy").getFirst())
			.contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(headers).containsEntry("X-Content-Type-Options", List.of("nosniff"))
			.containsEntry("X-Frame-Options", List.of("DENY"))
			.containsEntry("Referrer-Policy", List.of("same-origin"));
		assertThat(headers.get("Cache-Control").getFirst()).contains("no-store");
	}

}
