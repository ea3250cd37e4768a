package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The broker's settings, every one with the reason for it. */
final class BrokerProperties {

	private static final String LOGBACK = """
			<configuration>
				<appender name="out" class="ch.qos.logback.core.ConsoleAppender">
					<encoder><pattern>%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %logger{30} %msg%n</pattern></encoder>
				</appender>
				<root level="WARN"><appender-ref ref="out"/></root>
			</configuration>
			""";

	private static final String SHARED = """
			process.roles=broker,controller
			node.id=1
			controller.listener.names=CONTROLLER

			# A broker killed with -9 comes back when its old registration expires: 9 s is the default.
			broker.session.timeout.ms=1500
			broker.heartbeat.interval.ms=300

			# Every topic is declared in the catalogue; a misspelt one must fail.
			auto.create.topics.enable=false

			# One broker holds the only copy.
			offsets.topic.replication.factor=1
			transaction.state.log.replication.factor=1
			transaction.state.log.min.isr=1
			share.coordinator.state.topic.replication.factor=1
			share.coordinator.state.topic.min.isr=1

			# Fewer internal partitions open faster.
			offsets.topic.num.partitions=5
			transaction.state.log.num.partitions=5
			share.coordinator.state.topic.num.partitions=5

			# The first consumer of a group need not wait for others.
			group.initial.rebalance.delay.ms=0

			# The default sets 128 MB of heap aside for cleaning.
			log.cleaner.dedupe.buffer.size=2097152
			log.index.size.max.bytes=1048576

			num.network.threads=2
			num.io.threads=4
			""";

	private BrokerProperties() {
	}

	static Path write(KafkaSettings settings) throws IOException {
		Files.writeString(settings.folder().resolve("logback.xml"), LOGBACK);
		return Files.writeString(settings.folder().resolve("server.properties"), text(settings));
	}

	/** Those that do not depend on where the broker runs. */
	static Map<String, String> shared() {
		Properties properties = new Properties();
		try {
			properties.load(new StringReader(SHARED));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties.stringPropertyNames()
			.stream()
			.collect(Collectors.toMap(Function.identity(), properties::getProperty));
	}

	private static String text(KafkaSettings settings) {
		return SHARED + """
				controller.quorum.voters=1@127.0.0.1:%2$d
				listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
				advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
				log.dirs=%3$s
				""".formatted(settings.port(), settings.controllerPort(), settings.folder().resolve("data"));
	}

}
