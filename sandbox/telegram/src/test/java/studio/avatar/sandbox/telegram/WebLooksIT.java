package studio.avatar.sandbox.telegram;

import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.avatar.sandbox.telegram.browser.Chromium;
import studio.avatar.sandbox.telegram.browser.OneChromium;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the web chat looks: readable, on a phone too, and honest about its connection.
 */
@Timeout(60)
@ExtendWith(OneChromium.class)
class WebLooksIT {

	/**
	 * What stands on the page with words too faint, as CSS selectors with their contrast.
	 */
	private static final String TOO_FAINT = """
			() => {
			  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
			  const mixed = (colours) => {
			    pen.clearRect(0, 0, 1, 1);
			    for (const colour of colours) {
			      pen.fillStyle = colour;
			      pen.fillRect(0, 0, 1, 1);
			    }
			    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
			  };
			  const light = (colour) => colour.map((part) => part / 255)
			    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
			    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
			  const behind = (element) => (element ? [...behind(element.parentElement),
			    getComputedStyle(element).backgroundColor] : ['white']);
			  const contrast = (element) => {
			    const back = behind(element);
			    const [one, two] = [mixed(back), mixed([...back, getComputedStyle(element).color])].map(light);
			    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
			  };
			  const words = ['.people-title', '.row-name', '.row-preview', '.row-time', '.person-row .badge', '.look-choice',
			    '.head-name', '.head-status', '.person-name', '.day span', '.theirs .words', '.mine .words', '.theirs .stamp',
			    '.mine .stamp', '.words a', '.mine .command', '.words code', '.words blockquote', '.pre-head', '.key',
			    '.key-primary', '.key-danger', '.key-success', '.document-size', '.invoice-about', '.empty p', '.big'];
			  return words.flatMap((selector) => {
			    const found = [...document.querySelectorAll(`#people ${selector}, .pane ${selector}`)];
			    return found.length === 0 ? [`${selector} is not there`]
			      : found.filter((element) => contrast(element) < 4.5).map((element) => `${selector} ${contrast(element)}`);
			  });
			}""";

	/** What is wider than the window, or too small for a thumb. */
	private static final String UNFIT = """
			() => {
			  const shown = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility()
			    && !element.closest('.people, .skips') && getComputedStyle(element).position !== 'fixed');
			  const wide = shown.filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5
			    || element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'auto');
			  const buttons = shown.filter((element) => element.matches('button, select, input:not([type=checkbox])')
			    && !element.matches('.command, .pre-copy'));
			  const small = buttons.filter((element) => {
			    const { width, height } = element.getBoundingClientRect();
			    return width < 44 || height < 44;
			  });
			  const name = (element) => `${element.tagName} ${element.className || element.id}`;
			  return [...wide.map((element) => `wide: ${name(element)}`), ...small.map((element) => `small: ${name(element)}`)];
			}""";

	@TempDir
	Path folder;

	private TelegramSimulator telegram;

	private BotClient bot;

	@BeforeEach
	void start() {
		this.telegram = start(0);
		this.bot = new BotClient(this.telegram);
	}

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void everyWordIsReadable(String look, Chromium chromium) {
		fillAChat();
		this.telegram.person(8, "Bob", "en");
		this.bot.result("sendMessage", "{'chat_id': 8, 'text': 'unread'}");
		this.telegram.person(9, "Empty", "en");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7,9")) {
			choose(window.page(), look);
			assertThat(window.page().getByTestId("document")).isVisible();
			assertThat(window.chatOf(9).getByTestId("start")).isVisible();
			assertThat(window.rowOf(8).locator(".badge")).isVisible();
			assertThat((List<?>) window.evaluate(TOO_FAINT)).isEmpty();
		}
	}

	@Test
	void theChosenColoursAreRememberedAndHoldForEveryTab(Chromium chromium) {
		this.telegram.person(7, "Ann", "en");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			choose(window.page(), "dark");
			Page other = window.tab();
			other.waitForFunction("() => getComputedStyle(document.documentElement).colorScheme === 'dark'");
			choose(other, "light");
			window.page().waitForFunction("() => getComputedStyle(document.documentElement).colorScheme === 'light'");
		}
	}

	@Test
	void aNarrowPhoneShowsEverythingWithoutScrollingSideways(Chromium chromium) {
		fillAChat();
		try (ChatWindow window = ChatWindow.phone(chromium, this.telegram, "?person=7")) {
			Page page = window.page();
			assertThat(page.getByTestId("document")).isVisible();
			assertThat((List<?>) window.evaluate(UNFIT)).as("the chat").isEmpty();
			page.getByTestId("button").last().click();
			assertThat(page.getByTestId("payment")).containsText("10,000");
			assertThat((List<?>) window.evaluate(UNFIT)).as("the payment").isEmpty();
			page.getByTestId("payment-cancel").click();
			page.getByTestId("person").click();
			page.getByTestId("person-edit").click();
			assertThat(page.getByTestId("wallet")).isVisible();
			assertThat((List<?>) window.evaluate(UNFIT)).as("the person").isEmpty();
			window.keys("Escape");
			page.getByTestId("to-people").click();
			assertThat(window.rowOf(7)).isVisible();
		}
	}

	@Test
	void aLostConnectionIsSaidAndWhatHappenedMeanwhileComes(Chromium chromium) {
		this.telegram.person(7, "Ann", "en");
		this.bot.result("sendMessage", "{'chat_id': 7, 'text': 'before'}");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			Page page = window.page();
			assertThat(page.getByTestId("message")).hasCount(1);
			this.telegram.close();
			assertThat(page.getByTestId("lost")).isVisible();
			page.getByTestId("composer").fill("not lost");
			page.getByTestId("send").click();
			assertThat(page.getByTestId("toast").first()).containsText("there is no connection");
			assertThat(page.getByTestId("composer")).hasValue("not lost");
			this.telegram = start(this.telegram.url().getPort());
			this.bot = new BotClient(this.telegram);
			this.bot.result("sendMessage", "{'chat_id': 7, 'text': 'meanwhile'}");
			assertThat(page.getByTestId("message")).hasCount(2);
			assertThat(page.getByTestId("lost")).isHidden();
		}
	}

	private TelegramSimulator start(int port) {
		return TelegramSimulator
			.start(new TelegramSimulator.Settings(port, "12345:sandbox", "Avatar Studio", this.folder));
	}

	private static void choose(Page page, String look) {
		page.locator("input[name=look][value=" + look + "]").check();
	}

	/** Something of everything, words without an end among it. */
	private void fillAChat() {
		SimulatedPerson ann = this.telegram.person(7, "Ann", "en");
		ann.sends("/start " + "Donaudampfschiff".repeat(12));
		this.bot.result("sendMessage", "{'chat_id': 7, 'text': 'code link quote block', 'entities': ["
				+ "{'type': 'code', 'offset': 0, 'length': 4},"
				+ "{'type': 'text_link', 'offset': 5, 'length': 4, 'url': 'https://example.org'},"
				+ "{'type': 'blockquote', 'offset': 10, 'length': 5}," + "{'type': 'pre', 'offset': 16, 'length': 5}],"
				+ "'reply_markup': {'inline_keyboard': [[{'text': '" + "Label".repeat(20) + "', 'callback_data': 'a'},"
				+ "{'text': 'B', 'callback_data': 'b', 'style': 'primary'},"
				+ "{'text': 'C', 'callback_data': 'c', 'style': 'danger'},"
				+ "{'text': 'D', 'callback_data': 'd', 'style': 'success'}]]}}");
		ann.sendsAlbum(List.of(Pictures.jpeg(300, 200), Pictures.jpeg(200, 300)));
		ann.sendsDocument("a".repeat(80) + ".zip", "application/zip", new byte[2000]);
		this.bot.result("sendInvoice",
				"{'chat_id': 7, 'title': '500 credits', 'description': 'For pictures',"
						+ "'payload': 'p', 'provider_token': '', 'currency': 'XTR', 'start_parameter': 'buy',"
						+ "'prices': [{'label': '500 credits', 'amount': 450}]}");
	}

}
