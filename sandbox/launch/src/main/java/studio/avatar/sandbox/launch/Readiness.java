package studio.avatar.sandbox.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whether a service says of itself that it is ready. */
final class Readiness {

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(1))
		.build();

	private final HttpRequest question;

	Readiness(URI service) {
		this.question = HttpRequest.newBuilder(service.resolve("/actuator/health/readiness"))
			.timeout(Duration.ofSeconds(5))
			.build();
	}

	boolean isGiven() throws InterruptedException {
		try {
			return HTTP.send(this.question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			// nobody listens yet, or nobody does any more
			return false;
		}
	}

}
