package studio.avatar.gateway.callback;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import studio.avatar.gateway.callback.CallbackCheck.Found;

/**
 * Where the provider tells that a job has ended. What becomes of each call is counted as
 * {@code provider.callbacks} by its outcome.
 */
@RestController
class FalWebhook {

	private static final Logger log = LoggerFactory.getLogger(FalWebhook.class);

	private final CallbackCheck check;

	private final Callbacks callbacks;

	private final MeterRegistry meters;

	/** Their bodies are in memory. */
	private final Semaphore atOnce;

	FalWebhook(CallbackCheck check, Callbacks callbacks, MeterRegistry meters, CallbackSettings settings) {
		this.check = check;
		this.callbacks = callbacks;
		this.meters = meters;
		this.atOnce = new Semaphore(settings.atOnce());
	}

	@PostMapping("/webhooks/fal/{service}/{jobId}")
	ResponseEntity<Void> called(@PathVariable String service, @PathVariable String jobId,
			@RequestParam(required = false) @Nullable String proof, @RequestHeader HttpHeaders headers,
			HttpServletRequest call) throws IOException {
		Optional<CalledAddress> address = CalledAddress.of(service, jobId, proof);
		Verdict verdict = address.isEmpty() ? Verdict.NO_SUCH_ADDRESS : verdict(address.get(), headers, call);
		this.meters.counter("provider.callbacks", "outcome", verdict.id()).increment();
		address.ifPresent((named) -> log(named, verdict));
		return ResponseEntity.status(verdict.status()).build();
	}

	private Verdict verdict(CalledAddress address, HttpHeaders headers, HttpServletRequest call) throws IOException {
		Optional<Signed> signed = Signed.of(headers);
		if (signed.isEmpty()) {
			return Verdict.UNSIGNED;
		}
		if (!this.atOnce.tryAcquire()) {
			return Verdict.BUSY;
		}
		try {
			return switch (this.check.check(signed.get(), call.getContentLengthLong(), call.getInputStream())) {
				case Found.Proved(Said said) -> this.callbacks.keep(address, said, signed.get());
				case Found.Refused(Verdict why) -> why;
			};
		}
		finally {
			this.atOnce.release();
		}
	}

	/**
	 * Anybody may call: what is not taken is told quietly, the counter shows how often.
	 */
	private static void log(CalledAddress address, Verdict verdict) {
		var line = (verdict == Verdict.TAKEN) ? log.atInfo() : log.atDebug();
		line.addKeyValue("jobId", address.jobId()).addKeyValue("outcome", verdict.id()).log("Webhook of the provider");
	}

}
