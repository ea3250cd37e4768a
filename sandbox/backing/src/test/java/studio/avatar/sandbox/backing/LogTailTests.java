package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

		assertThat(LogTail.lastMeaningfulLine(log)).isEqualTo("Caused by: java.net.ConnectException: nobody listens");
	}

	@Test
	void withoutTroubleTheLastLineSpeaks() throws IOException {
		assertThat(LogTail.lastMeaningfulLine(log("one\ntwo\n\n"))).isEqualTo("two");
	}

	@Test
	void aSilentProcessIsSaidToBeSilent() {
		assertThat(LogTail.lastMeaningfulLine(this.folder.resolve("absent.log"))).isEqualTo("it wrote nothing");
	}

	private Path log(String text) throws IOException {
		return Files.writeString(this.folder.resolve("some.log"), text);
	}

}
