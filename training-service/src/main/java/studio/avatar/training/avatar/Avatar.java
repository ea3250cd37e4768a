package studio.avatar.training.avatar;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.Gender;
import studio.avatar.common.contract.MediaRef;

/** A person's avatar, from the first answer of the wizard on. */
@Entity
public class Avatar {

	@Id
	private UUID id;

	private long chatId;

	private long userId;

	@Enumerated(EnumType.STRING)
	private @Nullable Gender gender;

	private @Nullable String name;

	@Enumerated(EnumType.STRING)
	private AvatarStatus status;

	private boolean main;

	@Column(name = "trigger_phrase")
	private @Nullable String trigger;

	private @Nullable MediaRef model;

	private @Nullable String profile;

	private @Nullable UUID runId;

	private Instant createdAt;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected Avatar() {
	}

	private Avatar(UUID id, long chatId, long userId, Instant createdAt) {
		this.id = id;
		this.chatId = chatId;
		this.userId = userId;
		this.status = AvatarStatus.DRAFT;
		this.createdAt = createdAt;
	}

	/** A draft of which nothing is said yet. */
	public static Avatar draft(UUID id, long chatId, long userId, Instant now) {
		return new Avatar(id, chatId, userId, now);
	}

	public void choose(Gender gender) {
		require(AvatarStatus.DRAFT);
		this.gender = gender;
	}

	/** Names a draft; the name has passed the rules. */
	public void call(String name) {
		require(AvatarStatus.DRAFT);
		this.name = name;
	}

	public void discard() {
		become(AvatarStatus.DISCARDED);
	}

	/** A paid run begins. */
	public void train(UUID runId) {
		become(AvatarStatus.TRAINING);
		this.runId = runId;
	}

	/** The run ended without a model. */
	public void notTrained() {
		become(AvatarStatus.NOT_TRAINED);
	}

	/** The run brought a model. */
	public void ready(String trigger, MediaRef model, String profile) {
		become(AvatarStatus.READY);
		this.trigger = trigger;
		this.model = model;
		this.profile = profile;
	}

	void main(boolean main) {
		this.main = main;
	}

	private void become(AvatarStatus next) {
		if (!this.status.canBecome(next)) {
			throw new IllegalStateException(
					"avatar %s is %s and cannot become %s".formatted(this.id, this.status, next));
		}
		this.status = next;
	}

	private void require(AvatarStatus status) {
		if (this.status != status) {
			throw new IllegalStateException("avatar %s is %s, not %s".formatted(this.id, this.status, status));
		}
	}

	public UUID id() {
		return this.id;
	}

	public long chatId() {
		return this.chatId;
	}

	public long userId() {
		return this.userId;
	}

	/** Absent in a draft whose gender was not said yet. */
	public @Nullable Gender gender() {
		return this.gender;
	}

	/** Absent in a draft that was not named yet. */
	public @Nullable String name() {
		return this.name;
	}

	/** Name of an avatar that has left the first steps of the wizard. */
	public String givenName() {
		return Objects.requireNonNull(this.name);
	}

	/** Gender of an avatar that has left the first steps of the wizard. */
	public Gender givenGender() {
		return Objects.requireNonNull(this.gender);
	}

	public AvatarStatus status() {
		return this.status;
	}

	public boolean isDraft() {
		return this.status == AvatarStatus.DRAFT;
	}

	/**
	 * Whether photos sent now count: before the first run, and after one without a model.
	 */
	public boolean takesPhotos() {
		return this.status == AvatarStatus.DRAFT || this.status == AvatarStatus.NOT_TRAINED;
	}

	public boolean isMain() {
		return this.main;
	}

	/** Trigger phrase that its model was trained with; absent until it is ready. */
	public @Nullable String trigger() {
		return this.trigger;
	}

	/** Its newest paid run; absent when there was none. */
	public @Nullable UUID runId() {
		return this.runId;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

}
