package studio.avatar.sandbox.provider.llm;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/**
 * The language model. It has no wits: it looks words up, adds words, and measures
 * pictures.
 */
final class Writer {

	private static final Pattern ENHANCE = Pattern.compile("enhanc|improv|enrich|rewrite|more detail");

	private final HttpClient http;

	Writer(HttpClient http) {
		this.http = http;
	}

	String answer(Conversation conversation) throws Refused, InterruptedException {
		if (!conversation.images().isEmpty()) {
			return PictureWords.describe(picture(conversation.images().getLast()));
		}
		String english = Dictionary.translate(conversation.text());
		return ENHANCE.matcher(conversation.orders()).find() ? Enhancement.of(english) : english;
	}

	private BufferedImage picture(String url) throws Refused, InterruptedException {
		try {
			return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(bytes(url))))
				.orElseThrow(() -> new IOException("not an image"));
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new Refused(400, "invalid_image_url", "The image could not be read: " + ex.getMessage());
		}
	}

	private byte[] bytes(String url) throws IOException, InterruptedException {
		if (url.startsWith("data:")) {
			return Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
		}
		HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build();
		return this.http.send(request, BodyHandlers.ofByteArray()).body();
	}

}
