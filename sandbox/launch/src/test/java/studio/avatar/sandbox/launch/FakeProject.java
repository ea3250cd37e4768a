package studio.avatar.sandbox.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A project folder whose five service jars hold {@link FakeService}, and an environment
 * in which everything else is somebody else's.
 */
record FakeProject(Path root) {

	static final List<String> SERVICES = List.of("gateway-bot", "training-service", "generation-service",
			"gallery-service", "operator-console");

	static final Map<String, String> NOTHING_TO_START = Map.of("KAFKA_BROKERS", "127.0.0.1:1", "DATABASE_URL",
			"jdbc:postgresql://127.0.0.1:1/elsewhere", "TELEGRAM_BOT_TOKEN", "1:real", "FAL_KEY", "real-key",
			"LLM_API_KEY", "real-llm-key");

	static FakeProject in(Path root) throws IOException {
		Files.writeString(root.resolve("mvnw"), "");
		for (String service : SERVICES) {
			Path jar = root.resolve(service).resolve("target").resolve(service + ".jar");
			Files.createDirectories(jar.getParent());
			write(jar);
		}
		return new FakeProject(root);
	}

	Path sandbox() {
		return this.root.resolve(".sandbox");
	}

	/**
	 * The run command as a process of its own, as a person starts it, and what it says.
	 */
	record Run(Process process, Path output) {

		List<String> lines() {
			try {
				return Files.readAllLines(this.output);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	Run run(Map<String, String> environment, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Java.program(), "-cp", System.getProperty("java.class.path"), RunCommand.class.getName()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.root.toFile()).redirectErrorStream(true);
		Path output = Files.createTempFile(this.root, "said-", ".txt");
		builder.redirectOutput(output.toFile());
		Map<String, String> all = new HashMap<>(NOTHING_TO_START);
		all.putAll(environment);
		builder.environment().putAll(all);
		return new Run(builder.start(), output);
	}

	private static void write(Path jar) throws IOException {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
		String entry = FakeService.class.getName().replace('.', '/') + ".class";
		try (OutputStream file = Files.newOutputStream(jar);
				JarOutputStream entries = new JarOutputStream(file, manifest);
				InputStream bytes = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
			entries.putNextEntry(new JarEntry(entry));
			bytes.transferTo(entries);
		}
	}

}
