package studio.avatar.gateway.callback;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;

import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The provider's keys over HTTP. No redirect is followed: the keys decide whom we
 * believe.
 */
@Component
class Jwks implements KeySource {

	private static final int MOST_BYTES = 64 * 1024;

	private final CallbackSettings settings;

	private final RestClient http;

	private final JsonMapper json = JsonMapper.shared();

	Jwks(CallbackSettings settings) {
		this.settings = settings;
		HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(settings.keysTimeout())
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
		requests.setReadTimeout(settings.keysTimeout());
		this.http = RestClient.builder().requestFactory(requests).build();
	}

	@Override
	public List<ProviderKey> fetch() throws IOException {
		try {
			List<ProviderKey> keys = ProviderKey.of(this.json.readTree(answer()));
			if (keys.isEmpty()) {
				throw new IOException("no Ed25519 key among the provider's keys");
			}
			return keys;
		}
		catch (JacksonException ex) {
			throw new IOException("the provider's keys are no JSON", ex);
		}
	}

	private byte[] answer() throws IOException {
		try {
			return this.http.get()
				.uri(this.settings.jwksUrl())
				.exchangeForRequiredValue((request, response) -> body(response));
		}
		catch (ResourceAccessException ex) {
			throw new IOException("the provider's keys cannot be fetched", ex);
		}
	}

	/** Empty for any answer but a success. */
	private static byte[] body(ClientHttpResponse response) throws IOException {
		return (response.getStatusCode().value() == 200) ? response.getBody().readNBytes(MOST_BYTES) : new byte[0];
	}

}
