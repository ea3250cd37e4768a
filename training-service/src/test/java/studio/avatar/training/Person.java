package studio.avatar.training;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent.SentPhoto;
import studio.avatar.common.contract.CreditsEvent.BalanceChanged;
import studio.avatar.common.contract.CreditsEvent.CreditsDeclined;
import studio.avatar.common.contract.CreditsEvent.CreditsHeld;
import studio.avatar.common.contract.CreditsRequest;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.testkit.ServiceChat;
import studio.avatar.common.testkit.Wire;

/** Somebody who wants an avatar, and the ledger that answers for them. */
public final class Person {

	/** How long anything may take on a busy machine. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Wire wire = TrainingApp.wire();

	private final ServiceChat chat;

	private final MediaStore media;

	private Person(ServiceChat chat, MediaStore media) {
		this.chat = chat;
		this.media = media;
	}

	/** Somebody nobody has met before. */
	public static Person of(MediaStore media) {
		return new Person(ServiceChat.fresh(TrainingApp.wire(), Topic.CHAT_TRAINING), media);
	}

	/** The same person, asking for another language. */
	public Person in(String language) {
		return new Person(this.chat.in(language), this.media);
	}

	public ServiceChat chat() {
		return this.chat;
	}

	public long id() {
		return this.chat.chatId();
	}

	/** Begins a draft and describes it; the wizard waits for photos. Returns its id. */
	public UUID describes(String name) {
		this.chat.presses("training:new");
		this.chat.presses(this.chat.awaitCard("training.draft.", "Who will it be?"), "Female");
		this.chat.awaitCard("training.draft.", "What is the avatar called?");
		types(name);
		this.chat.awaitCard("training.draft.", name + " · step 3");
		return draft();
	}

	/** Answers what was last asked with a text. */
	public void types(String text) {
		this.chat.types(Objects.requireNonNull(this.chat.expectation()).name(), text);
	}

	/** A draft with ten good photos. Returns its id. */
	public UUID hasPhotosOf(String name) {
		UUID draft = describes(name);
		sendsAlbum(1, 10);
		this.chat.awaitCard("training.draft.", "10 accepted");
		return draft;
	}

	/** An avatar whose run was paid and is with the provider. Returns the run's id. */
	public UUID paysFor(String name) {
		UUID draft = hasPhotosOf(name);
		this.chat.presses("training:pay:" + draft + ":100");
		return ledgerHolds();
	}

	/** Sends drawn photos from one seed to another as one album. */
	public void sendsAlbum(int fromSeed, int toSeed) {
		List<SentPhoto> photos = new ArrayList<>();
		for (int seed = fromSeed; seed <= toSeed; seed++) {
			photos.add(photo(TestPhotos.jpeg(seed), null));
		}
		sends(photos);
	}

	public void sends(List<SentPhoto> photos) {
		this.chat.sends("training:photos:" + draft(), photos);
	}

	/** A file as the gateway would have taken it in. */
	public SentPhoto photo(byte[] bytes, @Nullable String fileName) {
		String id = UUID.randomUUID().toString();
		try {
			MediaRef file = this.media.put("intake/" + id, "application/octet-stream", new ByteArrayInputStream(bytes),
					null);
			return new SentPhoto(id, fileName, file, null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The id in the name of the draft's card. */
	public UUID draft() {
		return this.chat.cardNames()
			.stream()
			.filter((name) -> name.startsWith("training.draft."))
			.reduce((first, last) -> last)
			.map((name) -> UUID.fromString(name.substring("training.draft.".length())))
			.orElseThrow();
	}

	/** The ledger tells the person's balance. */
	public void has(int credits, long revision) {
		this.wire.publish(Topic.CREDITS_EVENTS, id(), new BalanceChanged(id(), id(), credits, 0, revision));
	}

	/**
	 * The ledger sets the credits aside that were asked for last. Returns the run's id.
	 */
	public UUID ledgerHolds() {
		HoldCredits asked = awaitHold();
		this.wire.publish(Topic.CREDITS_EVENTS, id(), new CreditsHeld(asked.holdId(), id(), id(), asked.amount()));
		return asked.holdId();
	}

	/** The ledger finds too few credits. */
	public void ledgerDeclines(int available) {
		HoldCredits asked = awaitHold();
		this.wire.publish(Topic.CREDITS_EVENTS, id(),
				new CreditsDeclined(asked.holdId(), id(), id(), asked.amount(), available));
	}

	/** Waits until the ledger is asked for a hold that it has not answered yet. */
	public HoldCredits awaitHold() {
		return await("a hold is asked for",
				() -> requests(HoldCredits.class).stream()
					.filter((asked) -> !answered().contains(asked.holdId()))
					.findFirst()
					.orElse(null));
	}

	private Set<UUID> answered() {
		Stream<UUID> held = this.wire.heard(Topic.CREDITS_EVENTS, id(), CreditsHeld.class)
			.stream()
			.map(CreditsHeld::holdId);
		Stream<UUID> declined = this.wire.heard(Topic.CREDITS_EVENTS, id(), CreditsDeclined.class)
			.stream()
			.map(CreditsDeclined::holdId);
		return Stream.concat(held, declined).collect(Collectors.toSet());
	}

	public <R extends CreditsRequest> List<R> requests(Class<R> kind) {
		return this.wire.heard(Topic.CREDITS_REQUESTS, id(), kind);
	}

	public <E extends TrainingEvent> List<E> events(Class<E> kind) {
		return this.wire.heard(Topic.TRAINING_EVENTS, id(), kind);
	}

	/**
	 * Waits until something of that kind was said about the person; topics are heard at
	 * their own pace.
	 */
	public void hears(Class<?> kind) {
		await(kind.getSimpleName(),
				() -> Stream.concat(requests(CreditsRequest.class).stream(), events(TrainingEvent.class).stream())
					.filter(kind::isInstance)
					.findFirst()
					.orElse(null));
	}

	/** Captures and releases, which must be one in all for each run. */
	public int settlements() {
		return requests(CaptureCredits.class).size() + requests(ReleaseCredits.class).size();
	}

	/** Cards that told the end of a run. */
	public List<Card> outcomes() {
		return this.chat.replies(Reply.ShowCard.class)
			.stream()
			.filter((show) -> show.card().startsWith("training.ended."))
			.map(Reply.ShowCard::content)
			.toList();
	}

	private static <T> T await(String what, Callable<@Nullable T> until) {
		return Objects.requireNonNull(Awaitility.await(what).atMost(PATIENCE).until(until, Objects::nonNull));
	}

}
