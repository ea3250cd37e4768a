package studio.avatar.sandbox.provider;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import studio.avatar.sandbox.provider.http.Door;
import studio.avatar.sandbox.provider.http.Incoming;
import studio.avatar.sandbox.provider.http.KeyCheck;
import studio.avatar.sandbox.provider.http.Place;
import studio.avatar.sandbox.provider.http.Reply;
import studio.avatar.sandbox.provider.llm.ChatApi;

/**
 * An OpenAI-compatible LLM on one port: chat completions with text and pictures, the same
 * every time.
 */
public final class LlmSimulator implements AutoCloseable {

	private static final String KEY = "sandbox-llm-key";

	private static final String MODEL = "sandbox-writer";

	private final LlmFaults faults = new LlmFaults();

	private final Door door;

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final AtomicInteger completions = new AtomicInteger();

	static {
		// Pictures are measured, not shown: no display is needed.
		System.setProperty("java.awt.headless", "true");
	}

	private LlmSimulator(Place place) {
		this.door = new Door(place, this::count);
		ChatApi api = new ChatApi(MODEL, new KeyCheck("Bearer", KEY), this.http, this.faults::take);
		this.door.serve("/", api::answer).open();
	}

	private void count(Incoming call, Reply reply) {
		if (call.path().endsWith("/chat/completions")) {
			this.completions.incrementAndGet();
		}
	}

	public static LlmSimulator start(Place place) {
		return new LlmSimulator(place);
	}

	/** Starts it on a port of 127.0.0.1; 0 takes any free one. */
	public static LlmSimulator start(int port) {
		return start(Place.here(port));
	}

	/** Starts it on any free port. */
	public static LlmSimulator start() {
		return start(0);
	}

	/** {@code LLM_BASE_URL}, ends in {@code /v1}. */
	public URI baseUrl() {
		return this.door.url("/v1");
	}

	/** {@code LLM_API_KEY}. */
	public String key() {
		return KEY;
	}

	/** {@code LLM_MODEL}. */
	public String model() {
		return MODEL;
	}

	public LlmFaults faults() {
		return this.faults;
	}

	/** How many completions were asked for, also those that went wrong. */
	public int completions() {
		return this.completions.get();
	}

	@Override
	public void close() {
		this.door.close();
		this.http.shutdownNow();
	}

}
