package studio.avatar.generation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A provider's queue that takes every order at once and delivers a picture of its own
 * size, whatever was asked for.
 */
final class LyingProvider implements AutoCloseable {

	private final HttpServer http;

	private LyingProvider(byte[] picture) throws IOException {
		this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.http.createContext("/", (call) -> json(call,
				"""
						{"request_id": "1", "status_url": "$/status", "response_url": "$/result", "cancel_url": "$/cancel"}"""));
		this.http.createContext("/status", (call) -> json(call, "{\"status\": \"COMPLETED\", \"logs\": []}"));
		this.http.createContext("/result", (call) -> json(call, """
				{"images": [{"url": "$/picture.jpg", "width": 1024, "height": 1024}], "seed": 7,
				 "has_nsfw_concepts": [false]}"""));
		this.http.createContext("/picture.jpg", (call) -> answer(call, "image/jpeg", picture));
		this.http.start();
	}

	static LyingProvider withPicturesOf(int width, int height) {
		try {
			ByteArrayOutputStream picture = new ByteArrayOutputStream();
			ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", picture);
			return new LyingProvider(picture.toByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String url() {
		return "http://127.0.0.1:" + this.http.getAddress().getPort();
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
