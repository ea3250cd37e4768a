package studio.avatar.sandbox.telegram.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Chromium of this machine, without a window; nothing is downloaded.
 */
public final class Chromium implements AutoCloseable {

	private static final String HOW_TO_GET_IT = "There is no Chromium on the PATH: the browser tests cannot run. "
			+ "On Debian: apt-get install chromium fonts-noto-color-emoji";

	private final Playwright playwright;

	private final Browser browser;

	/** A machine that does much else at once is slow. */
	private static final double PATIENCE_MILLIS = 20_000;

	private Chromium(Path program) {
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new LaunchOptions().setExecutablePath(program)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
						"--disable-background-networking", "--disable-component-update", "--no-first-run")));
	}

	/**
	 * Starts it. Where none is installed the test is skipped, in words, or fails with
	 * {@code -Dbrowser=required}.
	 */
	public static Chromium orSkip() {
		Optional<Path> program = program();
		if (program.isEmpty()) {
			System.out.println(HOW_TO_GET_IT);
			assertThat(System.getProperty("browser")).as(HOW_TO_GET_IT).isNotEqualTo("required");
		}
		Assumptions.assumeTrue(program.isPresent(), HOW_TO_GET_IT);
		return new Chromium(program.orElseThrow());
	}

	private static Optional<Path> program() {
		return Stream.of(System.getenv("PATH").split(":"))
			.flatMap((folder) -> Stream.of("chromium", "chromium-browser", "google-chrome")
				.map(Path.of(folder)::resolve))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * A window of somebody's own: it remembers nothing of other windows.
	 */
	public BrowserContext window(NewContextOptions options) {
		BrowserContext window = this.browser.newContext(options.setLocale("en-GB"));
		window.setDefaultTimeout(PATIENCE_MILLIS);
		return window;
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
