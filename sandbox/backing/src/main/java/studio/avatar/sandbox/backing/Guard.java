package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends what this JVM has started when this JVM is gone, even by {@code kill -9}.
 * <p>
 * A small shell holds the reading end of a pipe. It learns the process ids from it; when
 * the pipe closes, because the JVM ended in whatever way, it signals them, waits ten
 * seconds, kills what is left and removes the containers and folders it was told to
 * remove. Shutdown hooks of the JVM have run by then, so a Spring context closes while
 * its broker is still there.
 */
public final class Guard {

	private static final String SCRIPT = """
			trap '' INT HUP TERM
			watched='' removed='' containers=''
			while IFS=' ' read -r verb what how; do
				case "$verb" in
				watch) watched="$watched $what:$how" ;;
				forget)
					rest=''
					for entry in $watched; do [ "${entry%%:*}" = "$what" ] || rest="$rest $entry"; done
					watched="$rest" ;;
				remove) removed="$removed$what $how
			" ;;
				container) containers="$containers $what" ;;
				esac
			done
			[ -z "$containers" ] || "$@" $containers &
			for entry in $watched; do kill -"${entry#*:}" "${entry%%:*}" 2>/dev/null; done
			left=100
			while [ "$left" -gt 0 ]; do
				alive=''
				for entry in $watched; do kill -0 "${entry%%:*}" 2>/dev/null && alive=yes; done
				[ -z "$alive" ] && break
				sleep 0.1
				left=$((left - 1))
			done
			for entry in $watched; do kill -KILL "${entry%%:*}" 2>/dev/null; done
			printf '%s' "$removed" | while IFS= read -r folder; do rm -rf -- "${folder% }"; done
			""";

	private static final String WAITS_FOR_A_WORD = "trap '' INT HUP; read -r word || exit 1; exec \"$@\"";

	private static final String REMOVAL = "studio.avatar.sandbox.backing.ContainerRemoval";

	private static final Guard OF_THIS_JVM = new Guard();

	private final Writer orders;

	private Guard() {
		try {
			ProcessBuilder builder = new ProcessBuilder("sh", "-c", SCRIPT, "sh",
					Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
					"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", REMOVAL);
			builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
			Process shell = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			this.orders = shell.outputWriter(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new BackingException("A POSIX shell (sh) is needed to watch over the servers", ex);
		}
	}

	public static Guard ofThisJvm() {
		return OF_THIS_JVM;
	}

	/**
	 * Starts a process and watches it from its first moment: it waits for a word of ours
	 * before it becomes the program, and a JVM that dies before it has told the shell
	 * about it never says that word. It does not hear Ctrl-C in the terminal, because its
	 * owner ends it, in order; its standard input is empty.
	 * @param builder the command, its environment, and where its output goes
	 * @param signal what it gets first when this JVM is gone, for example {@code TERM}
	 * @throws IOException when the program cannot be started
	 */
	public Process start(ProcessBuilder builder, String signal) throws IOException {
		List<String> command = new ArrayList<>(List.of("sh", "-c", WAITS_FOR_A_WORD, "sh"));
		command.addAll(builder.command());
		Process started = builder.command(command).start();
		watch(started.toHandle(), signal);
		try (Writer word = started.outputWriter(StandardCharsets.UTF_8)) {
			word.write("go\n");
		}
		return started;
	}

	/**
	 * Watches a process that runs already.
	 * @param process the process; it is forgotten when it ends before this JVM
	 * @param signal what it gets first when this JVM is gone, for example {@code TERM}
	 */
	void watch(ProcessHandle process, String signal) {
		order("watch " + process.pid() + " " + signal);
		process.onExit().thenRun(() -> order("forget " + process.pid()));
	}

	/** Removes the folder with everything in it when this JVM is gone. */
	public void removeAtTheEnd(Path folder) {
		order("remove " + folder.toAbsolutePath());
	}

	/** Removes the container with its volumes when this JVM is gone. */
	void removeContainerAtTheEnd(String id) {
		order("container " + id);
	}

	private synchronized void order(String line) {
		try {
			this.orders.write(line + "\n");
			this.orders.flush();
		}
		catch (IOException ex) {
			throw new BackingException("The shell that watches over the servers is gone", ex);
		}
	}

}
