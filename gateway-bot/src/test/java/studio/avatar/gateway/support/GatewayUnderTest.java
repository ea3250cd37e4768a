package studio.avatar.gateway.support;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import javax.imageio.ImageIO;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.testkit.Backed;
import studio.avatar.common.testkit.Wire;
import studio.avatar.gateway.GatewayBotApplication;
import studio.avatar.sandbox.backing.Backing;
import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.provider.FalSimulator;
import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.TelegramSimulator;
import studio.avatar.sandbox.telegram.check.JournalCheck;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gateway as it is, between a simulated Telegram and provider and a real broker and
 * database. All tests share them; each talks as somebody nobody has met before.
 */
@SpringBootTest(classes = GatewayBotApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "studio.account.welcome-credits=200", "studio.intake.download-timeout=6s",
				"studio.reply.longest-pause=300ms", "studio.callback.keys-pause=500ms" })
public abstract class GatewayUnderTest {

	protected static final TelegramSimulator TELEGRAM = TelegramSimulator.start();

	protected static final FalSimulator FAL = FalSimulator.start();

	private static final Optional<JournalCheck> CHECK = JournalCheck.find();

	private static final JdbcClient ROWS = rows();

	private static final AtomicLong PEOPLE = new AtomicLong(700_000_000);

	@Autowired
	protected JdbcClient database;

	@Autowired
	protected MediaStore media;

	@DynamicPropertySource
	static void surroundings(DynamicPropertyRegistry registry) {
		Backed.service(registry, "gateway");
		registry.add("TELEGRAM_API_URL", TELEGRAM::url);
		registry.add("TELEGRAM_BOT_TOKEN", TELEGRAM::token);
		registry.add("FAL_JWKS_URL", FAL::jwksUrl);
	}

	/** Left out where the description of the Bot API does not lie beside the project. */
	@AfterAll
	static void everyCallAndAnswerIsOfTheBotApi() {
		CHECK.ifPresentOrElse((check) -> assertThat(check.complaints(TELEGRAM.journal())).isEmpty(),
				() -> LoggerFactory.getLogger(GatewayUnderTest.class).atWarn().log(JournalCheck.LEFT_OUT));
	}

	protected static Wire wire() {
		return Wire.of(Backing.shared().kafkaBrokers());
	}

	protected static SimulatedPerson somebody() {
		return TELEGRAM.person(PEOPLE.incrementAndGet(), "Anna", "en");
	}

	protected static SimulatedPerson somebodyRussian() {
		return TELEGRAM.person(PEOPLE.incrementAndGet(), "Аня", "ru");
	}

	/** Somebody whom the bot knows already. */
	protected static SimulatedPerson somebodyKnown() {
		SimulatedPerson person = somebody();
		person.sends("/menu");
		awaitMessage(person, "Main menu");
		return person;
	}

	protected static ConditionFactory awaiting() {
		return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
	}

	protected static boolean said(SimulatedPerson person, String words) {
		return fromBot(person).stream().anyMatch((message) -> text(message).contains(words));
	}

	protected static List<SimulatedMessage> fromBot(SimulatedPerson person) {
		return person.messages().stream().filter(SimulatedMessage::fromBot).toList();
	}

	/**
	 * The newest message of the bot that says this, as soon as it is there and the
	 * gateway has written down that it said it, which it does a moment later.
	 */
	protected static SimulatedMessage awaitMessage(SimulatedPerson person, String words) {
		SimulatedMessage seen = awaiting().until(() -> fromBot(person).reversed()
			.stream()
			.filter((message) -> text(message).contains(words))
			.findFirst()
			.orElse(null), (message) -> message != null);
		awaitRows(person);
		return seen;
	}

	/** Not for long: where more is on its way to the chat, that is not waited for. */
	private static void awaitRows(SimulatedPerson person) {
		try {
			Awaitility.await()
				.ignoreExceptions()
				.atMost(Duration.ofMillis(500))
				.pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(10))
				.until(() -> ROWS
					.sql("select not exists (select 1 from delivery where chat_id = ? and status = 'waiting')")
					.param(person.id())
					.query(Boolean.class)
					.single());
		}
		catch (ConditionTimeoutException ex) {
			LoggerFactory.getLogger(GatewayUnderTest.class).debug("More is on its way", ex);
		}
	}

	private static JdbcClient rows() {
		Database database = Backing.shared().database("gateway");
		return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
	}

	protected static String text(SimulatedMessage message) {
		return (message.text() != null) ? message.text() : "";
	}

	protected static byte[] png(int seed) {
		BufferedImage image = new BufferedImage(640, 640, BufferedImage.TYPE_INT_RGB);
		var graphics = image.createGraphics();
		graphics.setColor(new Color(seed * 7919 & 0xFFFFFF));
		graphics.fillRect(0, 0, 640, 640);
		graphics.setColor(Color.WHITE);
		graphics.drawString("picture " + seed, 40, 40);
		graphics.dispose();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/** A picture in the media store. */
	protected MediaRef picture(int seed) {
		try {
			return this.media.put("test/" + UUID.randomUUID() + ".png", "image/png",
					new ByteArrayInputStream(png(seed)), new MediaStore.ImageSize(640, 640));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
