package studio.avatar.gateway.telegram;

import java.util.Optional;

import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.response.GetMeResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** What the bot is called in Telegram; asked once, when somebody needs it. */
@Component
public class BotName {

	private static final Logger log = LoggerFactory.getLogger(BotName.class);

	private final TelegramApi telegram;

	private final long botId;

	private volatile @Nullable String known;

	BotName(TelegramApi telegram, TelegramSettings settings) {
		this.telegram = telegram;
		this.botId = settings.botId();
	}

	/** Telegram {@code User.id} of the bot. */
	public long botId() {
		return this.botId;
	}

	/** User name without @; empty while Telegram does not tell. */
	public Optional<String> userName() {
		String name = this.known;
		return (name != null) ? Optional.of(name) : ask();
	}

	private synchronized Optional<String> ask() {
		if (this.known == null) {
			switch (this.telegram.call(new GetMe())) {
				case Answer.Done<GetMeResponse>(GetMeResponse me) -> this.known = me.user().username();
				case Answer<GetMeResponse> other ->
					log.atWarn().addKeyValue("reason", other).log("Telegram does not tell the name of the bot");
			}
		}
		return Optional.ofNullable(this.known);
	}

}
