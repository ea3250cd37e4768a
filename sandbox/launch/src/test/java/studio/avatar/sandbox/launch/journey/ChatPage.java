package studio.avatar.sandbox.launch.journey;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import studio.avatar.sandbox.telegram.browser.Chromium;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The web chat in a headless Chromium, used with eyes and hands only. */
final class ChatPage implements AutoCloseable {

	private static final double PATIENCE_MILLIS = 120_000;

	private final Chromium chromium;

	private final Page page;

	private ChatPage(Chromium chromium) {
		this.chromium = chromium;
		this.page = chromium.window(new NewContextOptions().setViewportSize(480, 900)).newPage();
		this.page.setDefaultTimeout(PATIENCE_MILLIS);
	}

	static ChatPage open(Chromium chromium, URI chat, long person, String name) {
		ChatPage opened = new ChatPage(chromium);
		opened.page.navigate(chat + "/?person=" + person + "&name=" + name + "&lang=en");
		return opened;
	}

	void starts() {
		this.page.getByTestId("start").click();
	}

	void says(String text) {
		this.page.getByTestId("composer").fill(text);
		this.page.getByTestId("send").click();
	}

	void sendsAlbum(List<byte[]> photos) {
		FilePayload[] files = IntStream.range(0, photos.size())
			.mapToObj((photo) -> new FilePayload("portrait-" + photo + ".jpg", "image/jpeg", photos.get(photo)))
			.toArray(FilePayload[]::new);
		this.page.getByTestId("attach").setInputFiles(files);
		this.page.getByTestId("upload-send").click();
	}

	/** Presses the newest button whose label has this in it. */
	void presses(String label) {
		this.page.getByTestId("button").filter(new Locator.FilterOptions().setHasText(label)).last().click();
	}

	void reads(String fragment) {
		message(fragment).waitFor();
	}

	/**
	 * Width by height of the newest picture that stands with these words, in its own
	 * pixels.
	 */
	double seesRatio(String fragment) {
		Locator picture = message(fragment).getByTestId("photo").locator("img");
		picture.waitFor();
		assertThat(picture).hasJSProperty("complete", true);
		return ((Number) picture.evaluate("image => image.naturalWidth / image.naturalHeight")).doubleValue();
	}

	void photograph(String name) {
		this.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
	}

	private Locator message(String fragment) {
		return this.page.getByTestId("message")
			.and(this.page.locator("[data-side=bot]"))
			.filter(new Locator.FilterOptions().setHasText(fragment))
			.last();
	}

	@Override
	public void close() {
		this.chromium.close();
	}

}
