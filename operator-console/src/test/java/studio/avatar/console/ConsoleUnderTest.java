package studio.avatar.console;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import studio.avatar.common.testkit.Backed;
import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;

/**
 * The console on a real broker and a real database, shared by all tests of this module.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ConsoleUnderTest {

	protected static final Wire WIRE = Wire.of(Backing.shared().kafkaBrokers());

	/** One of each role; {@link #passwordOf} tells their passwords. */
	private static final String USERS = Stream.of("viewer", "operator", "approver")
		.map((name) -> name + ":" + name + ":" + BCrypt.hashpw(passwordOf(name), BCrypt.gensalt(10)))
		.collect(Collectors.joining(" "));

	@Autowired
	protected JdbcClient database;

	/** Where the console listens. */
	@LocalServerPort
	protected int port;

	static {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
	}

	@DynamicPropertySource
	static void backing(DynamicPropertyRegistry registry) {
		Backed.service(registry, "console");
		registry.add("console.replay.silence", () -> "2s");
		registry.add("console.replay.highest-rate", () -> "2000");
		registry.add("console.replay.ramp", () -> "1s");
		registry.add("console.replay.lease", () -> "3s");
		registry.add("console.replay.lag-that-slows", () -> "100");
		registry.add("console.replay.lag-that-halts", () -> "200");
		registry.add("CONSOLE_USERS", () -> USERS);
		registry.add("studio.overview.silent-after", () -> "60s"); // a machine that does
																	// much else is slow
	}

	/** How one of them signs in. */
	public static String passwordOf(String name) {
		return name + "-password";
	}

}
