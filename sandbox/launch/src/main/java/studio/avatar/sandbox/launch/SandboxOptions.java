package studio.avatar.sandbox.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.backing.Broker;
import studio.avatar.sandbox.backing.DatabaseServer;
import studio.avatar.sandbox.provider.Pace;

/**
 * How a sandbox is started.
 *
 * @param folder where data, logs and the lock are; created when absent
 * @param port port of the web chat on 127.0.0.1; 0 picks a free one
 * @param consolePort port of the operators' console; 0 picks a free one
 * @param pace how long the simulated provider takes
 * @param environment variables that name the world outside; what is in it is used and not
 * simulated
 * @param services what to run
 * @param quiet says nothing on the terminal
 * @param fresh forgets all data of earlier runs first
 * @param lent broker and database that run already; absent means that the sandbox starts
 * what the environment does not name
 */
public record SandboxOptions(Path folder, int port, int consolePort, Pace pace, Map<String, String> environment,
		List<ServiceUnit> services, boolean quiet, boolean fresh, @Nullable Lent lent) {

	public SandboxOptions {
		folder = folder.toAbsolutePath().normalize();
		environment = Map.copyOf(environment);
		services = List.copyOf(services);
	}

	/**
	 * For tests: any port, a fast provider, nothing from the environment, the four
	 * services of the bot from the jars of this project.
	 */
	public static SandboxOptions forTests(Path folder) {
		return new SandboxOptions(folder, 0, 0, Pace.FAST, Map.of(), ServiceUnit.ofTheBot(Project.root()), false, false,
				null);
	}

	/** With the operators' console, which most tests do not need. */
	public SandboxOptions withConsole() {
		return new SandboxOptions(this.folder, this.port, this.consolePort, this.pace, this.environment,
				ServiceUnit.all(Project.root()), this.quiet, this.fresh, this.lent);
	}

	public SandboxOptions withPace(Pace pace) {
		return new SandboxOptions(this.folder, this.port, this.consolePort, pace, this.environment, this.services,
				this.quiet, this.fresh, this.lent);
	}

	/** Forgets what an earlier sandbox left in the folder. */
	public SandboxOptions freshly() {
		return new SandboxOptions(this.folder, this.port, this.consolePort, this.pace, this.environment, this.services,
				this.quiet, true, this.lent);
	}

	/** Uses servers that run already, and leaves them running. */
	public SandboxOptions on(Broker broker, DatabaseServer database) {
		return new SandboxOptions(this.folder, this.port, this.consolePort, this.pace, this.environment, this.services,
				this.quiet, this.fresh, new Lent(broker, database));
	}

	public SandboxOptions withEnvironment(Map<String, String> environment) {
		return new SandboxOptions(this.folder, this.port, this.consolePort, this.pace, environment, this.services,
				this.quiet, this.fresh, this.lent);
	}

	/** A broker and a database that are not the sandbox's own. */
	public record Lent(Broker broker, DatabaseServer database) {
	}

}
