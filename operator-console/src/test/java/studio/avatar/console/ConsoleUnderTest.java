package studio.avatar.console;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
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

	@Autowired
	protected JdbcClient database;

	static {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
	}

	@DynamicPropertySource
	static void backing(DynamicPropertyRegistry registry) {
		Backed.service(registry, "console");
		registry.add("console.replay.silence", () -> "3s");
		registry.add("console.replay.ramp", () -> "1s");
		registry.add("console.replay.lease", () -> "1s");
	}

}
