package studio.avatar.gateway.reply;

import java.io.IOException;
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
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.Refusal;

import org.springframework.stereotype.Component;

/**
 * Files on their way to Telegram: by the id it gave them where there is one, else their
 * bytes. An id it refuses is forgotten and the bytes follow.
 */
@Component
class KnownFiles {

	private static final Logger log = LoggerFactory.getLogger(KnownFiles.class);

	private final FileIds ids;

	private final MediaStore media;

	KnownFiles(FileIds ids, MediaStore media) {
		this.ids = ids;
		this.media = media;
	}

	/**
	 * Sends a file one way or the other.
	 * @throws IOException when the store cannot give it
	 */
	<R> Answer<R> send(MediaRef file, FileIds.Kind kind, Function<String, Answer<R>> byId,
			Function<byte[], Answer<R>> byBytes) throws IOException {
		Optional<String> id = this.ids.of(file.sha256(), kind);
		if (id.isPresent()) {
			Answer<R> answer = byId.apply(id.get());
			if (!isAboutTheFile(answer)) {
				return answer;
			}
			this.ids.forget(file.sha256(), kind);
		}
		return byBytes.apply(this.media.read(file));
	}

	/** The id when there is one, else the bytes; for several files in one call. */
	Object idOrBytes(MediaRef file, FileIds.Kind kind) throws IOException {
		Optional<String> id = this.ids.of(file.sha256(), kind);
		return id.isPresent() ? id.get() : this.media.read(file);
	}

	/**
	 * What the file holds.
	 * @throws IOException when the store cannot give it
	 */
	byte[] bytes(MediaRef file) throws IOException {
		return this.media.read(file);
	}

	/** Whether the store has it; a store that cannot say counts as yes. */
	boolean isThere(MediaRef file) {
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

	void forget(MediaRef file, FileIds.Kind kind) {
		this.ids.forget(file.sha256(), kind);
	}

	/** The words differ, so any refusal that is about nothing else counts. */
	static boolean isAboutTheFile(Answer<?> answer) {
		return answer instanceof Answer.Refused<?> no && (no.why() == Refusal.FILE_ID || no.why() == Refusal.OTHER);
	}

	/** The id Telegram gave to the photo in a message. */
	static Outcome.@Nullable FileId photoOf(@Nullable Message message, MediaRef file) {
		if (message == null || message.photo() == null || message.photo().length == 0) {
			return null;
		}
		PhotoSize largest = Arrays.stream(message.photo()).max(Comparator.comparingInt(PhotoSize::width)).orElseThrow();
		return new Outcome.FileId(file.sha256(), FileIds.Kind.PHOTO, largest.fileId());
	}

	/** How the file is called towards Telegram: the last part of its key. */
	static String nameOf(MediaRef file) {
		return file.key().substring(file.key().lastIndexOf('/') + 1);
	}

}
