package studio.avatar.console.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

import studio.avatar.console.ConsoleUnderTest;

/**
 * This machine's Chromium with somebody signed in to the console; a test without one is
 * skipped, in words, or fails with {@code -Dbrowser=required}. Complaints of the pages
 * (scripts that fail, files that are refused) are kept.
 */
public final class InBrowser implements AutoCloseable {

	private static final String MISSING = "No Chromium on the PATH: this browser test cannot run. "
			+ "On Debian: apt-get install chromium fonts-noto-color-emoji";

	/**
	 * The machine's own networks come and go with the containers of other tests; the page
	 * asks again.
	 */
	private static final String NETWORK_CHANGED = "net::ERR_NETWORK_CHANGED";

	/** A machine that does much else at once is slow. */
	private static final double PATIENCE_MILLIS = 20_000;

	private final Playwright playwright;

	private final Browser browser;

	private final BrowserContext window;

	private final Page page;

	private final List<String> complaints = new CopyOnWriteArrayList<>();

	private InBrowser(Path program, String console, ColorScheme colours) {
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new LaunchOptions().setExecutablePath(program)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
						"--disable-background-networking", "--disable-component-update", "--no-first-run")));
		this.window = this.browser.newContext(new NewContextOptions().setBaseURL(console)
			.setLocale("en-GB")
			.setColorScheme(colours)
			.setViewportSize(1360, 900));
		this.window.setDefaultTimeout(PATIENCE_MILLIS);
		this.page = this.window.newPage();
		this.page.onConsoleMessage((said) -> {
			if (said.type().equals("error") && !said.text().contains(NETWORK_CHANGED)) {
				this.complaints.add(said.text());
			}
		});
		this.page.onPageError(this.complaints::add);
	}

	/** A window in which somebody is signed in: viewer, operator or approver. */
	public static InBrowser as(String name, int port, ColorScheme colours) {
		Optional<Path> program = program();
		if (program.isEmpty() && "required".equals(System.getProperty("browser"))) {
			Assertions.fail(MISSING);
		}
		Assumptions.assumeTrue(program.isPresent(), MISSING);
		InBrowser browser = new InBrowser(program.orElseThrow(), "http://127.0.0.1:" + port, colours);
		browser.page.navigate("/sign-in");
		browser.page.fill("input[name=username]", name);
		browser.page.fill("input[name=password]", ConsoleUnderTest.passwordOf(name));
		browser.page.click("form button");
		browser.page.waitForURL((url) -> !url.contains("sign-in"));
		browser.complaints.clear();
		return browser;
	}

	public Page page() {
		return this.page;
	}

	/** What the pages complained about since the sign-in. */
	public List<String> complaints() {
		return this.complaints;
	}

	/** Keeps a picture of the whole page in {@code target/pictures}. */
	public void picture(String name) {
		this.page.screenshot(
				new ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")).setFullPage(true));
	}

	private static Optional<Path> program() {
		return Stream.of(System.getenv("PATH").split(":"))
			.flatMap((folder) -> Stream.of("chromium", "chromium-browser", "google-chrome")
				.map(Path.of(folder)::resolve))
			.filter(Files::isExecutable)
			.findFirst();
	}

	@Override
	public void close() {
		this.window.close();
		this.browser.close();
		this.playwright.close();
	}

}
