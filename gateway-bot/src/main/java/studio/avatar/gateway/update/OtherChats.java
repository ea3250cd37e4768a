package studio.avatar.gateway.update;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

import com.pengrad.telegrambot.request.LeaveChat;
import com.pengrad.telegrambot.response.BaseResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.messaging.Cause;
import studio.avatar.gateway.menu.MenuScreens;
import studio.avatar.gateway.person.ClosedChats;
import studio.avatar.gateway.reply.Deliveries;
import studio.avatar.gateway.reply.PressAnswers;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.BotName;
import studio.avatar.gateway.telegram.TelegramApi;

import org.springframework.stereotype.Component;

/**
 * Chats in which the bot does not work: a group that speaks to it is told where it does,
 * a channel is left. Nobody is registered by it, and no service hears of it.
 */
@Component
class OtherChats {

	/** A group is answered once in this time, however many speak to the bot. */
	private static final Duration APART = Duration.ofSeconds(10);

	/** Between two attempts. */
	private static final Duration AGAIN = Duration.ofSeconds(1);

	private static final Logger log = LoggerFactory.getLogger(OtherChats.class);

	private final BotName name;

	private final MenuScreens menu;

	private final ClosedChats closed;

	private final Deliveries deliveries;

	private final PressAnswers presses;

	private final TelegramApi telegram;

	OtherChats(BotName name, MenuScreens menu, ClosedChats closed, Deliveries deliveries, PressAnswers presses,
			TelegramApi telegram) {
		this.name = name;
		this.menu = menu;
		this.closed = closed;
		this.deliveries = deliveries;
		this.presses = presses;
		this.telegram = telegram;
	}

	/**
	 * The chat in which it has to wait for something of Telegram; empty when there is
	 * nothing to wait for.
	 */
	OptionalLong waitsIn(ReadUpdate.Elsewhere elsewhere) {
		return switch (elsewhere) {
			case ReadUpdate.InGroup spoken when this.name.userName().isEmpty() ->
				OptionalLong.of(spoken.sender().chatId());
			case ReadUpdate.InChannel(long chatId) -> OptionalLong.of(chatId);
			case ReadUpdate.InGroup spoken -> OptionalLong.empty();
			case ReadUpdate.IntoGroup let -> OptionalLong.empty();
			case ReadUpdate.StrayPress press -> OptionalLong.empty();
		};
	}

	/**
	 * Does what needs Telegram. Outside of any transaction.
	 * @return how long to wait before the next attempt; zero when it is done
	 */
	Duration prepare(ReadUpdate.Elsewhere elsewhere) {
		if (elsewhere instanceof ReadUpdate.InChannel(long chatId)) {
			return leave(chatId);
		}
		return waitsIn(elsewhere).isPresent() ? AGAIN : Duration.ZERO;
	}

	/** What cannot be left is none of ours any more. */
	private Duration leave(long chatId) {
		Answer<BaseResponse> answer = this.telegram.call(new LeaveChat(chatId));
		if (answer instanceof Answer.Done) {
			return Duration.ZERO;
		}
		log.atWarn().addKeyValue("chatId", chatId).addKeyValue("reason", answer).log("Channel not left");
		return switch (answer) {
			case Answer.Refused<BaseResponse> no when no.retryAfter() != null -> no.retryAfter();
			case Answer.Refused<BaseResponse> no -> Duration.ZERO;
			case Answer<BaseResponse> other -> AGAIN;
		};
	}

	/** Why there is nothing to do about it; empty when there is. */
	Optional<String> reasonToIgnore(ReadUpdate.Elsewhere elsewhere) {
		return (elsewhere instanceof ReadUpdate.InGroup spoken && !isForUs(spoken))
				? Optional.of("said in a group, and not to the bot") : Optional.empty();
	}

	private boolean isForUs(ReadUpdate.InGroup spoken) {
		return this.name.userName().filter((name) -> spoken.isFor(this.name.botId(), name)).isPresent();
	}

	/** Does what is to be done here. Only inside a transaction. */
	void answer(ReadUpdate.Elsewhere elsewhere, Cause cause, Instant at) {
		switch (elsewhere) {
			case ReadUpdate.InGroup spoken -> point(spoken, cause, at);
			case ReadUpdate.IntoGroup(long chatId) -> this.closed.open(chatId);
			case ReadUpdate.StrayPress(String pressId) -> this.presses.begin(pressId, cause.correlationId());
			case ReadUpdate.InChannel channel -> {
			}
		}
	}

	/**
	 * Who speaks to the bot in a group has let it in again, if it was thrown out; what
	 * was said there just before nobody has heard.
	 */
	private void point(ReadUpdate.InGroup spoken, Cause cause, Instant at) {
		long chatId = spoken.sender().chatId();
		String id = this.closed.open(chatId) ? cause.causationId()
				: "group/%d/%d".formatted(chatId, at.toEpochMilli() / APART.toMillis());
		String link = "https://t.me/" + this.name.userName().orElseThrow() + "?start=group";
		this.deliveries.add(id, chatId, this.menu.inGroup(chatId, spoken.sender().locale(), link),
				cause.correlationId());
	}

}
