package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogTailTests {

	@TempDir
	private Path folder;

	@Test
	void theRootCauseIsTheMostMeaningfulLine() throws IOException {
		Path log = log("""
				INFO starting
				ERROR could not start
				java.lang.IllegalStateException: wrapped
					at a.b.C.d(C.java:1)
				Caused by: java.net.ConnectException: nobody listens
					at a.b.C.e(C.java:2)
					... 12 more
				INFO stopping
				""");

		assertThat(new LogTail(log, 0).lastMeaningfulLine())
			.isEqualTo("Caused by: java.net.ConnectException: nobody listens");
	}

	@Test
	void anExplanationSaysMoreThanACause() throws IOException {
		Path log = log("""
				Caused by: java.lang.IllegalStateException: somewhere deep

				***************************
				APPLICATION FAILED TO START
				***************************

				Description:

				The token is missing.

				Action:

				Set TELEGRAM_BOT_TOKEN, else there is no bot: Error
				""");

		assertThat(new LogTail(log, 0).lastMeaningfulLine()).isEqualTo("The token is missing.");
	}

	@Test
	void whatAnEarlierStartWroteIsNotMeant() throws IOException {
		Path log = log("ERROR of yesterday\n");
		LogTail today = LogTail.from(log);

		Files.writeString(log, "fine\n", StandardOpenOption.APPEND);

		assertThat(today.lastMeaningfulLine()).isEqualTo("fine");
	}

	@Test
	void withoutTroubleTheLastLineSpeaks() throws IOException {
		assertThat(new LogTail(log("one\ntwo\n\n"), 0).lastMeaningfulLine()).isEqualTo("two");
	}

	@Test
	void aSilentProcessIsSaidToBeSilent() {
		assertThat(LogTail.from(this.folder.resolve("absent.log")).lastMeaningfulLine()).isEqualTo("it wrote nothing");
	}

	private Path log(String text) throws IOException {
		return Files.writeString(this.folder.resolve("some.log"), text);
	}

}
