package studio.avatar.gateway.update;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.ChatEvent.SentPhoto;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;
import studio.avatar.gateway.routing.Incoming.SentFile;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.Refusal;
import studio.avatar.gateway.telegram.TelegramApi;

import org.springframework.stereotype.Component;

/**
 * Takes files from Telegram into the media store, several at once. What does not come
 * through after some attempts is said, never dropped. Fetching again after a crash writes
 * the same keys.
 */
@Component
class PhotoIntake {

	/** Telegram gives bots no larger file. */
	private static final long LARGEST = 20L * 1024 * 1024;

	private static final Duration FIRST_PAUSE = Duration.ofMillis(300);

	private static final Logger log = LoggerFactory.getLogger(PhotoIntake.class);

	private final TelegramApi telegram;

	private final MediaStore media;

	/** Of all chats together. */
	private final Semaphore atOnce;

	private final IntakeSettings settings;

	private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

	private final ScheduledExecutorService clock = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("photo-intake").daemon().factory());

	PhotoIntake(TelegramApi telegram, MediaStore media, IntakeSettings settings) {
		this.telegram = telegram;
		this.media = media;
		this.atOnce = new Semaphore(settings.downloadsAtOnceOverall());
		this.settings = settings;
	}

	/**
	 * Takes all of them, and tells of each whether it came through; same order. One
	 * person's files that hang leave room for everybody else's.
	 */
	List<SentPhoto> take(long chatId, List<Wanted> files) {
		Semaphore ofThisChat = new Semaphore(this.settings.downloadsAtOnce());
		List<Future<SentPhoto>> taken = files.stream()
			.map((wanted) -> this.workers.submit(() -> takeOne(chatId, wanted, ofThisChat)))
			.toList();
		return taken.stream().map(PhotoIntake::join).toList();
	}

	private SentPhoto takeOne(long chatId, Wanted wanted, Semaphore ofThisChat) throws InterruptedException {
		if (!wanted.file().mayBePicture()) {
			return refused(wanted, SentPhoto.Refusal.NO_PICTURE);
		}
		if (wanted.file().bytes() > LARGEST) {
			return refused(wanted, SentPhoto.Refusal.TOO_LARGE);
		}
		ofThisChat.acquire();
		Future<?> end = this.clock.schedule(Thread.currentThread()::interrupt,
				this.settings.downloadTimeout().toMillis(), TimeUnit.MILLISECONDS);
		try {
			return fetch(chatId, wanted);
		}
		catch (InterruptedException ex) {
			log.atWarn().addKeyValue("updateId", wanted.updateId()).log("File takes too long");
			return refused(wanted, SentPhoto.Refusal.NOT_DELIVERED);
		}
		finally {
			end.cancel(false);
			ofThisChat.release();
		}
	}

	private SentPhoto fetch(long chatId, Wanted wanted) throws InterruptedException {
		Duration pause = FIRST_PAUSE;
		for (int attempt = 1; attempt <= this.settings.downloadAttempts(); attempt++) {
			switch (download(chatId, wanted)) {
				case Answer.Done<MediaRef>(MediaRef kept) -> {
					return new SentPhoto(wanted.file().uniqueId(), wanted.file().fileName(), kept, null);
				}
				case Answer.Refused<MediaRef> no when no.retryAfter() != null -> Thread.sleep(no.retryAfter());
				case Answer.Refused<MediaRef> no -> {
					log.atWarn()
						.addKeyValue("chatId", chatId)
						.addKeyValue("updateId", wanted.updateId())
						.addKeyValue("reason", no.words())
						.log("File refused");
					return refused(wanted, (no.why() == Refusal.FILE_TOO_BIG) ? SentPhoto.Refusal.TOO_LARGE
							: SentPhoto.Refusal.NOT_DELIVERED);
				}
				case Answer.Lost<MediaRef>(String reason, boolean reached) -> {
					log.atWarn()
						.addKeyValue("updateId", wanted.updateId())
						.addKeyValue("reason", reason)
						.log("File not fetched yet");
					Thread.sleep(pause);
					pause = pause.multipliedBy(2);
				}
			}
		}
		return refused(wanted, SentPhoto.Refusal.NOT_DELIVERED);
	}

	/**
	 * The turn among all chats is held for the attempt alone, not for the pause behind
	 * it.
	 */
	private Answer<MediaRef> download(long chatId, Wanted wanted) throws InterruptedException {
		this.atOnce.acquire();
		try {
			return this.telegram.download(wanted.file().fileId(),
					(path, content) -> keep(chatId, wanted, path, content));
		}
		finally {
			this.atOnce.release();
		}
	}

	private MediaRef keep(long chatId, Wanted wanted, String path, InputStream content) throws java.io.IOException {
		String ending = path.matches(".*\\.[A-Za-z0-9]{1,5}") ? path.substring(path.lastIndexOf('.')) : "";
		String key = "incoming/%d/%d%s".formatted(chatId, wanted.updateId(), ending);
		String type = wanted.file().contentType();
		return this.media.put(key, (type != null && !type.isBlank()) ? type : "application/octet-stream", content,
				null);
	}

	private static SentPhoto refused(Wanted wanted, SentPhoto.Refusal why) {
		return new SentPhoto(wanted.file().uniqueId(), wanted.file().fileName(), null, why);
	}

	private static SentPhoto join(Future<SentPhoto> taken) {
		try {
			return taken.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while fetching files", ex);
		}
		catch (java.util.concurrent.ExecutionException ex) {
			throw new IllegalStateException("a file could not be fetched", ex.getCause());
		}
	}

	/**
	 * A file of an update.
	 */
	record Wanted(long updateId, SentFile file) {

	}

}
