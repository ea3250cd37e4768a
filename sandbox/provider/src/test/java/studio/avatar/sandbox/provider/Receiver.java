package studio.avatar.sandbox.provider;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import studio.avatar.sandbox.provider.http.Json;
import tools.jackson.databind.JsonNode;

/** Takes webhooks in, refusing the first few. */
final class Receiver implements AutoCloseable {

	private final HttpServer server;

	private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

	private final AtomicInteger refusals;

	/** A webhook as it came. */
	record Delivery(Headers headers, byte[] body) {

		JsonNode json() {
			return Json.MAPPER.readTree(this.body);
		}

		/** Checked as a receiver does who has nothing but the JWKS. */
		boolean signedBy(JsonNode jwks) throws Exception {
			String message = header("Request-Id") + "\n" + header("User-Id") + "\n" + header("Timestamp") + "\n"
					+ HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.body));
			for (JsonNode key : jwks.path("keys")) {
				Signature signature = Signature.getInstance("Ed25519");
				signature.initVerify(key(key.path("x").asString()));
				signature.update(message.getBytes(StandardCharsets.UTF_8));
				if (signature.verify(HexFormat.of().parseHex(header("Signature")))) {
					return true;
				}
			}
			return false;
		}

		String header(String name) {
			return this.headers.getFirst("X-Fal-Webhook-" + name);
		}

		private static PublicKey key(String x) throws Exception {
			byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
			byte[] raw = Base64.getUrlDecoder().decode(x);
			byte[] encoded = new byte[prefix.length + raw.length];
			System.arraycopy(prefix, 0, encoded, 0, prefix.length);
			System.arraycopy(raw, 0, encoded, prefix.length, raw.length);
			return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
		}

	}

	Receiver(int refusals) throws IOException {
		this.refusals = new AtomicInteger(refusals);
		this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.server.createContext("/", this::take);
		this.server.start();
	}

	private void take(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.deliveries.add(new Delivery(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
			exchange.sendResponseHeaders((this.refusals.getAndDecrement() > 0) ? 503 : 200, -1);
		}
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/hook";
	}

	List<Delivery> deliveries() {
		return this.deliveries;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
