package studio.avatar.generation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Gender;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent;
import studio.avatar.common.contract.TrainingEvent.AvatarReady;
import studio.avatar.common.contract.TrainingEvent.AvatarRenamed;
import studio.avatar.common.contract.TrainingEvent.MainAvatarChosen;
import studio.avatar.common.contract.TrainingEvent.TrainingFailed;
import studio.avatar.common.contract.TrainingEvent.TrainingStarted;
import studio.avatar.common.messaging.EventCodec;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.avatar.Avatars;
import studio.avatar.generation.avatar.Avatars.Stock;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.avatar.generation.PersonWithAvatar.await;

/** What this service knows of avatars, whatever the order it is told in. */
class AvatarsIT {

	@BeforeAll
	static void start() {
		ServiceUnderTest.started();
	}

	@AfterAll
	static void stop() {
		ServiceUnderTest.stop();
	}

	@Test
	void theAvatarChosenLastIsTheMainOne() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		UUID other = UUID.randomUUID();
		person.says(Topic.TRAINING_EVENTS, ready(person, other, "Boris"));

		person.says(Topic.TRAINING_EVENTS, new MainAvatarChosen(other, person.chatId(), person.chatId()));

		await().until(() -> main(person).equals("Boris"));
	}

	@Test
	void anOlderChoiceThatComesLateChangesNothing() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		UUID other = UUID.randomUUID();
		person.says(Topic.TRAINING_EVENTS, ready(person, other, "Boris"));

		late(person, new MainAvatarChosen(other, person.chatId(), person.chatId()));

		rename(person, "Anna the last");
		await().until(() -> main(person).equals("Anna the last"));
	}

	@Test
	void anOlderNameThatComesLateChangesNothing() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		rename(person, "newest");

		late(person, new AvatarRenamed(person.avatarId, person.chatId(), person.chatId(), "oldest"));

		UUID witness = UUID.randomUUID();
		person.says(Topic.TRAINING_EVENTS, ready(person, witness, "witness"));
		await().until(() -> avatars().of(person.chatId(), witness).isPresent());
		assertThat(main(person)).isEqualTo("newest");
	}

	@Test
	void aTrainingThatFailedLeavesNothing() {
		PersonWithAvatar person = PersonWithAvatar.stranger();
		UUID run = UUID.randomUUID();
		person.says(Topic.TRAINING_EVENTS, new TrainingStarted(run, person.avatarId, person.chatId(), person.chatId()));
		await().until(() -> avatars().stock(person.chatId()) == Stock.IN_TRAINING);

		person.says(Topic.TRAINING_EVENTS,
				new TrainingFailed(run, person.avatarId, person.chatId(), person.chatId(), "it broke"));

		await().until(() -> avatars().stock(person.chatId()) == Stock.NOTHING);
	}

	@Test
	void anAvatarTrainedAnewStaysUsableWhenThatFails() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		UUID run = UUID.randomUUID();
		person.says(Topic.TRAINING_EVENTS, new TrainingStarted(run, person.avatarId, person.chatId(), person.chatId()));

		person.says(Topic.TRAINING_EVENTS,
				new TrainingFailed(run, person.avatarId, person.chatId(), person.chatId(), "it broke"));

		rename(person, "still here");
		await().until(() -> main(person).equals("still here"));
	}

	private static AvatarReady ready(PersonWithAvatar person, UUID avatar, String name) {
		return new AvatarReady(avatar, person.chatId(), person.chatId(), name, Gender.MALE, "TOK_ffffffff",
				person.model(), "flux-lora-portrait-trainer", false, null);
	}

	private static void rename(PersonWithAvatar person, String name) {
		person.says(Topic.TRAINING_EVENTS, new AvatarRenamed(person.avatarId, person.chatId(), person.chatId(), name));
	}

	/** As if it had been told an hour ago. */
	private static void late(PersonWithAvatar person, TrainingEvent event) {
		Map<String, String> headers = new HashMap<>(PersonWithAvatar.WIRE.headers(Topic.TRAINING_EVENTS,
				person.chatId(), event, UUID.randomUUID().toString(), "correlation"));
		headers.put("ce_time", Instant.now().minus(Duration.ofHours(1)).toString());
		PersonWithAvatar.WIRE.publishRaw(Topic.TRAINING_EVENTS.topicName(),
				String.valueOf(person.chatId()).getBytes(StandardCharsets.UTF_8), new EventCodec().write(event),
				headers);
	}

	private static String main(PersonWithAvatar person) {
		return avatars().main(person.chatId()).map(Avatar::name).orElse("nobody");
	}

	private static Avatars avatars() {
		return ServiceUnderTest.bean(Avatars.class);
	}

}
