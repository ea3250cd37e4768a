package studio.avatar.generation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A provider's queue that takes every order at once and delivers pictures of its own
 * choice, whatever was asked for.
 */
final class LyingProvider implements AutoCloseable {

	/** Above 2^63. */
	static final String SEED = "15860307465884635512";

	private final HttpServer http;

	private LyingProvider(byte[] picture, boolean... blackened) throws IOException {
		this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.http.createContext("/", (call) -> json(call,
				"""
						{"request_id": "1", "status_url": "$/status", "response_url": "$/result", "cancel_url": "$/cancel"}"""));
		this.http.createContext("/status", (call) -> json(call, "{\"status\": \"COMPLETED\", \"logs\": []}"));
		this.http.createContext("/result", (call) -> json(call, result(blackened)));
		this.http.createContext("/picture.jpg", (call) -> answer(call, "image/jpeg", picture));
		this.http.start();
	}

	/**
	 * Delivers pictures of a size.
	 * @param blackened which of them its safety checker has blackened; as many as there
	 * are pictures
	 */
	static LyingProvider withPicturesOf(int width, int height, boolean... blackened) {
		try {
			ByteArrayOutputStream picture = new ByteArrayOutputStream();
			ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", picture);
			return new LyingProvider(picture.toByteArray(), blackened);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Delivers one file of so many bytes, and calls it a picture. */
	static LyingProvider withOnePictureOf(int bytes) {
		try {
			return new LyingProvider(new byte[bytes], false);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String url() {
		return "http://127.0.0.1:" + this.http.getAddress().getPort();
	}

	private static String result(boolean... blackened) {
		String images = IntStream.range(0, blackened.length)
			.mapToObj((n) -> "{\"url\": \"$/picture.jpg\"}")
			.collect(Collectors.joining(", "));
		return "{\"images\": [%s], \"seed\": %s, \"has_nsfw_concepts\": %s}".formatted(images, SEED,
				Arrays.toString(blackened));
	}

	private void json(HttpExchange call, String template) throws IOException {
		answer(call, "application/json", template.replace("$", url()).getBytes(StandardCharsets.UTF_8));
	}

	private static void answer(HttpExchange call, String contentType, byte[] body) throws IOException {
		try (call) {
			call.getRequestBody().readAllBytes();
			call.getResponseHeaders().add("Content-Type", contentType);
			call.sendResponseHeaders(200, body.length);
			call.getResponseBody().write(body);
		}
	}

	@Override
	public void close() {
		this.http.stop(0);
	}

}
