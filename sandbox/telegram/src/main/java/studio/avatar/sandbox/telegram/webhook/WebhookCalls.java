package studio.avatar.sandbox.telegram.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

import tools.jackson.databind.node.ObjectNode;

/**
 * Brings one update by HTTP and tells how that ended, in Telegram's words.
 */
final class WebhookCalls implements AutoCloseable {

	private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(10))
		.build();

	/** Brings it; a redirect is not followed. */
	Outcome bring(Webhook webhook, ObjectNode update) throws InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(webhook.url())
			.timeout(LONGEST_CALL)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(update.toString()));
		if (!webhook.secretToken().isEmpty()) {
			request.header("X-Telegram-Bot-Api-Secret-Token", webhook.secretToken());
		}
		try {
			return outcome(this.http.send(request.build(), BodyHandlers.discarding()));
		}
		catch (ConnectException ex) {
			return new Outcome.NotTaken("Connection refused", Duration.ZERO);
		}
		catch (HttpTimeoutException ex) {
			return new Outcome.NotTaken("Read timeout expired", Duration.ZERO);
		}
		catch (IOException ex) {
			return new Outcome.NotTaken("Webhook connection closed", Duration.ZERO);
		}
	}

	private static Outcome outcome(HttpResponse<Void> response) {
		if (response.statusCode() / 100 == 2) {
			return new Outcome.Taken();
		}
		return new Outcome.NotTaken("Wrong response from the webhook: " + words(response.statusCode()),
				Duration.ofSeconds(response.headers()
					.firstValue("Retry-After")
					.filter((wish) -> wish.matches("\\d{1,9}"))
					.map(Long::parseLong)
					.orElse(0L)));
	}

	private static String words(int status) {
		String reason = switch (status) {
			case 301 -> " Moved Permanently";
			case 302 -> " Found";
			case 400 -> " Bad Request";
			case 401 -> " Unauthorized";
			case 403 -> " Forbidden";
			case 404 -> " Not Found";
			case 413 -> " Request Entity Too Large";
			case 429 -> " Too Many Requests";
			case 500 -> " Internal Server Error";
			case 502 -> " Bad Gateway";
			case 503 -> " Service Unavailable";
			default -> "";
		};
		return status + reason;
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

	/** How it ended. */
	sealed interface Outcome {

		/** With a 2xx: the bot has it. */
		record Taken() implements Outcome {
		}

		/**
		 * Anything else.
		 *
		 * @param wish how long the bot wants to be left alone, zero when it does not say
		 */
		record NotTaken(String words, Duration wish) implements Outcome {
		}

	}

}
