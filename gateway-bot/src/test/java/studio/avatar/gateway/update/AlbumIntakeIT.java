package studio.avatar.gateway.update;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.Topic;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.fault.Aim;
import studio.avatar.sandbox.telegram.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What belongs to one album is one event, however it comes in. */
class AlbumIntakeIT extends GatewayUnderTest {

	private static final AtomicLong NUMBERS = new AtomicLong(500_000_000);

	private static final String FROM_A_BOT = """
			{"message_id": 6, "date": 1, "text": "x", "chat": {"id": 9, "type": "private"},
			 "from": {"id": 9, "is_bot": true, "first_name": "Bot"}}""";

	@Autowired
	Intake intake;

	@Autowired
	ConfigurableApplicationContext context;

	@Test
	void anAlbumInTwoBatchesOfPhotosAndOtherThingsIsOneEvent() {
		SimulatedPerson anna = somebodyKnown();
		expectPhotos(anna);
		String photo = "\"photo\": [{\"file_id\": \"%s\", \"file_unique_id\": \"u1\", \"width\": 9, \"height\": 9}]"
			.formatted(fileOf(anna));
		this.intake.take(List.of(part(anna, "mixed", photo)));

		this.intake.take(List.of(
				part(anna, "mixed", "\"caption\": \"us\", \"video\": {\"file_id\": \"v\", \"file_unique_id\": \"u2\"}"),
				part(anna, "mixed", "\"document\": {\"file_id\": \"d\", \"file_unique_id\": \"u3\","
						+ " \"mime_type\": \"image/png\", \"file_size\": 20971521}")));

		List<ChatEvent.PhotosSent> sent = photos(anna);
		assertThat(sent).hasSize(1);
		assertThat(sent.getFirst().caption()).isEqualTo("us");
		assertThat(sent.getFirst().photos()).extracting(ChatEvent.SentPhoto::uniqueId, ChatEvent.SentPhoto::refused)
			.containsExactly(tuple("u1", null), tuple("u2", ChatEvent.SentPhoto.Refusal.NO_PICTURE),
					tuple("u3", ChatEvent.SentPhoto.Refusal.TOO_LARGE));
	}

	@Test
	void anAlbumThatARestartCutInTwoIsOneEvent() {
		SimulatedPerson anna = somebodyKnown();
		expectPhotos(anna);
		String photo = "\"photo\": [{\"file_id\": \"%s\", \"file_unique_id\": \"u\", \"width\": 9, \"height\": 9}]"
			.formatted(fileOf(anna));
		this.intake.take(List.of(part(anna, "cut", photo)));
		this.context.stop();
		this.database
			.sql("update telegram_update set received_at = received_at - interval '1 minute' where chat_id = ?")
			.param(anna.id())
			.update();
		inject(anna, "cut", photo);

		this.context.start();

		assertThat(photos(anna)).hasSize(1);
		assertThat(photos(anna).getFirst().photos()).hasSize(2);
	}

	@Test
	void anAlbumWhoseRestIsInALaterBatchThanARestartBringsFirstIsOneEvent() {
		SimulatedPerson anna = somebodyKnown();
		expectPhotos(anna);
		String photo = "\"photo\": [{\"file_id\": \"%s\", \"file_unique_id\": \"u\", \"width\": 9, \"height\": 9}]"
			.formatted(fileOf(anna));
		this.intake.take(List.of(part(anna, "far", photo)));
		this.context.stop();
		for (int i = 0; i < 100; i++) {
			TELEGRAM.inject("message", JsonMapper.shared().readTree(FROM_A_BOT));
		}
		inject(anna, "far", photo);
		TELEGRAM.faults().plan(Aim.next("getUpdates").after(1), Fault.slow(Duration.ofSeconds(3)));

		this.context.start();

		assertThat(photos(anna)).hasSize(1);
		assertThat(photos(anna).getFirst().photos()).hasSize(2);
	}

	private void expectPhotos(SimulatedPerson person) {
		wire().publish(Topic.CHAT_REPLIES, person.id(), new Reply.ShowCard(person.id(), "training.draft.1", null,
				Card.of(RichText.of("Send photos")), Expectation.photos("training:photos:1")));
		awaitMessage(person, "Send photos");
	}

	private static List<ChatEvent.PhotosSent> photos(SimulatedPerson person) {
		return awaiting().until(() -> wire().heard(Topic.CHAT_TRAINING, person.id(), ChatEvent.PhotosSent.class),
				(all) -> !all.isEmpty());
	}

	/** A file that Telegram has. */
	private static String fileOf(SimulatedPerson person) {
		SimulatedPerson other = somebody();
		other.sendsPhoto(png(1), null);
		return other.messages().getFirst().photoFileId();
	}

	private static Intake.RawUpdate part(SimulatedPerson person, String album, String content) {
		long number = NUMBERS.incrementAndGet();
		return new Intake.RawUpdate(number, person.id(),
				"{\"update_id\": %d, \"message\": %s}".formatted(number, partOf(person, album, content)));
	}

	private static void inject(SimulatedPerson person, String album, String content) {
		TELEGRAM.inject("message", JsonMapper.shared().readTree(partOf(person, album, content)));
	}

	private static String partOf(SimulatedPerson person, String album, String content) {
		return """
				{"message_id": 5, "date": 1, "media_group_id": "%s", "chat": {"id": %d, "type": "private"},
				 "from": {"id": %d, "is_bot": false, "first_name": "Anna"}, %s}""".formatted(album, person.id(),
				person.id(), content);
	}

}
