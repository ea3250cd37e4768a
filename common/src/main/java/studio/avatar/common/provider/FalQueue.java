package studio.avatar.common.provider;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.operating.CallsInVain;

/**
 * The provider's queue. A submit costs money and is never repeated here; the other calls
 * may be repeated by the caller as often as wished.
 */
public class FalQueue {

	private static final Logger log = LoggerFactory.getLogger(FalQueue.class);

	private final FalSettings settings;

	private final JobCallbacks callbacks;

	private final Addresses addresses;

	private final RestClient http;

	private final CallsInVain inVain;

	private final JsonMapper json = JsonMapper.builder().build();

	FalQueue(FalSettings settings, JobCallbacks callbacks, MeterRegistry meters) {
		this.inVain = new CallsInVain(meters, "provider");
		this.settings = settings;
		this.callbacks = callbacks;
		this.addresses = new Addresses(settings);
		this.http = FalHttp.client(settings, settings.answerTimeout());
	}

	/**
	 * Puts a request into the queue: from its acceptance on it is paid. What comes of it
	 * is kept there for {@link FalSettings#resultLife()} only.
	 * @param endpoint owner, app and path, such as {@code fal-ai/flux-lora}
	 * @param input the model's input; anything Jackson can write as an object
	 * @param jobId what the provider is to name when it tells by itself that the request
	 * has ended
	 * @throws ProviderRefused nothing was begun, and trying again does not help
	 * @throws ProviderUnavailable nothing was begun, and it may be submitted again
	 * @throws OutcomeUnknown it may have been accepted: never submit it again
	 */
	public Submission submit(String endpoint, Object input, UUID jobId) {
		Submission accepted = submission(
				answerToSubmit(addressToSubmit(endpoint, jobId), this.json.writeValueAsBytes(input)));
		log.atInfo()
			.addKeyValue("providerRequestId", accepted.requestId())
			.addKeyValue("endpoint", endpoint)
			.log("Request accepted by the provider");
		return accepted;
	}

	private URI addressToSubmit(String endpoint, UUID jobId) {
		String address = this.settings.queueUrl() + "/" + endpoint;
		return URI.create(this.callbacks.address(jobId)
			.map((webhook) -> address + "?fal_webhook=" + URLEncoder.encode(webhook.toString(), StandardCharsets.UTF_8))
			.orElse(address));
	}

	/**
	 * A request whose id is known although the answer to its submit is not.
	 * @throws IllegalArgumentException when that is not the id of a request
	 */
	public Submission known(String endpoint, String requestId) {
		return Submission.known(this.settings.queueUrl(), endpoint, requestId);
	}

	private FalAnswer answerToSubmit(URI address, byte[] input) {
		try {
			return counted(request(HttpMethod.POST, address)
				.header("X-Fal-Object-Lifecycle-Preference", FalHttp.expiringAfter(this.settings.resultLife()))
				.body(input)
				.exchangeForRequiredValue((request, response) -> FalAnswer.of(response)));
		}
		catch (ResourceAccessException ex) {
			this.inVain.count(FalHttp.inOneWord(ex));
			if (FalHttp.neverSent(ex.getCause())) {
				throw new ProviderUnavailable(FalHttp.inWords(ex), ex);
			}
			throw new OutcomeUnknown(FalHttp.inWords(ex), ex);
		}
	}

	private Submission submission(FalAnswer answer) {
		if (answer.successful()) {
			return accepted(answer);
		}
		throw switch (answer.status()) {
			case 429 -> new ProviderUnavailable(answer.refusal().reason());
			case 503 -> answer.explained() ? new ProviderUnavailable(answer.refusal().reason()) : ofSomebodyElse();
			case 408, 499 -> new OutcomeUnknown(answer.refusal().reason());
			default -> (answer.status() < 500) ? answer.refusal() : new OutcomeUnknown(answer.refusal().reason());
		};
	}

	/** A gateway on the way may say it after the provider has taken the request. */
	private static OutcomeUnknown ofSomebodyElse() {
		return new OutcomeUnknown("HTTP status 503, and not in the provider's own words");
	}

	private Submission accepted(FalAnswer answer) {
		try {
			return new Submission(answer.text("request_id"), ofQueue(answer, "status_url"),
					ofQueue(answer, "response_url"), ofQueue(answer, "cancel_url"));
		}
		catch (IllegalArgumentException ex) {
			throw new OutcomeUnknown("the provider's answer to the submit makes no sense", ex);
		}
	}

	private URI ofQueue(FalAnswer answer, String field) {
		return checked(URI.create(answer.text(field)));
	}

	/**
	 * Asks how a request is doing, with its log.
	 * @throws ProviderUnavailable ask again later
	 * @throws ProviderRefused the question itself is refused, such as for a bad key
	 * @throws ForeignAddress it is not the provider's; permanent
	 */
	public JobStatus status(URI statusUrl) {
		URI withLog = UriComponentsBuilder.fromUri(statusUrl).queryParam("logs", 1).build(true).toUri();
		FalAnswer answer = ask(HttpMethod.GET, withLog);
		if (answer.status() == 404) {
			return new JobStatus.Unknown();
		}
		return switch (answer.text("status")) {
			case "IN_QUEUE" -> new JobStatus.InQueue(answer.position());
			case "IN_PROGRESS" -> new JobStatus.InProgress(answer.logLines());
			case "COMPLETED" -> new JobStatus.Completed(answer.logLines(), answer.error());
			default -> throw unanswered(answer);
		};
	}

	/**
	 * Fetches the result of a completed request.
	 * @throws ProviderRefused it has none; the reason is the model's own
	 * @throws ProviderUnavailable ask again later
	 */
	public JsonNode result(URI responseUrl) {
		FalAnswer answer = ask(HttpMethod.GET, responseUrl);
		JsonNode result = answer.json();
		if (answer.successful() && result != null) {
			return result;
		}
		throw (answer.status() >= 500 && answer.status() != 503 && answer.explained()) ? answer.refusal()
				: unanswered(answer);
	}

	/**
	 * Fetches the result of a request whose status says that it is completed. When that
	 * says also that it has failed, any answer that is no result is final: the provider
	 * repeats the failure of the runner for ever, even one that elsewhere is worth
	 * another try.
	 * @throws ProviderRefused it has none; the reason is the model's own where it gives
	 * one
	 * @throws ProviderUnavailable ask again later
	 * @throws ForeignAddress it is not the provider's; permanent
	 */
	public JsonNode result(URI responseUrl, JobStatus.Completed completed) {
		String error = completed.error();
		if (error == null) {
			return result(responseUrl);
		}
		FalAnswer answer = ask(HttpMethod.GET, responseUrl);
		JsonNode result = answer.json();
		if (answer.successful() && result != null) {
			return result;
		}
		throw answer.explained() ? answer.refusal() : new ProviderRefused("failed", error);
	}

	/**
	 * Wishes that a request stops.
	 * @throws ProviderUnavailable wish again later
	 * @throws ForeignAddress it is not the provider's; permanent
	 */
	public Cancellation cancel(URI cancelUrl) {
		FalAnswer answer = ask(HttpMethod.PUT, cancelUrl);
		if (answer.successful()) {
			return Cancellation.REQUESTED;
		}
		return switch (answer.text("status")) {
			case "ALREADY_COMPLETED" -> Cancellation.ALREADY_COMPLETED;
			case "NOT_FOUND" -> Cancellation.NOT_FOUND;
			default -> throw unanswered(answer);
		};
	}

	private FalAnswer ask(HttpMethod verb, URI address) {
		try {
			return counted(request(verb, checked(address))
				.exchangeForRequiredValue((request, response) -> FalAnswer.of(response)));
		}
		catch (ResourceAccessException ex) {
			this.inVain.count(FalHttp.inOneWord(ex));
			throw new ProviderUnavailable(FalHttp.inWords(ex), ex);
		}
	}

	private FalAnswer counted(FalAnswer answer) {
		Optional.ofNullable(answer.inVain()).ifPresent(this.inVain::count);
		return answer;
	}

	private RestClient.RequestBodySpec request(HttpMethod verb, URI address) {
		return this.http.method(verb)
			.uri(address)
			.header(HttpHeaders.AUTHORIZATION, FalHttp.authorization(this.settings))
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_JSON);
	}

	private URI checked(URI address) {
		if (!this.addresses.ofQueue(address)) {
			throw new ForeignAddress("not an address of the provider's queue: host " + address.getHost());
		}
		return address;
	}

	/**
	 * What has no proper answer: a clear refusal is one, everything else is asked again.
	 */
	private static ProviderException unanswered(FalAnswer answer) {
		boolean refused = answer.status() >= 400 && answer.status() < 500 && answer.status() != 429
				&& answer.status() != 408;
		return refused ? answer.refusal() : new ProviderUnavailable(answer.refusal().reason());
	}

}
