package studio.avatar.console.overview;

import java.time.Instant;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Topic;
import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.browser.InBrowser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An operator looks at how everything is, and pulls a brake. */
class OverviewBrowserIT extends ConsoleUnderTest {

	private static final String CONSUMER = "gallery/training.events";

	@BeforeEach
	@AfterEach
	void nobodyIsPaused() {
		this.database.sql("delete from brake_order").update();
		this.database.sql("delete from seen_instance").update();
	}

	@Test
	void theOverviewRefreshesItselfAndFitsATelephone() {
		seen(false);
		try (InBrowser viewer = InBrowser.as("viewer", this.port, ColorScheme.DARK)) {
			Page page = viewer.page();
			page.navigate("/");
			assertThat(page.locator(".map .service:has-text('gallery')")).containsText("1 instance");
			viewer.picture("overview");
			String before = page.locator(".headline small").textContent();

			assertThat(page.locator(".headline small")).not().hasText(before);

			page.setViewportSize(390, 844);
			viewer.picture("overview-narrow");
			assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
			page.navigate("/consumers");
			viewer.picture("consumers-narrow");
			assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
			assertThat(viewer.complaints()).isEmpty();
		}
	}

	@Test
	void anOperatorPausesAConsumerAndSeesItConfirmed() {
		seen(false);
		try (InBrowser operator = InBrowser.as("operator", this.port, ColorScheme.LIGHT)) {
			Page page = operator.page();
			page.navigate("/consumers/" + CONSUMER);
			page.fill("input[name=reason]", "bad deploy");
			page.click("button:has-text('Pause')");
			Locator row = page.locator("tr:has-text('" + CONSUMER + "')");
			assertThat(row).containsText("pause asked, not yet confirmed");

			seen(true);

			assertThat(row.locator(".brake .badge")).hasText("paused");
			assertThat(row).containsText("by operator");
			operator.picture("consumers");
			row.locator("button:has-text('Resume')").click();
			assertThat(row).containsText("resume asked, not yet confirmed");
			assertThat(operator.complaints()).isEmpty();
		}
	}

	private static void seen(boolean paused) {
		Instant now = Instant.now();
		WIRE.publish(Topic.OPERATOR_REPORTS, 1,
				Reports.of("gallery", "one", now.minusSeconds(300), now, Reports.reading(CONSUMER, paused, 5)));
	}

}
