package studio.avatar.gateway.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.response.GetMeResponse;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the bot is called in Telegram: asked at the start in the background, until
 * Telegram tells it.
 */
@Component
public class BotName {

	private static final Logger log = LoggerFactory.getLogger(BotName.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

	private final TelegramApi telegram;

	private final long botId;

	private volatile @Nullable String known;

	private volatile boolean over;

	BotName(TelegramApi telegram, TelegramSettings settings) {
		this.telegram = telegram;
		this.botId = settings.botId();
	}

	/** Telegram {@code User.id} of the bot. */
	public long botId() {
		return this.botId;
	}

	/** User name without @; empty while Telegram has not told it yet. */
	public Optional<String> userName() {
		return Optional.ofNullable(this.known);
	}

	@EventListener(ApplicationReadyEvent.class)
	void askInTheBackground() {
		Thread.startVirtualThread(this::askUntilTold);
	}

	private void askUntilTold() {
		Duration pause = FIRST_PAUSE;
		while (!this.over && !isTold()) {
			LockSupport.parkNanos(pause.toNanos());
			pause = (pause.compareTo(LONGEST_PAUSE) < 0) ? pause.multipliedBy(2) : LONGEST_PAUSE;
		}
	}

	private boolean isTold() {
		Answer<GetMeResponse> answer = this.telegram.call(new GetMe());
		if (answer instanceof Answer.Done<GetMeResponse>(GetMeResponse me)) {
			this.known = me.user().username();
			return true;
		}
		log.atWarn().addKeyValue("reason", answer).log("Telegram does not tell the name of the bot yet");
		return false;
	}

	@PreDestroy
	void end() {
		this.over = true;
	}

}
