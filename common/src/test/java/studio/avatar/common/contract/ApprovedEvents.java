package studio.avatar.common.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.ChatEvent.CommandIssued;
import studio.avatar.common.contract.ChatEvent.PhotosSent;
import studio.avatar.common.contract.ChatEvent.SentPhoto;
import studio.avatar.common.contract.ChatEvent.TextEntered;
import studio.avatar.common.contract.CreditsEvent.BalanceChanged;
import studio.avatar.common.contract.CreditsEvent.CreditsCaptured;
import studio.avatar.common.contract.CreditsEvent.CreditsDeclined;
import studio.avatar.common.contract.CreditsEvent.CreditsHeld;
import studio.avatar.common.contract.CreditsEvent.CreditsReleased;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.Purpose;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.Expectation.Kind;
import studio.avatar.common.contract.GenerationEvent.GeneratedImage;
import studio.avatar.common.contract.GenerationEvent.GenerationCancelled;
import studio.avatar.common.contract.GenerationEvent.GenerationCompleted;
import studio.avatar.common.contract.GenerationEvent.GenerationFailed;
import studio.avatar.common.contract.OperatorReport.ConsumerState;
import studio.avatar.common.contract.OperatorReport.Count;
import studio.avatar.common.contract.OperatorReport.InstanceSeen;
import studio.avatar.common.contract.OperatorReport.JobCount;
import studio.avatar.common.contract.OperatorReport.ReplayOutcomes;
import studio.avatar.common.contract.OperatorReport.StuckJob;
import studio.avatar.common.contract.ProviderCallback.JobEnded;
import studio.avatar.common.contract.ReplayEffects.EventCount;
import studio.avatar.common.contract.ReplayEffects.PaidCall;
import studio.avatar.common.contract.Reply.Activity;
import studio.avatar.common.contract.Reply.RemoveCard;
import studio.avatar.common.contract.Reply.SendFile;
import studio.avatar.common.contract.Reply.ShowActivity;
import studio.avatar.common.contract.Reply.ShowCard;
import studio.avatar.common.contract.Reply.ShowPictures;
import studio.avatar.common.contract.Reply.ShowToast;
import studio.avatar.common.contract.Reply.UpdateCard;
import studio.avatar.common.contract.TrainingEvent.AvatarDeleted;
import studio.avatar.common.contract.TrainingEvent.AvatarReady;
import studio.avatar.common.contract.TrainingEvent.AvatarRenamed;
import studio.avatar.common.contract.TrainingEvent.MainAvatarChosen;
import studio.avatar.common.contract.TrainingEvent.TrainingCancelled;
import studio.avatar.common.contract.TrainingEvent.TrainingFailed;
import studio.avatar.common.contract.TrainingEvent.TrainingStarted;

/** One event of every kind, with every field said: what the approved files hold. */
final class ApprovedEvents {

	private static final long CHAT = 4_000_000_001L;

	private static final long USER = 4_000_000_002L;

	private static final UUID AVATAR = uuid('a');

	private static final UUID RUN = uuid('b');

	private static final UUID GENERATION = uuid('c');

	private static final UUID HOLD = uuid('d');

	private static final UUID IMAGE = uuid('e');

	private static final Origin ORIGIN = new Origin(CHAT, USER, "ru", "Europe/Moscow", 77L);

	private static final MediaRef PICTURE = new MediaRef("pictures/42/1.png", "0123456789abcdef".repeat(4), "image/png",
			1_234_567, 1024, 768);

	private static final MediaRef MODEL = new MediaRef("models/a.safetensors", "fedcba9876543210".repeat(4),
			"application/octet-stream", 90_000_000, null, null);

	private static final Card CARD = new Card(RichText.of("Hello, ").bold("Anna").line().link("help", "https://t.me/x"),
			PICTURE, List.of(List.of(new Button("Start", "training:new"), new Button("Back", "menu:main"))));

	private ApprovedEvents() {
	}

	static Stream<Object> all() {
		return Stream
			.of(chat(), replies(), training(), generation(), creditsRequests(), creditsEvents(), callbacks(),
					commands(), reports())
			.flatMap(List::stream);
	}

	/** Every record that may travel, by the catalogue. */
	static Stream<Class<?>> kinds() {
		return Arrays.stream(Topic.values())
			.map(Topic::family)
			.distinct()
			.flatMap((family) -> Arrays.stream(family.getPermittedSubclasses()))
			.filter((kind) -> !kind.getSimpleName().equals("Unrecognized"));
	}

	private static List<ChatEvent> chat() {
		return List.of(new CommandIssued(ORIGIN, "create", "now"), new ButtonPressed(ORIGIN, "training:new", "press-1"),
				new TextEntered(ORIGIN, "training:name:1", "Анна 😀"),
				new PhotosSent(ORIGIN, "training:photos:1", List.of(new SentPhoto("unique-1", "me.jpg", PICTURE, null),
						new SentPhoto("unique-2", null, null, SentPhoto.Refusal.TOO_LARGE)), "two of me"));
	}

	private static List<Reply> replies() {
		return List.of(
				new ShowCard(CHAT, "training.draft.1", 77L, CARD,
						new Expectation("training:name:1", Set.of(Kind.TEXT), Duration.ofDays(1))),
				new UpdateCard(CHAT, "training.run.1", CARD, true), new RemoveCard(CHAT, "gallery"),
				new ShowToast(CHAT, "press-1", "Saved", true),
				new ShowPictures(CHAT, "generation.1.result", List.of(PICTURE), CARD),
				new SendFile(CHAT, PICTURE, "anna.png", RichText.of("Anna")),
				new ShowActivity(CHAT, Activity.UPLOADING_PHOTO));
	}

	private static List<TrainingEvent> training() {
		return List.of(new TrainingStarted(RUN, AVATAR, CHAT, USER),
				new AvatarReady(AVATAR, CHAT, USER, "Anna", Gender.FEMALE, "TOK_1a2b3c4d", MODEL, "flux", true,
						PICTURE),
				new TrainingFailed(RUN, AVATAR, CHAT, USER, "the provider gave up"),
				new TrainingCancelled(RUN, AVATAR, CHAT, USER), new AvatarRenamed(AVATAR, CHAT, USER, "Anna K."),
				new MainAvatarChosen(AVATAR, CHAT, USER), new AvatarDeleted(AVATAR, CHAT, USER));
	}

	private static List<GenerationEvent> generation() {
		return List.of(
				new GenerationCompleted(GENERATION, CHAT, USER, AVATAR, "Anna", "on a horse",
						"TOK_1a2b3c4d woman, on a horse", Ratio.LANDSCAPE_4_3, "fal-ai/flux-lora",
						List.of(new GeneratedImage(IMAGE, PICTURE, "18446744073709551615")),
						Instant.parse("2026-11-22T10:15:30.123456Z")),
				new GenerationFailed(GENERATION, CHAT, USER, "no picture came"),
				new GenerationCancelled(GENERATION, CHAT, USER));
	}

	private static List<CreditsRequest> creditsRequests() {
		return List.of(new HoldCredits(HOLD, CHAT, USER, 100, Purpose.TRAINING),
				new CaptureCredits(HOLD, CHAT, USER, 100), new ReleaseCredits(HOLD, CHAT, USER, "cancelled"));
	}

	private static List<CreditsEvent> creditsEvents() {
		return List.of(new CreditsHeld(HOLD, CHAT, USER, 100), new CreditsDeclined(HOLD, CHAT, USER, 100, 40),
				new CreditsCaptured(HOLD, CHAT, USER, 75, 25), new CreditsReleased(HOLD, CHAT, USER, 100),
				new BalanceChanged(CHAT, USER, 60, 40, 12));
	}

	private static List<ProviderCallback> callbacks() {
		return List.of(new JobEnded(ServiceName.TRAINING, RUN, "p0w-_" + "x".repeat(38),
				"00000000-0000-4000-8000-0000000000f0", true, Instant.parse("2026-11-22T10:15:30Z")));
	}

	private static List<OperatorCommand> commands() {
		return List.of(new OperatorCommand.PauseConsumer("gallery/chat.gallery", "olga", "too many parked"),
				new OperatorCommand.ResumeConsumer("gallery/chat.gallery", "olga"), new OperatorCommand.LetKeyOn(
						"gateway/credits.requests", "4000000001", "credits.requests-3@1742", "olga"));
	}

	private static List<OperatorReport> reports() {
		Instant begin = Instant.parse("2026-11-22T10:15:30Z");
		ReplayEffects effects = new ReplayEffects(List.of(new EventCount("credits.hold", 1)), 100, 75, List.of(CHAT),
				List.of(new PaidCall("training", 1)));
		return List.of(
				new InstanceSeen("gallery", "gallery-4f2a", begin, begin.plusSeconds(60),
						List.of(new ConsumerState("gallery/chat.gallery", true, 10, 6, 1, 1, 2)), 3,
						begin.plusSeconds(59), List.of(new JobCount("training", "SUBMITTED", 4)),
						List.of(new StuckJob("training", RUN.toString(), "SUBMITTED", CHAT, begin,
								begin.plusSeconds(3600))),
						List.of(new Count("telegram.429", 5))),
				new ReplayOutcomes("gallery", "00000000-0000-4000-8000-000000000099",
						List.of(new ReplayOutcome(1, 1, ReplayOutcome.Result.HANDLED, effects, null),
								new ReplayOutcome(2, 1, ReplayOutcome.Result.FAILED, ReplayEffects.NONE,
										new ReplayOutcome.Failure("java.lang.IllegalStateException", "no such image",
												"0123456789abcdef")))));
	}

	private static UUID uuid(char digit) {
		return UUID.fromString("00000000-0000-4000-8000-00000000000" + digit);
	}

}
