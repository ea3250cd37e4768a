package studio.avatar.generation;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.awaitility.Awaitility;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.CreditsEvent.BalanceChanged;
import studio.avatar.common.contract.CreditsEvent.CreditsHeld;
import studio.avatar.common.contract.CreditsRequest;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Gender;
import studio.avatar.common.contract.GenerationEvent;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Reply.ShowPictures;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent.AvatarReady;
import studio.avatar.common.credits.Balances;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.testkit.Backed;
import studio.avatar.common.testkit.ServiceChat;
import studio.avatar.common.testkit.Wire;
import studio.avatar.generation.avatar.Avatars;
import studio.avatar.sandbox.backing.Backing;
import studio.avatar.sandbox.provider.lora.LoraFile;

/**
 * A person in a chat of their own, with what training and the ledger would say about
 * them. The ledger does nothing by itself: tests say when credits are held.
 */
final class PersonWithAvatar {

	static final String TRIGGER = "TOK_0a1b2c3d";

	static final Wire WIRE = Wire.of(Backing.shared().kafkaBrokers());

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	final ServiceChat chat;

	final UUID avatarId = UUID.randomUUID();

	private PersonWithAvatar(ServiceChat chat) {
		this.chat = chat;
	}

	/** Has nothing yet. */
	static PersonWithAvatar stranger() {
		return new PersonWithAvatar(ServiceChat.fresh(WIRE, Topic.CHAT_GENERATION));
	}

	/** Has a main avatar that is ready, and a thousand credits. */
	static PersonWithAvatar ready() {
		PersonWithAvatar person = stranger();
		person.hasAvatar(person.model());
		person.hasCredits(1000, 1);
		return person;
	}

	long chatId() {
		return this.chat.chatId();
	}

	void hasAvatar(MediaRef model) {
		says(Topic.TRAINING_EVENTS, new AvatarReady(this.avatarId, chatId(), chatId(), "Anna", Gender.FEMALE, TRIGGER,
				model, "flux-lora-portrait-trainer", true, null));
		await().until(() -> ServiceUnderTest.bean(Avatars.class).main(chatId()).isPresent());
	}

	void hasCredits(int available, long revision) {
		says(Topic.CREDITS_EVENTS, new BalanceChanged(chatId(), chatId(), available, 0, revision));
		await()
			.until(() -> ServiceUnderTest.bean(Balances.class).available(chatId()).equals(OptionalInt.of(available)));
	}

	/** A model file as a training would leave it in our store. */
	MediaRef model() {
		try {
			byte[] lora = new LoraFile(TRIGGER, 1000, List.of(photo())).bytes();
			return ServiceUnderTest.bean(MediaStore.class)
				.put("models/%s.safetensors".formatted(this.avatarId), "application/octet-stream",
						new ByteArrayInputStream(lora), null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** From the menu to the draft's card. */
	Card drafts(String words) {
		this.chat.presses("generation:menu");
		Card menu = this.chat.awaitCard("generation.menu", "Anna");
		this.chat.presses(menu, "Own prompt");
		this.chat.awaitCard("generation.prompt", "Anna");
		answers(words);
		return this.chat.awaitCard("generation.draft.", words);
	}

	/** Types an answer to what was asked last. */
	void answers(String text) {
		Expectation asked = await().until(this.chat::expectation, (expectation) -> expectation != null);
		this.chat.types(asked.name(), text);
	}

	/** Presses the pay button of a draft, and waits for the order's hold. */
	HoldCredits pays(Card draft) {
		long before = requests(HoldCredits.class).size();
		this.chat.presses(draft, "Create ·");
		return nextHold(before);
	}

	/** From the menu to a generation whose credits are held; tells its id. */
	UUID orders(String words) {
		HoldCredits hold = pays(drafts(words));
		isHeld(hold);
		return hold.holdId();
	}

	HoldCredits nextHold(long before) {
		return await().until(() -> requests(HoldCredits.class), (holds) -> holds.size() > before).getLast();
	}

	/** The ledger sets the credits aside. */
	String isHeld(HoldCredits hold) {
		return says(Topic.CREDITS_EVENTS, held(hold));
	}

	CreditsHeld held(HoldCredits hold) {
		return new CreditsHeld(hold.holdId(), chatId(), chatId(), hold.amount());
	}

	String says(Topic topic, Object event) {
		return WIRE.publish(topic, chatId(), event);
	}

	<R extends CreditsRequest> List<R> requests(Class<R> kind) {
		return WIRE.heard(Topic.CREDITS_REQUESTS, chatId(), kind);
	}

	List<GenerationEvent> events() {
		return WIRE.heard(Topic.GENERATION_EVENTS, chatId(), GenerationEvent.class);
	}

	ShowPictures awaitPictures() {
		return awaitPictures(1);
	}

	ShowPictures awaitPictures(int times) {
		return await().until(() -> this.chat.replies(ShowPictures.class), (shown) -> shown.size() >= times).getLast();
	}

	CaptureCredits awaitCapture() {
		return await().until(() -> requests(CaptureCredits.class), (captures) -> !captures.isEmpty()).getLast();
	}

	ReleaseCredits awaitRelease() {
		return await().until(() -> requests(ReleaseCredits.class), (releases) -> !releases.isEmpty()).getLast();
	}

	/** A picture as it lies in our store. */
	static BufferedImage kept(MediaRef file) {
		try {
			return ImageIO.read(Backed.mediaFolder().resolve(file.key()).toFile());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static org.awaitility.core.ConditionFactory await() {
		return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
	}

	private static byte[] photo() throws IOException {
		BufferedImage photo = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
		Graphics2D paint = photo.createGraphics();
		paint.setColor(new Color(214, 160, 130));
		paint.fillOval(120, 80, 270, 350);
		paint.dispose();
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		ImageIO.write(photo, "jpg", jpeg);
		return jpeg.toByteArray();
	}

}
