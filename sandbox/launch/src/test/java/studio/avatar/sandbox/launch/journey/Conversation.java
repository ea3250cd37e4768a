package studio.avatar.sandbox.launch.journey;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import studio.avatar.sandbox.telegram.Person;
import studio.avatar.sandbox.telegram.SimulatedMessage;

import static org.awaitility.Awaitility.await;

/** A person who reads before pressing: everything waits until it stands in the chat. */
public final class Conversation {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private final Person person;

	public Conversation(Person person) {
		this.person = person;
	}

	public void says(String text) {
		this.person.sends(text);
	}

	public void sendsAlbum(List<byte[]> photos) {
		this.person.sendsAlbum(photos);
	}

	/** Presses the newest button whose label begins like this. */
	public void presses(String label) {
		SimulatedMessage message = newest("a button " + label, (candidate) -> labelled(candidate, label).isPresent());
		this.person.presses(message, labelled(message, label).orElseThrow());
	}

	/** The newest message of the bot that reads like this. */
	public SimulatedMessage reads(String fragment) {
		return newest(fragment, (message) -> text(message).contains(fragment));
	}

	/** The newest message of the bot that reads like this and shows a picture. */
	public SimulatedMessage sees(String fragment) {
		return newest("a picture with " + fragment,
				(message) -> text(message).contains(fragment) && message.photoFileId() != null);
	}

	public BufferedImage picture(SimulatedMessage message) {
		try {
			return ImageIO
				.read(new ByteArrayInputStream(this.person.file(Objects.requireNonNull(message.photoFileId()))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** How many messages of the bot read like this now. */
	public long messages(String fragment) {
		return fromBot().stream().filter((message) -> text(message).contains(fragment)).count();
	}

	private SimulatedMessage newest(String wanted, Predicate<SimulatedMessage> right) {
		try {
			return await().atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(50))
				.failFast("the bot apologised", () -> fromBot().stream().anyMatch((it) -> text(it).startsWith("😔")))
				.until(() -> fromBot().stream().filter(right).findFirst(), Optional::isPresent)
				.orElseThrow();
		}
		catch (ConditionTimeoutException | TerminalFailureException ex) {
			throw new AssertionError("Waited for " + wanted + ", but the chat reads:\n" + transcript(), ex);
		}
	}

	private String transcript() {
		return this.person.messages()
			.stream()
			.map((message) -> (message.fromBot() ? "bot: " : "person: ") + text(message) + " " + message.labels())
			.collect(Collectors.joining("\n"));
	}

	private List<SimulatedMessage> fromBot() {
		return this.person.messages().reversed().stream().filter(SimulatedMessage::fromBot).toList();
	}

	private static Optional<String> labelled(SimulatedMessage message, String label) {
		return message.labels().stream().filter((candidate) -> candidate.startsWith(label)).findFirst();
	}

	private static String text(SimulatedMessage message) {
		return Objects.requireNonNullElse(message.text(), "");
	}

}
