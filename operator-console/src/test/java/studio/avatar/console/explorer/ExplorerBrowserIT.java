package studio.avatar.console.explorer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Headers;
import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.archive.Archive;
import studio.avatar.console.browser.InBrowser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Somebody watches a message come, looks at it and follows it. */
class ExplorerBrowserIT extends ConsoleUnderTest {

	@Autowired
	private Archive archive;

	private final String story = UUID.randomUUID().toString();

	private Instant clock = Instant.now();

	@Test
	void eventsAreWatchedPausedLookedAtAndFollowed() {
		tellOfAPicture();
		try (InBrowser browser = InBrowser.as("operator", this.port, ColorScheme.LIGHT)) {
			Page page = browser.page();
			page.navigate("/events?correlation=" + this.story);
			Locator rows = page.locator("#events tr");
			assertThat(rows).hasCount(9);
			assertThat(page.locator("#tail")).containsText("9 events");
			page.click("#watch");
			assertThat(page.locator("#tail-state")).hasText("live");
			say(Topic.CHAT_GALLERY, "gateway", "chat.button-pressed", 15_000, "{\"data\":\"gallery:open\"}");
			assertThat(rows).hasCount(10);
			page.click("#pause");
			say(Topic.CHAT_REPLIES, "gallery", "reply.card-shown", 40, "{\"text\":\"1 of 4\"}");
			assertThat(page.locator("#tail-state")).hasText("paused, 1 waiting");
			assertThat(rows).hasCount(10);
			page.click("#pause");
			assertThat(rows).hasCount(11);
			browser.picture("events-light");
			page.click("#watch");
			rows.first().locator("a").first().click();
			assertThat(page.locator("h1")).hasText("reply.card-shown");
			browser.picture("record-light");
			page.click("text=Follow this message");
			assertThat(page.locator("svg.story a.step")).hasCount(11);
			assertThat(page.locator("table.story tbody tr")).hasCount(11);
			browser.picture("story-light");
			page.locator("svg.story a.step").nth(2).click();
			assertThat(page.locator("h1")).hasText("credits.hold");
			assertThat(browser.complaints()).isEmpty();
		}
	}

	@Test
	void theSameIsThereInTheDarkAndThePictureOpensAlone() {
		tellOfAPicture();
		try (InBrowser browser = InBrowser.as("viewer", this.port, ColorScheme.DARK)) {
			Page page = browser.page();
			page.navigate("/events?correlation=" + this.story + "&text=%25%25%25");
			assertThat(page.locator(".notice.bad")).containsText("no word");
			page.navigate("/events?text=winter&correlation=" + this.story);
			assertThat(page.locator("#events tr")).hasCount(2);
			browser.picture("events-dark");
			page.navigate("/story/" + this.story);
			assertThat(page.locator("svg.story a.step")).hasCount(9);
			browser.picture("story-dark");
			page.navigate("/api/stories/" + this.story + ".svg");
			assertThat(page.locator("svg a.step")).hasCount(9);
			assertThat(browser.complaints()).isEmpty();
		}
	}

	private void tellOfAPicture() {
		say(Topic.CHAT_GENERATION, "gateway", "chat.button-pressed", 0, "{\"data\":\"generation:pay\"}");
		say(Topic.CHAT_REPLIES, "generation", "reply.card-shown", 14, "{\"text\":\"Your picture is being made\"}");
		say(Topic.CREDITS_REQUESTS, "generation", "credits.hold", 3, "{\"credits\":10}");
		say(Topic.CREDITS_EVENTS, "gateway", "credits.held", 9, "{\"credits\":10}");
		say(Topic.PROVIDER_CALLBACKS, "gateway", "provider.job-finished", 7_400, "{\"ok\":true}");
		say(Topic.GENERATION_EVENTS, "generation", "generation.completed", 320,
				"{\"prompt\":\"a winter forest\",\"seed\":4242}");
		say(Topic.CREDITS_REQUESTS, "generation", "credits.capture", 1, "{\"credits\":10}");
		say(Topic.CHAT_REPLIES, "generation", "reply.album-shown", 2, "{\"caption\":\"a winter forest\"}");
		say(Topic.CREDITS_EVENTS, "gateway", "credits.captured", 11, "{\"credits\":10}");
		await().untilAsserted(() -> assertThat(this.archive.story(this.story)).hasSize(9));
	}

	private void say(Topic topic, String source, String type, long laterMillis, String json) {
		this.clock = this.clock.plusMillis(laterMillis);
		WIRE.publishRaw(topic.topicName(), "42".getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8),
				Map.of(Headers.ID, UUID.randomUUID().toString(), Headers.TYPE, type, Headers.SOURCE, source,
						Headers.TIME, this.clock.toString(), Headers.CORRELATION_ID, this.story));
	}

}
