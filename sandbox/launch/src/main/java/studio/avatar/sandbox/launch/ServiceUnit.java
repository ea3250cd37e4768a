package studio.avatar.sandbox.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One service as the sandbox runs it.
 *
 * @param name as people and logs say it, for example {@code training-service}
 * @param role database role and schema of the service
 * @param jar what the build has made
 * @param heapMegabytes most heap it may take
 */
public record ServiceUnit(String name, String role, Path jar, int heapMegabytes) {

	/** The operators' console. */
	public static final String CONSOLE = "operator-console";

	public ServiceUnit {
		if (!Files.isReadable(jar)) {
			throw new SandboxException("There is no " + jar + ": build it with ./mvnw -DskipTests package");
		}
	}

	/** Every service, from the jars that the build has made. */
	public static List<ServiceUnit> all(Path project) {
		return Stream.concat(ofTheBot(project).stream(), Stream.of(of(project, CONSOLE, "console", 192))).toList();
	}

	/** The four that people talk to, without the operators' console. */
	public static List<ServiceUnit> ofTheBot(Path project) {
		return List.of(of(project, "gateway-bot", "gateway", 256), of(project, "training-service", "training", 384),
				of(project, "generation-service", "generation", 320), of(project, "gallery-service", "gallery", 256));
	}

	private static ServiceUnit of(Path project, String name, String role, int heapMegabytes) {
		Path jar = project.resolve(name).resolve("target").resolve(name + ".jar");
		return new ServiceUnit(name, role, jar, heapMegabytes);
	}

	boolean isConsole() {
		return this.name.equals(CONSOLE);
	}

	/** Makes ready what can be made ready before its turn comes. */
	void unpack() {
		UnpackedJar.of(this.jar);
	}

	/**
	 * The command that starts it.
	 * @param mark how the next launcher knows a process of this one that was left behind
	 */
	List<String> command(String mark) {
		// less compiling makes the start shorter; a sandbox has little load
		return List.of(Java.program(), mark, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
				"-Xmx" + this.heapMegabytes + "m", "-XX:+ExitOnOutOfMemoryError", "-Xshare:auto",
				"--enable-native-access=ALL-UNNAMED", "-jar", UnpackedJar.of(this.jar).toString());
	}

}
