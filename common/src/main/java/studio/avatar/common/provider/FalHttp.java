package studio.avatar.common.provider;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * HTTP clients for the provider: never following a redirect, never repeating a call by
 * themselves.
 */
final class FalHttp {

	private FalHttp() {
	}

	/** A client that waits this long for an answer, body included. */
	static RestClient client(FalSettings settings, Duration patience) {
		HttpClient http = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(settings.connectTimeout())
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
		requests.setReadTimeout(patience);
		return RestClient.builder().requestFactory(requests).build();
	}

	/** How long the provider keeps a file, as its headers say it. */
	static String expiringAfter(Duration life) {
		return "{\"expiration_duration_seconds\":%d}".formatted(life.toSeconds());
	}

	/** The header that carries the key. */
	static String authorization(FalSettings settings) {
		return "Key " + settings.key();
	}

	/**
	 * Whether the connection never stood, so that the provider cannot have heard the
	 * call.
	 */
	static boolean neverSent(@Nullable Throwable failure) {
		return switch (failure) {
			case null -> false;
			case ConnectException _, HttpConnectTimeoutException _, UnknownHostException _, NoRouteToHostException _ ->
				true;
			case IOException other -> other.getCause() != other && neverSent(other.getCause());
			default -> false;
		};
	}

	/** Why there was no answer, as it is counted. */
	static String inOneWord(Throwable failure) {
		if (neverSent(failure.getCause())) {
			return "unreachable";
		}
		Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
		return (root instanceof HttpTimeoutException || root instanceof SocketTimeoutException) ? "timeout" : "lost";
	}

	/** A short sentence without addresses, which may carry signatures. */
	static String inWords(Throwable failure) {
		return "the provider did not answer (" + failure.getClass().getSimpleName() + ")";
	}

}
