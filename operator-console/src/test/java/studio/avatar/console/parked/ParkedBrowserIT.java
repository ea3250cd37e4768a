package studio.avatar.console.parked;

import java.util.stream.IntStream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.console.browser.InBrowser;
import studio.avatar.console.replay.ServiceStandIn;
import studio.avatar.sandbox.backing.Backing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An operator finds a group, retries it, and watches it go. */
class ParkedBrowserIT extends ParkedUnderTest {

	@Test
	void aGroupIsFoundRetriedAndWatchedUntilNothingIsOpen() throws InterruptedException {
		this.parking.because("java.lang.IllegalStateException", "<b>the row</b> " + this.parking.group().fingerprint());
		IntStream.range(0, 12).forEach((i) -> this.parking.park(i));
		await(this.parking.group(), 12);
		ServiceStandIn service = new ServiceStandIn(ServiceName.GENERATION, WIRE, Backing.shared().kafkaBrokers());
		try (service; InBrowser browser = InBrowser.as("operator", this.port, ColorScheme.LIGHT)) {
			Page page = browser.page();
			page.navigate("/parked?cause=" + this.parking.group().fingerprint());
			assertThat(page.locator("table.groups tbody tr")).hasCount(1);
			browser.picture("parked-groups");
			page.click("table.groups a");
			page.locator("form[action$='/retry'] input[name=reason]").fill("the row is back");
			page.click("text=Retry all 12, in growing batches");
			assertThat(page.locator(".notice.good")).containsText("has begun");
			assertThat(page.locator(".retry .badge")).hasText("done");
			assertThat(page.locator(".retry .batches li.good")).hasCount(4);
			browser.picture("parked-retried");
			page.reload();
			assertThat(page.locator(".tile").first()).containsText("0");
			page.click("text=Show settled ones too");
			page.locator("tbody tr a").first().click();
			assertThat(page.locator("h1 .badge")).hasText("handled");
			assertThat(page.locator("table", new Page.LocatorOptions().setHasText("the row is back"))).isVisible();
			browser.picture("parked-record");
			org.assertj.core.api.Assertions.assertThat(browser.complaints()).isEmpty();
		}
	}

	@Test
	void recordsAreTickedAndDiscardedWithAReason() {
		IntStream.range(0, 3).forEach((i) -> this.parking.park(i));
		await(this.parking.group(), 3);
		try (InBrowser browser = InBrowser.as("operator", this.port, ColorScheme.DARK)) {
			Page page = browser.page();
			page.navigate(this.parking.group().path());
			page.locator("tbody input[type=checkbox]").nth(0).check();
			page.locator("tbody input[type=checkbox]").nth(2).check();
			page.locator("#chosen input[name=reason]").fill("a test of ours");
			browser.picture("parked-chosen-dark");
			page.click("text=Discard chosen");
			assertThat(page.locator(".notice.good")).hasText("2 records were discarded.");
			assertThat(page.locator("tbody input[type=checkbox]")).hasCount(1);
		}
	}

}
