package studio.avatar.sandbox.telegram;

import java.util.List;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import studio.avatar.sandbox.telegram.browser.Chromium;

/**
 * The web chat in a window of a browser.
 */
final class ChatWindow implements AutoCloseable {

	private final BrowserContext browser;

	private final String address;

	private final Page page;

	private ChatWindow(BrowserContext browser, String address) {
		this.browser = browser;
		this.address = address;
		this.page = browser.newPage();
	}

	/** A window for chats beside each other. */
	static ChatWindow wide(Chromium chromium, TelegramSimulator telegram, String query) {
		return of(chromium, telegram, query, new NewContextOptions().setViewportSize(1280, 800));
	}

	/** A phone, of the narrow kind. */
	static ChatWindow phone(Chromium chromium, TelegramSimulator telegram, String query) {
		return of(chromium, telegram, query,
				new NewContextOptions().setViewportSize(360, 740).setHasTouch(true).setIsMobile(true));
	}

	private static ChatWindow of(Chromium chromium, TelegramSimulator telegram, String query,
			NewContextOptions options) {
		return new ChatWindow(chromium.window(options), telegram.url() + "/" + query).open();
	}

	/** A window in which the first request for each of these files is cut off. */
	static ChatWindow cutOff(Chromium chromium, TelegramSimulator telegram, String query, String... files) {
		ChatWindow window = new ChatWindow(chromium.window(new NewContextOptions()), telegram.url() + "/" + query);
		List.of(files)
			.forEach((file) -> window.browser.route("**/" + file, (request) -> request.abort("connectionreset"),
					new BrowserContext.RouteOptions().setTimes(1)));
		return window.open();
	}

	private ChatWindow open() {
		this.page.navigate(this.address);
		return this;
	}

	Page page() {
		return this.page;
	}

	/** Another tab of the same browser. */
	Page tab() {
		Page tab = this.browser.newPage();
		tab.navigate(this.address);
		return tab;
	}

	Locator chatOf(long person) {
		return this.page.locator("[data-person='" + person + "'].pane");
	}

	Locator rowOf(long person) {
		return this.page.locator("[data-person='" + person + "'].person-row");
	}

	/** Presses keys one after the other, each at what has the focus then. */
	void keys(String... keys) {
		List.of(keys).forEach(this.page.keyboard()::press);
	}

	Object evaluate(String script) {
		return this.page.evaluate(script);
	}

	@Override
	public void close() {
		this.browser.close();
	}

}
