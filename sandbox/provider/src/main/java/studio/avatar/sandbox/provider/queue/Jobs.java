package studio.avatar.sandbox.provider.queue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.sandbox.provider.http.Json;
import studio.avatar.sandbox.provider.storage.Whole;
import tools.jackson.core.JacksonException;

/**
 * Every request ever accepted, in memory and, before anybody is told about it, in a
 * folder.
 */
final class Jobs {

	private static final Logger log = LoggerFactory.getLogger(Jobs.class);

	private final Map<String, Job> jobs = new ConcurrentHashMap<>();

	private final Path folder;

	Jobs(Path folder) {
		this.folder = folder;
		try (Stream<Path> files = Files.list(folder)) {
			files.filter((file) -> file.toString().endsWith(".json")).forEach(this::load);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void add(Job job) {
		save(job);
		this.jobs.put(job.id(), job);
	}

	Optional<Job> find(String id) {
		return Optional.ofNullable(this.jobs.get(id));
	}

	/** Oldest first. */
	List<Job> all() {
		return this.jobs.values().stream().sorted(Comparator.comparing(Job::submittedAt)).toList();
	}

	/** Ends a request; empty when it had ended before: the first end counts. */
	Optional<Job> end(String id, UnaryOperator<Job> end) {
		boolean[] first = new boolean[1];
		Job job = change(id, (before) -> {
			first[0] = before.done() == null;
			return first[0] ? end.apply(before) : before;
		});
		return first[0] ? Optional.of(job) : Optional.empty();
	}

	void told(String id) {
		change(id, Job::told);
	}

	private Job change(String id, UnaryOperator<Job> change) {
		return this.jobs.compute(id, (_, before) -> {
			Job after = change.apply(before);
			if (after != before) {
				save(after);
			}
			return after;
		});
	}

	private void save(Job job) {
		try {
			Whole.write(this.folder.resolve(job.id() + ".json"),
					new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(job)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void load(Path file) {
		try {
			Job job = Json.MAPPER.readValue(Files.readAllBytes(file), Job.class);
			this.jobs.put(job.id(), job);
		}
		catch (IOException | JacksonException ex) {
			log.atWarn().setCause(ex).addKeyValue("file", file.getFileName()).log("A kept request cannot be read");
		}
	}

}
