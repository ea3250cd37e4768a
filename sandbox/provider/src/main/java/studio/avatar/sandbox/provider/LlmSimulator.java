package studio.avatar.sandbox.provider;

import java.net.URI;

import studio.avatar.sandbox.provider.http.Door;
import studio.avatar.sandbox.provider.http.Reply;

/**
 * An OpenAI-compatible LLM on one port of this machine: chat completions with text and
 * pictures, the same every time.
 */
public final class LlmSimulator implements AutoCloseable {

	private static final String KEY = "sandbox-llm-key";

	private final LlmFaults faults = new LlmFaults();

	private final Door door;

	private LlmSimulator(int port) {
		this.door = new Door(port, (call, reply) -> {
		});
		this.door.serve("/", (call) -> Reply.empty(404)).open();
	}

	/** Starts it on a port of 127.0.0.1; 0 takes any free one. */
	public static LlmSimulator start(int port) {
		return new LlmSimulator(port);
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
		return "sandbox-writer";
	}

	public LlmFaults faults() {
		return this.faults;
	}

	@Override
	public void close() {
		this.door.close();
	}

}
