package studio.avatar.sandbox.launch.journey;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.SandboxOptions;

@Tag("faults")
@Execution(ExecutionMode.CONCURRENT)
class RestartIT {

	private static final long UMA = 801;

	@Test
	void whatAPersonHasBegunIsThereAfterTheSandboxWasStoppedAndStarted(@TempDir Path folder) {
		SandboxOptions options = ChosenServers.ofItsOwn(SandboxOptions.forTests(folder));
		try (Sandbox sandbox = Sandbox.start(options)) {
			Conversation chat = new Conversation(sandbox.telegram().person(UMA, "Uma", "en"));
			chat.says("/start");
			chat.presses("🎭 My avatars");
			chat.presses("➕ New avatar");
			chat.presses("👩 Female");
			chat.reads("What is the avatar called?");
			chat.says("Uma of old");
			chat.reads("step 3 of 3");
			CheckedCalls.of(sandbox);
		}

		try (Sandbox again = Sandbox.start(options)) {
			Conversation chat = new Conversation(again.telegram().person(UMA, "Uma", "en"));
			chat.says("/avatars");
			chat.presses("▶️ Continue draft");
			chat.reads("Uma of old · step 3 of 3");
			chat.sendsAlbum(Faces.of(UMA, 10));
			chat.reads("10 accepted");
			CheckedCalls.of(again);
		}
	}

}
