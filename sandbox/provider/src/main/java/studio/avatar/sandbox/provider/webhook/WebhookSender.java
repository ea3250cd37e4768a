package studio.avatar.sandbox.provider.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers webhooks. One that is not answered with 2xx is sent again, {@value #TRIES}
 * times in all with growing pauses; a redirect is a permanent failure.
 */
public final class WebhookSender implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);

	private static final int TRIES = 5;

	private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

	private final SigningKeys keys;

	private final HttpClient http;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	public WebhookSender(SigningKeys keys, HttpClient http) {
		this.http = http;
		this.keys = keys;
	}

	/**
	 * Delivers it in the background.
	 * @param times how many successful deliveries; 1 unless a fault wants otherwise
	 * @param told called when no more sending is needed, or it was given up
	 */
	public void send(Webhook webhook, int times, Runnable told) {
		this.threads.execute(() -> {
			try {
				for (int i = 0; i < times; i++) {
					deliver(webhook);
				}
				told.run();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private void deliver(Webhook webhook) throws InterruptedException {
		Duration pause = FIRST_PAUSE;
		for (int i = 1; i <= TRIES; i++) {
			int status = attempt(webhook);
			if (status >= 200 && status < 400) {
				return;
			}
			if (i < TRIES) {
				Thread.sleep(pause);
				pause = pause.multipliedBy(3);
			}
		}
		log.atWarn().addKeyValue("providerRequestId", webhook.requestId()).log("A webhook was given up");
	}

	/** The receiver's status; 0 when it could not be reached. */
	private int attempt(Webhook webhook) throws InterruptedException {
		byte[] body = webhook.body();
		try {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(webhook.url()))
				.timeout(Duration.ofSeconds(15))
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofByteArray(body));
			this.keys.headers(webhook.requestId(), body, webhook.spoiled()).forEach(request::header);
			return this.http.send(request.build(), BodyHandlers.discarding()).statusCode();
		}
		catch (IOException | IllegalArgumentException ex) {
			return 0;
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
