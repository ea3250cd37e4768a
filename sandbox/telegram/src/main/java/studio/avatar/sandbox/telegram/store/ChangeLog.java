package studio.avatar.sandbox.telegram.store;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON object per line for every change, written before the change is told to
 * anybody. A line torn by kill -9 is the last one and is left out; each start writes the
 * file anew with only what still counts.
 */
public final class ChangeLog implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ChangeLog.class);

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String TOGETHER = "together";

	private final ThreadLocal<@Nullable ArrayNode> together = new ThreadLocal<>();

	private final @Nullable Path file;

	private final List<Remembered> remembered = new ArrayList<>();

	private @Nullable OutputStream out;

	/**
	 * Creates a log that keeps nothing yet.
	 * @param folder where it lies; none forgets everything at the end
	 */
	public ChangeLog(@Nullable Path folder) {
		this.file = (folder != null) ? folder.resolve("changes.jsonl") : null;
	}

	/** Adds somebody whose changes {@link #open} brings back. */
	public void register(Remembered part) {
		this.remembered.add(part);
	}

	/**
	 * Brings back what was remembered and takes new changes from now on.
	 */
	public synchronized void open() {
		if (this.file == null) {
			return;
		}
		try {
			Files.createDirectories(this.file.getParent());
			recall(this.file);
			Path fresh = this.file.resolveSibling("changes.tmp");
			this.out = new BufferedOutputStream(Files.newOutputStream(fresh));
			for (Remembered part : this.remembered) {
				part.snapshot((change) -> write(part.kind(), change));
			}
			this.out.close();
			Files.move(fresh, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			this.out = new BufferedOutputStream(Files.newOutputStream(this.file, StandardOpenOption.APPEND));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Writes what this thread changes meanwhile as one line, so that a kill leaves all of
	 * it or nothing. The caller sees to it that nobody else sees it before.
	 */
	public void together(Runnable changes) {
		ArrayNode lines = JSON.createArrayNode();
		this.together.set(lines);
		try {
			changes.run();
		}
		finally {
			this.together.remove();
			append(TOGETHER, lines);
		}
	}

	/**
	 * Writes one change down.
	 */
	public void append(String kind, JsonNode change) {
		ArrayNode lines = this.together.get();
		if (lines != null) {
			lines.add(line(kind, change));
		}
		else {
			appendNow(kind, change);
		}
	}

	private synchronized void appendNow(String kind, JsonNode change) {
		if (this.out == null) {
			return;
		}
		write(kind, change);
		try {
			this.out.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(String kind, JsonNode change) {
		try {
			if (this.out != null) {
				this.out.write((line(kind, change) + "\n").getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ObjectNode line(String kind, JsonNode change) {
		return (ObjectNode) JSON.createObjectNode().put("kind", kind).set("change", change);
	}

	private void recall(Path log) throws IOException {
		if (!Files.exists(log)) {
			return;
		}
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
			lines.lines().forEach(this::recallLine);
		}
	}

	private void recallLine(String line) {
		try {
			recall(JSON.readTree(line));
		}
		catch (JacksonException ex) {
			logger.atWarn().log("A torn line in the simulator's log is left out");
		}
	}

	private void recall(JsonNode entry) {
		String kind = entry.path("kind").asString("");
		JsonNode change = entry.path("change");
		if (kind.equals(TOGETHER)) {
			change.forEach(this::recall);
		}
		this.remembered.stream().filter((part) -> part.kind().equals(kind)).forEach((part) -> part.recall(change));
	}

	@Override
	public synchronized void close() {
		try {
			if (this.out != null) {
				this.out.close();
			}
			this.out = null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
