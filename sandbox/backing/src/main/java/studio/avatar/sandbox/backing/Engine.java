package studio.avatar.sandbox.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/** What became of looking for a Docker engine. */
sealed interface Engine {

	/** An engine that answers and has the images. */
	record Found(DockerClient client) implements Engine {
	}

	/** There is none. */
	Engine NONE = new Absent("no Docker engine answers");

	/**
	 * None that could be used.
	 *
	 * @param reason why, as the end of a sentence
	 */
	record Absent(String reason) implements Engine {
	}

	/** Looks for an engine, and has the images pulled that it does not have. */
	static Engine look() {
		return isThere() ? ask() : NONE;
	}

	/**
	 * Testcontainers' search takes a second and fails loudly, so signs of one come first.
	 */
	private static boolean isThere() {
		String home = System.getProperty("user.home");
		Stream<String> signs = Stream.of("/var/run/docker.sock", home + "/.docker/run/docker.sock",
				home + "/.testcontainers.properties",
				System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/run/user/0") + "/docker.sock");
		return System.getenv("DOCKER_HOST") != null || signs.map(Path::of).anyMatch(Files::exists);
	}

	private static Engine ask() {
		try {
			DockerClient client = client();
			for (Image image : Image.values()) {
				if (!has(client, image) && !pull(client, image)) {
					return new Absent("the Docker engine has no image " + image.reference() + " and cannot get it");
				}
			}
			return new Found(client);
		}
		// what goes wrong here goes wrong in many ways
		catch (RuntimeException ex) {
			return NONE;
		}
	}

	/**
	 * The engine where Testcontainers finds it. Its factory is not asked: that would also
	 * run containers of its own, a reaper and one that looks for this machine's address,
	 * from images that not every machine has.
	 * @throws IllegalStateException when there is none
	 */
	static DockerClient client() {
		List<DockerClientProviderStrategy> places = ServiceLoader.load(DockerClientProviderStrategy.class)
			.stream()
			.map(ServiceLoader.Provider::get)
			.toList();
		return DockerClientProviderStrategy.getFirstValidStrategy(places).getDockerClient();
	}

	private static boolean has(DockerClient client, Image image) {
		try {
			client.inspectImageCmd(image.reference()).exec();
			return true;
		}
		catch (NotFoundException ex) {
			return false;
		}
	}

	private static boolean pull(DockerClient client, Image image) {
		System.out.println("Backing: getting the image " + image.reference());
		try {
			return client.pullImageCmd(image.reference())
				.exec(new PullImageResultCallback())
				.awaitCompletion(5, TimeUnit.MINUTES) && has(client, image);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

}
