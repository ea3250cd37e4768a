package studio.avatar.common.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.operating.CallsInVain;

/**
 * The provider's storage. Whatever is sent there can be read by anybody who knows its
 * address, so it gets a short life; results are copied away from there at once.
 */
public class FalStorage {

	private final FalSettings settings;

	private final Addresses addresses;

	private final RestClient calls;

	private final RestClient transfers;

	private final CallsInVain inVain;

	private final JsonMapper json = JsonMapper.builder().build();

	FalStorage(FalSettings settings, MeterRegistry meters) {
		this.inVain = new CallsInVain(meters, "storage");
		this.settings = settings;
		this.addresses = new Addresses(settings);
		this.calls = FalHttp.client(settings, settings.answerTimeout());
		this.transfers = FalHttp.client(settings, settings.transferTimeout());
	}

	/**
	 * Sends a file, streaming it. Sending it again makes another file and costs nothing.
	 * @param bytes its exact size
	 * @param content opened once and closed
	 * @param life how long the provider keeps it
	 * @return the address to name in a model's input
	 * @throws ProviderRefused the storage does not want it
	 * @throws ProviderUnavailable send it again later
	 */
	public URI upload(String fileName, String contentType, long bytes, InputStreamSource content, Duration life) {
		FalAnswer places = initiate(fileName, contentType, life);
		send(address(places, "upload_url"), contentType, bytes, content);
		return address(places, "file_url");
	}

	private FalAnswer initiate(String fileName, String contentType, Duration life) {
		try {
			FalAnswer answer = this.calls.post()
				.uri(URI.create(this.settings.restUrl() + "/storage/upload/initiate?storage_type=fal-cdn-v3"))
				.header(HttpHeaders.AUTHORIZATION, FalHttp.authorization(this.settings))
				.header("X-Fal-Object-Lifecycle", FalHttp.expiringAfter(life))
				.contentType(MediaType.APPLICATION_JSON)
				.body(this.json.writeValueAsBytes(Map.of("file_name", fileName, "content_type", contentType)))
				.exchangeForRequiredValue((request, response) -> FalAnswer.of(response));
			return successful(answer);
		}
		catch (ResourceAccessException ex) {
			throw noAnswer(ex);
		}
	}

	private void send(URI to, String contentType, long bytes, InputStreamSource content) {
		try {
			successful(this.transfers.put()
				.uri(to)
				.contentType(MediaType.parseMediaType(contentType))
				.contentLength(bytes)
				.body((out) -> {
					try (InputStream in = content.getInputStream()) {
						in.transferTo(out);
					}
				})
				.exchangeForRequiredValue((request, response) -> FalAnswer.of(response)));
		}
		catch (ResourceAccessException ex) {
			throw noAnswer(ex);
		}
	}

	/**
	 * Opens a file of the provider for streaming; the caller closes it.
	 * @param mostBytes reading fails with {@link DownloadTooLong} beyond
	 * @throws ProviderRefused it is not there, or not at an address of the provider
	 * @throws ProviderUnavailable fetch it again later
	 */
	public InputStream download(URI file, long mostBytes) {
		if (!this.addresses.ofFiles(file)) {
			throw new ProviderRefused("foreign_address", "not a file of the provider: host " + file.getHost());
		}
		try {
			return this.transfers.get()
				.uri(file)
				.exchangeForRequiredValue((request, response) -> new LimitedDownload(body(response), mostBytes), false);
		}
		catch (ResourceAccessException ex) {
			throw noAnswer(ex);
		}
	}

	/** Closing the body is closing the response. */
	private InputStream body(ClientHttpResponse response) throws IOException {
		if (response.getStatusCode().is2xxSuccessful()) {
			return response.getBody();
		}
		try (response) {
			successful(FalAnswer.of(response));
			throw new ProviderUnavailable("HTTP status " + response.getStatusCode());
		}
	}

	private ProviderUnavailable noAnswer(ResourceAccessException why) {
		this.inVain.count(FalHttp.inOneWord(why));
		return new ProviderUnavailable(FalHttp.inWords(why), why);
	}

	/** A file that is not there any more was asked for in vain as well. */
	private FalAnswer successful(FalAnswer answer) {
		if (answer.successful()) {
			return answer;
		}
		this.inVain.count(Objects.requireNonNullElse(answer.inVain(), "refused"));
		if (answer.status() < 500 && answer.status() != 429 && answer.status() != 408) {
			throw answer.refusal();
		}
		throw new ProviderUnavailable(answer.refusal().reason());
	}

	private URI address(FalAnswer places, String field) {
		try {
			URI address = URI.create(places.text(field));
			if (this.addresses.ofFiles(address)) {
				return address;
			}
		}
		catch (IllegalArgumentException ex) {
			throw new ProviderUnavailable("the storage's answer makes no sense", ex);
		}
		throw new ProviderUnavailable("the storage's answer names a foreign or missing address");
	}

}
