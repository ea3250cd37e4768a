package studio.avatar.gateway.update;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Telegram brings updates, one in each request. It is told 200 only when the update
 * is committed; whatever else it is told, it comes again with the same update. Nothing is
 * read from somebody who does not know the secret.
 */
@RestController
class WebhookEndpoint {

	private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

	private static final Logger log = LoggerFactory.getLogger(WebhookEndpoint.class);

	private final WebhookSettings settings;

	private final WebhookSecret secret;

	private final Intake intake;

	private final MeterRegistry meters;

	WebhookEndpoint(WebhookSettings settings, WebhookSecret secret, Intake intake, MeterRegistry meters) {
		this.settings = settings;
		this.secret = secret;
		this.intake = intake;
		this.meters = meters;
	}

	/** 404 while updates are polled for: what is brought by mistake is not lost then. */
	@PostMapping("/webhooks/telegram")
	ResponseEntity<Void> bring(HttpServletRequest request) {
		HttpStatus status = this.settings.isWanted() ? taken(request) : HttpStatus.NOT_FOUND;
		this.meters.counter("telegram.webhook", "status", String.valueOf(status.value())).increment();
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(WebhookSettings.RETRY_AFTER.toSeconds()));
		}
		return answer.build();
	}

	private HttpStatus taken(HttpServletRequest request) {
		if (!this.secret.isSaidBy(request.getHeader(SECRET))) {
			// anybody may knock; when it is Telegram, it complains and the registration
			// says so
			log.atDebug().log("Somebody without the secret at the webhook");
			return HttpStatus.UNAUTHORIZED;
		}
		Optional<byte[]> body;
		try {
			body = body(request);
		}
		catch (IOException ex) {
			return HttpStatus.BAD_REQUEST; // its sender is gone and reads no answer
		}
		return body.map(this::taken).orElse(HttpStatus.CONTENT_TOO_LARGE);
	}

	/** Empty when it is too long, whatever length it was said to have. */
	private Optional<byte[]> body(HttpServletRequest request) throws IOException {
		int limit = (int) this.settings.bodyLimit().toBytes();
		if (request.getContentLengthLong() > limit) {
			return Optional.empty();
		}
		byte[] body = request.getInputStream().readNBytes(limit + 1);
		return (body.length > limit) ? Optional.empty() : Optional.of(body);
	}

	/**
	 * What is no update was damaged on its way to us: it shall come again, and until then
	 * Telegram shows the trouble.
	 */
	private HttpStatus taken(byte[] body) {
		try {
			JsonNode update = JsonMapper.shared().readTree(body);
			if (update.path("update_id").isIntegralNumber()) {
				return taken(Intake.RawUpdate.of(update));
			}
		}
		catch (JacksonException ex) {
			// said below
		}
		log.atError().log("Telegram brought something that is no update");
		return HttpStatus.BAD_REQUEST;
	}

	private HttpStatus taken(Intake.RawUpdate update) {
		try {
			this.intake.take(List.of(update));
			return HttpStatus.OK;
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("updateId", update.updateId()).setCause(ex).log("Update not kept, it comes again");
			return HttpStatus.SERVICE_UNAVAILABLE;
		}
	}

}
