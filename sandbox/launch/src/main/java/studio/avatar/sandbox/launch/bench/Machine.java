package studio.avatar.sandbox.launch.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** The machine that the figures come from. */
final class Machine {

	private Machine() {
	}

	/** Says it, and the load before anything was started: other work spoils figures. */
	static String facts() {
		return String.format(Locale.ROOT, "%d cores, %s %s, Java %s, load average before %.2f",
				Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"),
				System.getProperty("os.arch"), Runtime.version().feature(),
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
	}

}
