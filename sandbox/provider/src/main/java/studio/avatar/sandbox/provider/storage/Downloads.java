package studio.avatar.sandbox.provider.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Gets the files that a model's input names: {@code data:} URIs, our own files, and any
 * other by HTTP.
 */
public final class Downloads {

	private final Shelf shelf;

	private final FileAddresses addresses;

	private final HttpClient http;

	public Downloads(Shelf shelf, FileAddresses addresses, HttpClient http) {
		this.http = http;
		this.shelf = shelf;
		this.addresses = addresses;
	}

	/**
	 * A file here, for as long as it is open.
	 *
	 * @param path where the bytes are
	 * @param borrowed whether the bytes go when it closes
	 */
	public record Download(Path path, boolean borrowed) implements AutoCloseable {

		@Override
		public void close() throws IOException {
			if (this.borrowed) {
				Files.deleteIfExists(this.path);
			}
		}

	}

	/** Fails with an {@link IOException} that says why when there is no such file. */
	public Download get(String url) throws IOException, InterruptedException {
		if (url.startsWith("data:")) {
			return keep(new ByteArrayInputStream(decode(url)));
		}
		Optional<String> ours = this.addresses.id(url);
		if (ours.isPresent()) {
			return this.shelf.find(ours.get())
				.map((file) -> new Download(this.shelf.bytes(file), false))
				.orElseThrow(() -> new IOException("no such file"));
		}
		return keep(fetch(url));
	}

	private InputStream fetch(String url) throws IOException, InterruptedException {
		HttpResponse<InputStream> answer = this.http.send(request(url), BodyHandlers.ofInputStream());
		if (answer.statusCode() != 200) {
			answer.body().close();
			throw new IOException("HTTP status " + answer.statusCode());
		}
		return answer.body();
	}

	private static HttpRequest request(String url) throws IOException {
		try {
			return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60)).build();
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("not an address: " + ex.getMessage(), ex);
		}
	}

	private static byte[] decode(String url) throws IOException {
		int comma = url.indexOf(";base64,");
		try {
			return Base64.getDecoder().decode(url.substring(comma + ";base64,".length()));
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("not a base64 data URI", ex);
		}
	}

	private static Download keep(InputStream bytes) throws IOException {
		Path path = Files.createTempFile("fal-simulator", ".download");
		try (bytes) {
			Files.copy(bytes, path, StandardCopyOption.REPLACE_EXISTING);
			return new Download(path, true);
		}
		catch (IOException ex) {
			Files.deleteIfExists(path);
			throw ex;
		}
	}

}
