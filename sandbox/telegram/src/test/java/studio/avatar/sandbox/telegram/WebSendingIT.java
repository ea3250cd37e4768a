package studio.avatar.sandbox.telegram;

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

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sending photos and files in the web chat, in a browser against the simulator alone.
 */
@Timeout(90)
@ExtendWith(OneChromium.class)
class WebSendingIT {

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final TalkingBot bot = new TalkingBot(this.telegram);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void picturesDroppedTogetherBecomeOneAlbumThatTheViewerPagesThrough(Chromium chromium) {
		this.bot.says(7, "Send photos");
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
		this.bot.says(7, "Send files");
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
	void whatArrivedIsNotSentAgainWhenTheRestHasToBe(Chromium chromium) {
		this.bot.says(7, "Send files");
		try (ChatWindow window = ChatWindow.wide(chromium, this.telegram, "?person=7")) {
			Page page = window.page();
			int[] requests = { 0 };
			page.route("**/documents*", (route) -> {
				if (++requests[0] == 2) {
					route.abort();
				}
				else {
					route.resume();
				}
			});
			page.getByTestId("attach")
				.setInputFiles(IntStream.rangeClosed(1, 12)
					.mapToObj((number) -> new FilePayload(number + ".txt", "text/plain", "words".getBytes()))
					.toArray(FilePayload[]::new));
			page.getByTestId("upload-send").click();
			assertThat(page.getByTestId("pick")).hasCount(2);

			page.getByTestId("upload-send").click();

			assertThat(page.getByTestId("document")).hasCount(12);
			assertThat(this.ann.messages().stream().filter((it) -> it.documentName() != null)).hasSize(12);
		}
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
