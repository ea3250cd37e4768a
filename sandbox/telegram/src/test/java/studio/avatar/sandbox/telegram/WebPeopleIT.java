package studio.avatar.sandbox.telegram;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.telegram.browser.Chromium;
import studio.avatar.sandbox.telegram.browser.OneChromium;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several people at once in the web chat, in a browser against the simulator alone.
 */
@Timeout(90)
@ExtendWith(OneChromium.class)
class WebPeopleIT {

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final TalkingBot bot = new TalkingBot(this.telegram);

	@BeforeEach
	void meet() {
		this.telegram.person(7, "Ann", "en");
	}

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void twoPeopleBesideEachOtherSeeOnlyTheirOwn(Chromium chromium) {
		this.telegram.person(8, "Борис", "ru");
		this.bot.says(7, "for Ann");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7,8")) {
			this.bot.says(8, "for Boris");
			window.chatOf(7).getByTestId("composer").fill("from Ann");
			window.chatOf(7).getByTestId("send").click();
			assertThat(window.chatOf(7).getByTestId("message-text")).hasText(new String[] { "for Ann", "from Ann" });
			assertThat(window.chatOf(8).getByTestId("message-text")).hasText(new String[] { "for Boris" });
			assertThat(window.chatOf(8).getByTestId("status")).hasText("бот");
			assertThat(this.bot.next("message").path("from").path("id").asLong()).isEqualTo(7);
		}
	}

	@Test
	void whoIsNotLookedAtHasACountUntilTheirChatIsOpenedInAnyTab(Chromium chromium) {
		this.telegram.person(8, "Bob", "en");
		this.bot.says(7, "hello");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			this.bot.says(8, "one");
			this.bot.says(8, "two");
			assertThat(window.rowOf(8).locator(".badge")).hasText("2");
			Page tab = window.tab();
			tab.locator("[data-person='8'].person-row").click();
			assertThat(window.rowOf(8).locator(".badge")).isHidden();
			assertThat(window.rowOf(7).locator(".badge")).isHidden();
			tab.close();
			this.bot.says(8, "three");
			assertThat(window.rowOf(8).locator(".badge")).hasText("1");
		}
	}

	@Test
	void aNewPersonIsMadeInTheListAndHasAChatOfTheirOwn(Chromium chromium) {
		this.bot.says(7, "for Ann");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			window.page().getByTestId("person-add").click();
			window.page().getByTestId("person-first-name").fill("Вера");
			window.page().getByTestId("person-language").selectOption("ru");
			window.page().getByTestId("person-save").click();
			window.page().getByTestId("start").click();
			JsonNode start = this.bot.next("message");
			assertThat(start.path("from").path("first_name").asString()).isEqualTo("Вера");
			assertThat(start.path("from").path("language_code").asString()).isEqualTo("ru");
			assertThat(window.page().getByTestId("message-text")).hasText(new String[] { "/start" });
		}
	}

}
