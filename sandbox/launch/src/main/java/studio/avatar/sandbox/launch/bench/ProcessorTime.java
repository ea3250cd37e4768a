package studio.avatar.sandbox.launch.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who uses the cores. Other work on the machine stretches times, but not these: they tell
 * what an update costs.
 */
final class ProcessorTime {

	private static final String GENERATOR = "load and simulators";

	private final String folder;

	private final Map<String, Duration> before;

	/**
	 * Starts counting.
	 * @param folder of the sandbox: every process it started names it
	 */
	ProcessorTime(Path folder) {
		this.folder = folder.toAbsolutePath().normalize().toString();
		this.before = now();
	}

	/** What each part used for each of so many updates since this was created. */
	String perUpdate(int updates) {
		return now().entrySet()
			.stream()
			.map((part) -> Map.entry(part.getKey(),
					part.getValue().minus(this.before.getOrDefault(part.getKey(), Duration.ZERO))))
			.sorted(Map.Entry.<String, Duration>comparingByValue(Comparator.reverseOrder()))
			.map((part) -> String.format(Locale.ROOT, "%s %.2f", part.getKey(),
					part.getValue().toNanos() / 1e6 / updates))
			.collect(Collectors.joining(", ", "processor ms per update: ", ""));
	}

	private Map<String, Duration> now() {
		Map<String, Duration> parts = new TreeMap<>();
		parts.merge(GENERATOR, used(ProcessHandle.current()), Duration::plus);
		ProcessHandle.allProcesses()
			.filter((process) -> process.info().commandLine().orElse("").contains(this.folder))
			.forEach((process) -> Stream.concat(Stream.of(process), process.children())
				.forEach((one) -> parts.merge(name(process), used(one), Duration::plus)));
		return parts;
	}

	private static Duration used(ProcessHandle process) {
		return process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	private static String name(ProcessHandle process) {
		String command = process.info().commandLine().orElse("");
		return Stream
			.of("gateway-bot", "training-service", "generation-service", "gallery-service", "operator-console",
					"postgres")
			.filter((part) -> command.contains(part + ".jar") || command.contains("/" + part + "/data"))
			.findFirst()
			.orElse(command.contains("BrokerMain") ? "kafka" : "others");
	}

}
