package studio.avatar.sandbox.launch.journey.operators;

import java.net.URI;
import java.nio.file.Path;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.ServiceUnit;
import studio.avatar.sandbox.telegram.browser.Chromium;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The console in a window of one person's own, used with eyes and hands only. */
final class ConsolePage {

	private static final double PATIENCE_MILLIS = 30_000;

	private final URI console;

	private final Page page;

	private ConsolePage(Chromium chromium, URI console) {
		this.console = console;
		this.page = chromium.window(new NewContextOptions().setViewportSize(1280, 900)).newPage();
		this.page.setDefaultTimeout(PATIENCE_MILLIS);
	}

	/** Signs in on the page that one is led to. */
	static ConsolePage signIn(Chromium chromium, Sandbox sandbox, String who) {
		ConsolePage signedIn = new ConsolePage(chromium, sandbox.service(ServiceUnit.CONSOLE).url());
		signedIn.opens("/events");
		signedIn.fills("Name", who);
		signedIn.fills("Password", sandbox.passwordOf(who));
		signedIn.presses("Sign in");
		signedIn.reads("Sign out");
		return signedIn;
	}

	void opens(String path) {
		this.page.navigate(this.console.resolve(path).toString());
	}

	void fills(String label, String text) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(false)).first().fill(text);
	}

	void chooses(String label, String option) {
		this.page.getByLabel(label).first().selectOption(option);
	}

	void presses(String button) {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	void follows(String link) {
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click();
	}

	void reads(String words) {
		this.page.getByText(words).filter(new Locator.FilterOptions().setVisible(true)).first().waitFor();
	}

	/** Reads that number above that word. */
	void readsTile(String number, String word) {
		Locator tile = this.page.locator(".tile").filter(new Locator.FilterOptions().setHasText(word)).first();
		assertThat(tile.locator("b")).hasText(number);
	}

	/** Waits until the replay on the page stands so. */
	void reachesState(String state) {
		this.page.locator("[data-state=" + state + "]").waitFor();
	}

	/** Address of the page without its host. */
	String path() {
		return URI.create(this.page.url()).getPath();
	}

	void photograph(String name) {
		this.page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setPath(Path.of("target", "screenshots", "operators-" + name + ".png")));
	}

}
