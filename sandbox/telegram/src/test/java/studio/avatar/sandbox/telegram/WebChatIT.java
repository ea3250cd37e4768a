package studio.avatar.sandbox.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
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
 * What people do in the web chat, done in a browser against the simulator alone.
 */
@Timeout(60)
@ExtendWith(OneChromium.class)
class WebChatIT {

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final BotClient bot = new BotClient(this.telegram);

	private final BotInbox updates = new BotInbox(this.bot);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void twoPeopleBesideEachOtherSeeOnlyTheirOwn(Chromium chromium) {
		this.telegram.person(8, "Борис", "ru");
		say(7, "for Ann");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7,8")) {
			say(8, "for Boris");
			window.chatOf(7).getByTestId("composer").fill("from Ann");
			window.chatOf(7).getByTestId("send").click();
			assertThat(window.chatOf(7).getByTestId("message-text")).hasText(new String[] { "for Ann", "from Ann" });
			assertThat(window.chatOf(8).getByTestId("message-text")).hasText(new String[] { "for Boris" });
			assertThat(window.chatOf(8).getByTestId("status")).hasText("бот");
			assertThat(this.updates.next("message").path("from").path("id").asLong()).isEqualTo(7);
		}
	}

	@Test
	void whoIsNotLookedAtHasACountUntilTheirChatIsOpenedInAnyTab(Chromium chromium) {
		this.telegram.person(8, "Bob", "en");
		say(7, "hello");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			say(8, "one");
			say(8, "two");
			assertThat(window.rowOf(8).locator(".badge")).hasText("2");
			Page tab = window.tab();
			tab.locator("[data-person='8'].person-row").click();
			assertThat(window.rowOf(8).locator(".badge")).isHidden();
			assertThat(window.rowOf(7).locator(".badge")).isHidden();
			tab.close();
			say(8, "three");
			assertThat(window.rowOf(8).locator(".badge")).hasText("1");
		}
	}

	@Test
	void aNewPersonIsMadeInTheListAndHasAChatOfTheirOwn(Chromium chromium) {
		say(7, "for Ann");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			window.page().getByTestId("person-add").click();
			window.page().getByTestId("person-first-name").fill("Вера");
			window.page().getByTestId("person-language").selectOption("ru");
			window.page().getByTestId("person-save").click();
			window.page().getByTestId("start").click();
			JsonNode start = this.updates.next("message");
			assertThat(start.path("from").path("first_name").asString()).isEqualTo("Вера");
			assertThat(start.path("from").path("language_code").asString()).isEqualTo("ru");
			assertThat(window.page().getByTestId("message-text")).hasText(new String[] { "/start" });
		}
	}

	@Test
	void aWholeConversationNeedsNoMouse(Chromium chromium) {
		this.bot.result("setMyCommands", "{'commands': [{'command': 'start', 'description': 'Begin'},"
				+ " {'command': 'menu', 'description': 'Menu'}]}");
		this.telegram.person(8, "Bob", "en");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			Page page = window.page();
			assertThat(page.getByTestId("start")).isFocused();
			window.keys("Enter");
			assertThat(this.updates.next("message").path("text").asString()).isEqualTo("/start");
			assertThat(page.getByTestId("composer")).isFocused();
			window.keys("/", "ArrowDown", "Enter");
			assertThat(this.updates.next("message").path("text").asString()).isEqualTo("/menu");
			page.keyboard().type("one");
			window.keys("Shift+Enter", "t", "w", "o", "Enter");
			assertThat(this.updates.next("message").path("text").asString()).isEqualTo("one\ntwo");
			keyboard("{'text': 'A', 'callback_data': 'a'}, {'text': 'B', 'callback_data': 'b'}");
			assertThat(page.getByTestId("button")).hasCount(2);
			window.keys("ArrowUp", "ArrowRight", "Enter");
			JsonNode press = this.updates.next("callback_query");
			assertThat(press.path("data").asString()).isEqualTo("b");
			assertThat(page.getByTestId("button").last()).hasAttribute("aria-busy", "true");
			answer(press, true);
			assertThat(page.getByTestId("alert")).isVisible();
			assertThat(page.getByTestId("button").last()).hasAttribute("aria-busy", "false");
			window.keys("Enter", "Escape");
			assertThat(page.getByTestId("composer")).isFocused();
			window.keys("Alt+ArrowDown");
			assertThat(page.getByTestId("person")).containsText("Bob");
		}
	}

	@Test
	void theFocusStaysOnAButtonWhileItsCardChanges(Chromium chromium) {
		long card = keyboard("{'text': 'A', 'callback_data': 'a'}, {'text': 'B', 'callback_data': 'b'}");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			window.page().getByTestId("button").last().focus();
			this.bot.result("editMessageText",
					"{'chat_id': 7, 'message_id': " + card + ", 'text': 'changed',"
							+ "'reply_markup': {'inline_keyboard': [[{'text': 'C', 'callback_data': 'c'},"
							+ " {'text': 'D', 'callback_data': 'd'}]]}}");
			assertThat(window.page().getByText("D", new Page.GetByTextOptions().setExact(true))).isVisible();
			assertThat(window.page().getByTestId("button").last()).isFocused();
		}
	}

	@Test
	void picturesDroppedTogetherBecomeOneAlbumThatTheViewerPagesThrough(Chromium chromium) {
		say(7, "Send photos");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			Page page = window.page();
			drop(page);
			assertThat(page.getByTestId("pick")).hasCount(3);
			page.getByTestId("caption").fill("Three drawn ones");
			page.getByTestId("upload-send").click();
			assertThat(page.getByTestId("album").getByTestId("photo")).hasCount(3);
			List<SimulatedMessage> album = this.ann.messages().stream().filter((it) -> !it.fromBot()).toList();
			assertThat(album).extracting(SimulatedMessage::mediaGroupId)
				.doesNotContainNull()
				.containsOnly(album.getFirst().mediaGroupId());
			assertThat(album.getFirst().text()).isEqualTo("Three drawn ones");
			page.getByTestId("photo").first().click();
			window.keys("ArrowRight", "End");
			assertThat(page.getByTestId("viewer-count")).hasText("3 of 3");
			window.keys("+");
			assertThat(page.getByTestId("viewer-zoom")).hasAttribute("aria-pressed", "true");
			window.keys("Escape");
			assertThat(page.getByTestId("viewer")).isHidden();
			assertThat(page.getByTestId("photo").last()).isFocused();
		}
	}

	@Test
	void whatCannotBeSentIsRefusedInWordsAndTheRestWaits(Chromium chromium) {
		say(7, "Send files");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			Page page = window.page();
			page.getByTestId("attach")
				.setInputFiles(new FilePayload[] { new FilePayload("empty.txt", "text/plain", new byte[0]),
						new FilePayload("notes.txt", "text/plain", "words".getBytes()) });
			assertThat(page.getByTestId("upload-refusal")).containsText("empty.txt is empty");
			page.getByTestId("upload-send").click();
			assertThat(page.getByTestId("document")).containsText("notes.txt");
			assertThat(this.ann.messages().getLast().documentName()).isEqualTo("notes.txt");
		}
	}

	@Test
	void theSheetPaysAnInvoiceFromTheWalletAndSaysWhenTheBotRefuses(Chromium chromium) {
		this.bot.result("sendInvoice",
				"{'chat_id': 7, 'title': '500 credits', 'description': 'For pictures',"
						+ "'payload': 'p', 'provider_token': '', 'currency': 'XTR', 'start_parameter': 'buy',"
						+ "'prices': [{'label': '500 credits', 'amount': 450}]}");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			Page page = window.page();
			page.getByTestId("button").click();
			assertThat(page.getByTestId("payment")).containsText("10,000");
			page.getByTestId("payment-pay").click();
			answerCheckout("'ok': false, 'error_message': 'Sold out'");
			assertThat(page.getByTestId("verdict")).containsText("Sold out");
			page.getByTestId("payment-pay").click();
			answerCheckout("'ok': true");
			assertThat(page.getByTestId("verdict")).containsText("450 paid");
			assertThat(page.getByTestId("payment")).containsText("9,550");
			page.getByTestId("payment-pay").click();
			assertThat(page.getByTestId("button")).hasText("✓ Paid");
			assertThat(this.updates.next("message").path("successful_payment").path("total_amount").asInt())
				.isEqualTo(450);
		}
	}

	@Test
	void anInvoiceBehindALinkOpensTheSameSheet(Chromium chromium) {
		String link = this.bot
			.result("createInvoiceLink",
					"{'title': '90 credits', 'description': 'For pictures',"
							+ "'payload': 'p', 'provider_token': '', 'currency': 'XTR',"
							+ "'prices': [{'label': '90 credits', 'amount': 90}]}")
			.asString();
		say(7, link);
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			Page page = window.page();
			page.getByText(link).last().click();
			assertThat(page.getByTestId("payment")).containsText("90 credits");
			page.getByTestId("payment-pay").click();
			answerCheckout("'ok': true");
			assertThat(page.getByTestId("verdict")).containsText("90 paid");
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

	private long say(long person, String text) {
		return this.bot.result("sendMessage", "{'chat_id': " + person + ", 'text': '" + text + "'}")
			.path("message_id")
			.asLong();
	}

	private long keyboard(String row) {
		return this.bot
			.result("sendMessage",
					"{'chat_id': 7, 'text': 'Choose', 'reply_markup': {'inline_keyboard': [[" + row + "]]}}")
			.path("message_id")
			.asLong();
	}

	private void answer(JsonNode press, boolean alert) {
		this.bot.result("answerCallbackQuery", "{'callback_query_id': '" + press.path("id").asString()
				+ "', 'text': 'Chosen', 'show_alert': " + alert + "}");
	}

	private void answerCheckout(String verdict) {
		String id = this.updates.next("pre_checkout_query").path("id").asString();
		this.bot.result("answerPreCheckoutQuery", "{'pre_checkout_query_id': '" + id + "', " + verdict + "}");
	}

	/** Three pictures, painted in the page, let go over the chat. */
	private static void drop(Page page) {
		JSHandle files = page.evaluateHandle("""
				async () => {
				  const files = new DataTransfer();
				  for (const colour of ['teal', 'coral', 'gold']) {
				    const canvas = new OffscreenCanvas(300, 400);
				    const pen = canvas.getContext('2d');
				    pen.fillStyle = colour;
				    pen.fillRect(0, 0, 300, 400);
				    const picture = await canvas.convertToBlob({ type: 'image/jpeg' });
				    files.items.add(new File([picture], `${colour}.jpg`, { type: 'image/jpeg' }));
				  }
				  return files;
				}""");
		Locator room = page.locator(".room");
		room.dispatchEvent("dragover", Map.of("dataTransfer", files));
		assertThat(page.getByTestId("drop")).isVisible();
		room.dispatchEvent("drop", Map.of("dataTransfer", files));
	}

}
