package studio.avatar.gateway.menu;

import java.util.List;

import com.pengrad.telegrambot.model.BotCommand;
import com.pengrad.telegrambot.request.SetMyCommands;
import com.pengrad.telegrambot.response.BaseResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.text.Texts;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.TelegramApi;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The commands Telegram offers behind the slash, told once at every start, in each
 * language; English also to those whose language we do not speak.
 */
@Component
class CommandMenu {

	private static final List<String> COMMANDS = List.of("menu", "create", "avatars", "gallery", "balance", "help",
			"cancel");

	private static final Logger log = LoggerFactory.getLogger(CommandMenu.class);

	private final TelegramApi telegram;

	private final Texts texts;

	CommandMenu(TelegramApi telegram, Texts texts) {
		this.telegram = telegram;
		this.texts = texts;
	}

	@EventListener(ApplicationReadyEvent.class)
	void tellInTheBackground() {
		Thread.startVirtualThread(() -> {
			tell(commands("en"));
			Texts.LANGUAGES.forEach((language) -> tell(commands(language).languageCode(language)));
		});
	}

	private void tell(SetMyCommands commands) {
		Answer<BaseResponse> answer = this.telegram.call(commands);
		if (!(answer instanceof Answer.Done)) {
			log.atWarn().addKeyValue("reason", answer).log("Commands not set until the next start");
		}
	}

	private SetMyCommands commands(String language) {
		return new SetMyCommands(COMMANDS.stream()
			.map((command) -> new BotCommand(command, this.texts.get(language, "command." + command)))
			.toArray(BotCommand[]::new));
	}

}
