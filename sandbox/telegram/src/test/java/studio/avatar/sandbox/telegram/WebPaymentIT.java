package studio.avatar.sandbox.telegram;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.telegram.browser.Chromium;
import studio.avatar.sandbox.telegram.browser.OneChromium;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Paying in the web chat, in a browser against the simulator alone.
 */
@Timeout(90)
@ExtendWith(OneChromium.class)
class WebPaymentIT {

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
	void theSheetPaysAnInvoiceFromTheWalletAndSaysWhenTheBotRefuses(Chromium chromium) {
		this.bot.calls("sendInvoice",
				"{'chat_id': 7, 'title': '500 credits', 'description': 'For pictures',"
						+ "'payload': 'p', 'provider_token': '', 'currency': 'XTR', 'start_parameter': 'buy',"
						+ "'prices': [{'label': '500 credits', 'amount': 450}]}");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			Page page = window.page();
			page.getByTestId("button").click();
			assertThat(page.getByTestId("payment")).containsText("10,000");
			page.getByTestId("payment-pay").click();
			this.bot.answersCheckout("'ok': false, 'error_message': 'Sold out'");
			assertThat(page.getByTestId("verdict")).containsText("Sold out");
			page.getByTestId("payment-pay").click();
			this.bot.answersCheckout("'ok': true");
			assertThat(page.getByTestId("verdict")).containsText("450 paid");
			assertThat(page.getByTestId("payment")).containsText("9,550");
			page.getByTestId("payment-pay").click();
			assertThat(page.getByTestId("button")).hasText("✓ Paid");
			assertThat(this.bot.next("message").path("successful_payment").path("total_amount").asInt()).isEqualTo(450);
		}
	}

	@Test
	void whatTheBotSaysToASheetThatWasClosedConcernsNoOtherSheet(Chromium chromium) {
		String link = this.bot
			.calls("createInvoiceLink",
					"{'title': '90 credits', 'description': 'For pictures',"
							+ "'payload': 'p', 'provider_token': '', 'currency': 'XTR',"
							+ "'prices': [{'label': '90 credits', 'amount': 90}]}")
			.asString();
		this.bot.says(7, link);
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			Page page = window.page();
			linkTo(page, link).click();
			page.getByTestId("payment-pay").click();
			assertThat(page.getByTestId("verdict")).isVisible();
			page.getByTestId("payment-cancel").click();
			linkTo(page, link).click();
			assertThat(page.getByTestId("payment")).containsText("10,000");

			this.bot.answersCheckout("'ok': true");

			assertThat(page.getByText("90 paid")).isVisible();
			assertThat(page.getByTestId("verdict")).isHidden();
			assertThat(page.getByTestId("payment-pay")).containsText("90");
		}
	}

	@Test
	void anInvoiceBehindALinkOpensTheSameSheet(Chromium chromium) {
		String link = this.bot
			.calls("createInvoiceLink",
					"{'title': '90 credits', 'description': 'For pictures',"
							+ "'payload': 'p', 'provider_token': '', 'currency': 'XTR',"
							+ "'prices': [{'label': '90 credits', 'amount': 90}]}")
			.asString();
		this.bot.says(7, link);
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			Page page = window.page();
			linkTo(page, link).click();
			assertThat(page.getByTestId("payment")).containsText("90 credits");
			page.getByTestId("payment-pay").click();
			this.bot.answersCheckout("'ok': true");
			assertThat(page.getByTestId("verdict")).containsText("90 paid");
		}
	}

	/** In the chat: the list of chats shows the same words, and earlier. */
	private static Locator linkTo(Page page, String link) {
		return page.locator("a", new Page.LocatorOptions().setHasText(link));
	}

}
