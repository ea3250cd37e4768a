package studio.avatar.sandbox.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One service as the sandbox runs it.
 *
 * @param name as people and logs say it, for example {@code training-service}
 * @param role database role and schema of the service
 * @param command what follows the name of the {@code java} program
 */
public record ServiceUnit(String name, String role, List<String> command) {

	private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
			"-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");

	public ServiceUnit {
		command = List.copyOf(command);
	}

	/** The four services, from the jars that the build has made. */
	public static List<ServiceUnit> all(Path project) {
		return List.of(jar(project, "gateway-bot", "gateway", "256m"),
				jar(project, "training-service", "training", "384m"),
				jar(project, "generation-service", "generation", "320m"),
				jar(project, "gallery-service", "gallery", "256m"));
	}

	private static ServiceUnit jar(Path project, String name, String role, String heap) {
		Path jar = project.resolve(name).resolve("target").resolve(name + ".jar");
		if (!Files.isReadable(jar)) {
			throw new SandboxException("There is no " + jar + ": build it with ./mvnw -DskipTests package");
		}
		List<String> command = new java.util.ArrayList<>(OPTIONS);
		command.addAll(List.of("-Xmx" + heap, "-jar", jar.toString()));
		return new ServiceUnit(name, role, command);
	}

}
