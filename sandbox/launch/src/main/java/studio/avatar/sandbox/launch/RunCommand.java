package studio.avatar.sandbox.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.slf4j.LoggerFactory;
import studio.avatar.sandbox.backing.BackingException;
import studio.avatar.sandbox.provider.Pace;

/** The run command: starts everything, says where the chat is, ends with Ctrl-C. */
final class RunCommand {

	private RunCommand() {
	}

	public static void main(String[] args) throws InterruptedException {
		try {
			run(CommandLine.parse(List.of(args)));
		}
		catch (SandboxException | BackingException ex) {
			System.err.println("Avatar Studio cannot start. " + ex.getMessage());
			System.exit(1);
		}
	}

	private static void run(CommandLine asked) throws InterruptedException {
		long begin = System.nanoTime();
		Path project = Project.root();
		Path folder = project.resolve(".sandbox");
		System.setProperty("sandbox.log", folder.resolve("logs").resolve("launcher.log").toString());
		// logging starts before the threads that use it
		LoggerFactory.getILoggerFactory();
		System.out.println("Avatar Studio is starting");
		int consolePort = (asked.consolePort() != 0) ? ConsolePort.asked(asked.consolePort())
				: ConsolePort.kept(folder);
		Sandbox sandbox = Sandbox.take(new SandboxOptions(folder, asked.port(), consolePort, Pace.SANDBOX,
				System.getenv(), ServiceUnit.all(project), false, asked.fresh(), null));
		Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sandbox), "stop"));
		sandbox.up();
		System.out.println();
		System.out.println("Ready in " + Progress.seconds(Duration.ofNanos(System.nanoTime() - begin)) + " s. "
				+ invitation(sandbox));
		System.out.println("Data are in .sandbox, logs in .sandbox/logs. Ctrl-C stops everything.");
		startConsole(sandbox);
		new CountDownLatch(1).await();
	}

	/** People chat already: without it they go on. */
	private static void startConsole(Sandbox sandbox) {
		try {
			sandbox.upWithTheConsole();
			System.out.println(sandbox.consoleInvitation());
		}
		catch (SandboxException ex) {
			System.out.println("Operators: their console cannot start, the bot goes on without it. " + ex.getMessage());
		}
	}

	private static String invitation(Sandbox sandbox) {
		return sandbox.simulatesTelegram() ? "Chat with the bot at " + sandbox.telegramUrl()
				: "Chat with your bot in Telegram.";
	}

	private static void stop(Sandbox sandbox) {
		System.out.println();
		System.out.println("Stopping");
		sandbox.close();
		System.out.println("Stopped");
	}

}
