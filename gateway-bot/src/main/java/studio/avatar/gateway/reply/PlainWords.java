package studio.avatar.gateway.reply;

import java.time.Duration;

import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.response.SendResponse;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.text.Graphemes;
import studio.avatar.common.text.Texts;
import studio.avatar.gateway.person.People;
import studio.avatar.gateway.person.Person;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.TelegramApi;

import org.springframework.stereotype.Component;

/**
 * What somebody who waits is told when Telegram does not take their answer for a reason
 * nobody foresaw: its words without style, picture and buttons, and the way to the menu.
 */
@Component
class PlainWords {

	/** Leaves room below Telegram's 4096 for the sentence behind it. */
	private static final int LONGEST = 3_500;

	private final TelegramApi telegram;

	private final People people;

	private final Texts texts;

	private final ChatPace pace;

	PlainWords(TelegramApi telegram, People people, Texts texts, ChatPace pace) {
		this.telegram = telegram;
		this.people = people;
		this.texts = texts;
		this.pace = pace;
	}

	Outcome post(Delivery delivery) {
		Duration missing = this.pace.untilNewMessage(delivery.chatId());
		if (missing.isPositive()) {
			return new Outcome.TooEarly(missing);
		}
		Answer<SendResponse> answer = this.telegram.call(new SendMessage(delivery.chatId(), text(delivery)));
		return (answer instanceof Answer.Done) ? Outcome.Done.nothingToRemember() : Outcomes.notDone(answer);
	}

	private String text(Delivery delivery) {
		String language = this.people.ofChat(delivery.chatId()).map(Person::locale).orElse("en");
		return (Graphemes.shorten(words(delivery.reply()), LONGEST) + "\n\n" + this.texts.get(language, "reply.plain"))
			.strip();
	}

	/** Whether there is anything to tell. */
	static boolean fit(Reply reply) {
		return switch (reply) {
			case Reply.ShowCard show -> true;
			case Reply.UpdateCard update -> !update.progress();
			case Reply.ShowPictures pictures -> true;
			case Reply.SendFile file -> true;
			case Reply.ShowToast toast -> true;
			case Reply.RemoveCard remove -> false;
			case Reply.ShowActivity activity -> false;
			case Reply.Unrecognized newer -> false;
		};
	}

	private static String words(Reply reply) {
		return switch (reply) {
			case Reply.ShowCard show -> show.content().text().text();
			case Reply.UpdateCard update -> update.content().text().text();
			case Reply.ShowPictures pictures -> pictures.content().text().text();
			case Reply.SendFile file -> file.caption().text();
			case Reply.ShowToast toast -> toast.text();
			case Reply.RemoveCard remove -> "";
			case Reply.ShowActivity activity -> "";
			case Reply.Unrecognized newer -> "";
		};
	}

}
