package studio.avatar.sandbox.telegram;

import java.time.Duration;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.telegram.browser.Chromium;
import studio.avatar.sandbox.telegram.browser.OneChromium;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A conversation in the web chat, in a browser against the simulator alone.
 */
@Timeout(90)
@ExtendWith(OneChromium.class)
class WebChatIT {

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final TalkingBot bot = new TalkingBot(this.telegram);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aWholeConversationNeedsNoMouse(Chromium chromium) {
		this.bot.calls("setMyCommands", "{'commands': [{'command': 'start', 'description': 'Begin'},"
				+ " {'command': 'menu', 'description': 'Menu'}]}");
		this.telegram.person(8, "Bob", "en");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			Page page = window.page();
			assertThat(page.getByTestId("start")).isFocused();
			window.keys("Enter");
			assertThat(this.bot.next("message").path("text").asString()).isEqualTo("/start");
			assertThat(page.getByTestId("composer")).isFocused();
			window.keys("/", "ArrowDown", "Enter");
			assertThat(this.bot.next("message").path("text").asString()).isEqualTo("/menu");
			page.keyboard().type("one");
			window.keys("Shift+Enter", "t", "w", "o", "Enter");
			assertThat(this.bot.next("message").path("text").asString()).isEqualTo("one\ntwo");
			this.bot.offers(7, "AB");
			assertThat(page.getByTestId("button")).hasCount(2);
			window.keys("ArrowUp", "ArrowRight", "Enter");
			JsonNode press = this.bot.next("callback_query");
			assertThat(press.path("data").asString()).isEqualTo("B");
			assertThat(page.getByTestId("button").last()).hasAttribute("aria-busy", "true");
			this.bot.answersWithAlert(press);
			assertThat(page.getByTestId("alert")).isVisible();
			assertThat(page.getByTestId("button").last()).hasAttribute("aria-busy", "false");
			window.keys("Enter", "Escape");
			assertThat(page.getByTestId("composer")).isFocused();
			window.keys("Alt+ArrowDown");
			assertThat(page.getByTestId("person")).containsText("Bob");
		}
	}

	@Test
	void aChatWhosePartsWereCutOffOnTheirWayOpensAllTheSame(Chromium chromium) {
		this.bot.offers(7, "AB");
		try (ChatWindow window = ChatWindow.cutOff(chromium, this.telegram, "?person=7", "pane.js", "people.css",
				"chat/people")) {
			assertThat(window.page().getByTestId("button")).hasCount(2);
		}
	}

	@Test
	void theFocusStaysOnAButtonWhileItsCardChanges(Chromium chromium) {
		long card = this.bot.offers(7, "AB");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			window.page().getByTestId("button").last().focus();
			this.bot.calls("editMessageText",
					"{'chat_id': 7, 'message_id': " + card + ", 'text': 'changed', " + TalkingBot.buttons("CD") + "}");
			assertThat(window.page().getByText("D", new Page.GetByTextOptions().setExact(true))).isVisible();
			assertThat(window.page().getByTestId("button").last()).isFocused();
		}
	}

	@Test
	void aLongChatIsDrawnFromItsEndAndGrowsWhereTheReaderLooks(Chromium chromium) {
		IntStream.rangeClosed(1, 150).forEach((number) -> this.ann.sends("message " + number));
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			Locator messages = window.page().getByTestId("message");
			assertThat(messages).hasCount(60);
			assertThat(messages.last()).isInViewport();
			window.page().getByTestId("composer").focus();
			await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
				window.keys("PageUp");
				assertThat(messages.count()).isEqualTo(150);
			});
		}
	}

}
