package studio.avatar.gateway.callback;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

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
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

import studio.avatar.gateway.callback.CallbackCheck.Found;

/**
 * Where the provider tells that a job has ended. What becomes of each call is counted as
 * {@code provider.callbacks} by its outcome.
 */
@RestController
class FalWebhook {

	private static final Logger log = LoggerFactory.getLogger(FalWebhook.class);

	private static final long PAUSE_BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

	private final GivenAddresses addresses;

	private final CallbackCheck check;

	private final Callbacks callbacks;

	private final MeterRegistry meters;

	/** Their bodies are in memory. */
	private final Semaphore atOnce;

	private final AtomicLong lastWarning = new AtomicLong(System.nanoTime() - PAUSE_BETWEEN_WARNINGS);

	FalWebhook(GivenAddresses addresses, CallbackCheck check, Callbacks callbacks, MeterRegistry meters,
			CallbackSettings settings) {
		this.addresses = addresses;
		this.check = check;
		this.callbacks = callbacks;
		this.meters = meters;
		this.atOnce = new Semaphore(settings.atOnce());
	}

	@PostMapping("/webhooks/fal/{service}/{jobId}")
	ResponseEntity<Void> called(@PathVariable String service, @PathVariable String jobId,
			@RequestHeader HttpHeaders headers, HttpServletRequest call) {
		Optional<CalledAddress> address = this.addresses.find(service, jobId, proof(call.getQueryString()));
		Verdict verdict = address.isEmpty() ? Verdict.NO_SUCH_ADDRESS : verdict(address.get(), headers, call);
		this.meters.counter("provider.callbacks", "outcome", verdict.id()).increment();
		address.ifPresent((named) -> log(named, verdict));
		return ResponseEntity.status(verdict.status()).build();
	}

	/** Asking the request for its parameter would read a form, whoever sends it. */
	private static @Nullable String proof(@Nullable String query) {
		return UriComponentsBuilder.newInstance().query(query).build().getQueryParams().getFirst("proof");
	}

	private Verdict verdict(CalledAddress address, HttpHeaders headers, HttpServletRequest call) {
		Optional<Signed> signed = Signed.of(headers);
		if (signed.isEmpty()) {
			return Verdict.UNSIGNED;
		}
		if (!this.atOnce.tryAcquire()) {
			return Verdict.BUSY;
		}
		try {
			return switch (this.check.check(signed.get(), call.getContentLengthLong(), call.getInputStream())) {
				case Found.Proved(Said said) -> kept(address, said, signed.get());
				case Found.Refused(Verdict why) -> why;
			};
		}
		catch (IOException ex) {
			return Verdict.BROKEN_OFF;
		}
		finally {
			this.atOnce.release();
		}
	}

	private Verdict kept(CalledAddress address, Said said, Signed signed) {
		return this.addresses.mayHear(address, signed.requestId()) ? this.callbacks.keep(address, said, signed)
				: Verdict.SPREAD;
	}

	/**
	 * Anybody may call: what is not taken is told quietly, the counter shows how often.
	 */
	private void log(CalledAddress address, Verdict verdict) {
		var line = switch (verdict) {
			case TAKEN -> log.atInfo();
			case BUSY -> mayWarn() ? log.atWarn() : log.atDebug();
			default -> log.atDebug();
		};
		line.addKeyValue("jobId", address.jobId()).addKeyValue("outcome", verdict.id()).log("Webhook of the provider");
	}

	private boolean mayWarn() {
		long now = System.nanoTime();
		long last = this.lastWarning.get();
		return now - last >= PAUSE_BETWEEN_WARNINGS && this.lastWarning.compareAndSet(last, now);
	}

}
