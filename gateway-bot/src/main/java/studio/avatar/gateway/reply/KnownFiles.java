package studio.avatar.gateway.reply;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.PhotoSize;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.media.MissingMedia;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.Refusal;

import org.springframework.stereotype.Component;

/**
 * Files on their way to Telegram: by the id it gave them where there is one, else their
 * content. An id it refuses is forgotten and the content follows.
 */
@Component
class KnownFiles {

	private static final Logger log = LoggerFactory.getLogger(KnownFiles.class);

	/** A store that cannot give a file for so long will not give it later either. */
	private static final Duration STORE_RETURNS = Duration.ofMinutes(1);

	private final FileIds ids;

	private final MediaStore media;

	KnownFiles(FileIds ids, MediaStore media) {
		this.ids = ids;
		this.media = media;
	}

	/**
	 * Sends a file one way or the other.
	 * @throws IOException when its content cannot be given
	 */
	<R> Answer<R> send(OutgoingFile file, FileIds.Kind kind, Function<String, Answer<R>> byId, Upload<R> upload)
			throws IOException {
		Optional<String> id = this.ids.of(file, kind);
		if (id.isPresent()) {
			Answer<R> answer = byId.apply(id.get());
			if (!isAboutTheFile(answer)) {
				return answer;
			}
			this.ids.forget(file, kind);
		}
		return upload.send(file);
	}

	/** The id when there is one, else the bytes; for several files in one call. */
	Object idOrBytes(OutgoingFile file, FileIds.Kind kind) throws IOException {
		Optional<String> id = this.ids.of(file, kind);
		return id.isPresent() ? id.get() : file.read();
	}

	/** Whether Telegram or the store has it; a store that cannot say counts as yes. */
	boolean isThere(MediaRef picture) {
		return this.ids.of(new StoredPicture(picture, this.media), FileIds.Kind.PHOTO).isPresent() || isStored(picture);
	}

	private boolean isStored(MediaRef file) {
		try {
			boolean there = this.media.holds(file);
			if (!there) {
				log.atError().addKeyValue("file", file.key()).log("A picture is not in the store");
			}
			return there;
		}
		catch (IOException ex) {
			return true;
		}
	}

	void forget(OutgoingFile file, FileIds.Kind kind) {
		this.ids.forget(file, kind);
	}

	/** It would be taken by another id, as something else, or never. */
	static boolean isAboutTheFile(Answer<?> answer) {
		return answer instanceof Answer.Refused<?> no && (no.why() == Refusal.FILE_ID || no.why() == Refusal.FILE);
	}

	/** The words differ, so what nobody knows may be about the file, too. */
	static boolean mayBeAboutTheFile(Answer<?> answer) {
		return isAboutTheFile(answer) || answer instanceof Answer.Refused<?> no && no.why() == Refusal.OTHER;
	}

	/**
	 * A store that cannot give a file somebody was promised is waited for, unless the
	 * file is gone or that took long enough.
	 * @param troubled for how long it did not come
	 */
	static boolean mayStillCome(IOException why, Duration troubled) {
		return !(why instanceof MissingMedia) && troubled.compareTo(STORE_RETURNS) < 0;
	}

	/** For a file that {@linkplain #mayStillCome may still come}. */
	static Outcome later(IOException why) {
		return new Outcome.Lost("a file cannot be read: " + why.getMessage(), true);
	}

	/** The id Telegram gave to a picture, as which it took it. */
	static Outcome.@Nullable FileId pictureOf(@Nullable Message message, OutgoingFile file) {
		return (message != null && message.document() != null && file.lasts()) ? documentOf(message, file)
				: photoOf(message, file);
	}

	/** The id Telegram gave to the photo in a message. */
	static Outcome.@Nullable FileId photoOf(@Nullable Message message, OutgoingFile file) {
		if (message == null || message.photo() == null || message.photo().length == 0 || !file.lasts()) {
			return null;
		}
		PhotoSize largest = Arrays.stream(message.photo()).max(Comparator.comparingInt(PhotoSize::width)).orElseThrow();
		return Outcome.FileId.of(file, FileIds.Kind.PHOTO, largest.fileId());
	}

	/** The id Telegram gave to the document in a message. */
	static Outcome.@Nullable FileId documentOf(@Nullable Message message, OutgoingFile file) {
		return (message == null || message.document() == null) ? null
				: Outcome.FileId.of(file, FileIds.Kind.DOCUMENT, message.document().fileId());
	}

	/**
	 * Sends the content.
	 *
	 * @param <R> what Telegram gives
	 */
	@FunctionalInterface
	interface Upload<R> {

		Answer<R> send(OutgoingFile file) throws IOException;

	}

}
