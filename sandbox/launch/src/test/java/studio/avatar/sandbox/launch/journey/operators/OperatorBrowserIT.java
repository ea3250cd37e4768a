package studio.avatar.sandbox.launch.journey.operators;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.journey.Conversation;
import studio.avatar.sandbox.launch.journey.OneSandbox;
import studio.avatar.sandbox.launch.journey.Steps;
import studio.avatar.sandbox.launch.journey.operators.LedReplay.Wish;
import studio.avatar.sandbox.launch.operators.Console;
import studio.avatar.sandbox.telegram.browser.Chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A picture was ordered while its consumer was paused, so that a replay of the order
 * would cost credits, and an approver has to agree.
 */
@ExtendWith(OneSandbox.class)
class OperatorBrowserIT {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final String CONSUMER = "generation/chat.generation";

	@Test
	void anOrderIsFoundPlannedPreviewedApprovedAndRunInTheBrowserAndTheAuditTellsAllOfIt(Sandbox sandbox) {
		Conversation chat = Greta.chat(sandbox);
		long pictures = chat.messages("Seed");
		int requests = sandbox.fal().requests().size();
		try (Chromium chromium = Chromium.orSkip()) {
			ConsolePage operator = ConsolePage.signIn(chromium, sandbox, Console.OPERATOR);
			orderInVain(sandbox, chat);
			plans(operator);
			previews(operator);
			asks(operator);

			approves(ConsolePage.signIn(chromium, sandbox, Console.APPROVER), operator.path());

			operator.opens(operator.path());
			operator.reachesState("COMPLETED");
			operator.photograph("8-completed");
			await().atMost(PATIENCE).until(() -> chat.messages("Seed") > pictures);
			readsAudit(operator);
		}
		release(sandbox);
		World.atRest(sandbox);
		assertThat(sandbox.fal().requests()).hasSize(requests + 1);
		assertThat(chat.messages("Seed")).isEqualTo(pictures + 1);
	}

	@AfterEach
	void release(Sandbox sandbox) {
		Brakes.release(sandbox, CONSUMER);
	}

	/** Everything but the last press is answered. */
	private static void orderInVain(Sandbox sandbox, Conversation chat) {
		Console console = Console.of(sandbox, Console.OPERATOR);
		Wish hers = new Wish(CONSUMER, "redeliver", Map.of("chat", Long.toString(Greta.ID)));
		long before = hers.count(console);
		chat.says("/avatars");
		Steps.describe(chat, "feeding gulls at the harbour");
		chat.presses("9:16");
		chat.reads("feeding gulls");
		Brakes.pause(sandbox, CONSUMER);
		chat.presses("✅ Create");
		hers.awaitArchived(console, before + 4);
	}

	private static void plans(ConsolePage operator) {
		operator.opens("/events?topic=chat.generation&key=" + Greta.ID);
		operator.photograph("1-events");
		operator.follows("Plan a replay of these");
		operator.chooses("Consumer", CONSUMER);
		operator.presses("Count");
		operator.reads("records would be replayed.");
		operator.fills("Reason", "Greta's order was never answered");
		operator.photograph("2-plan");
		operator.presses("Freeze the plan");
		operator.reachesState("PLANNED");
		operator.photograph("3-planned");
	}

	private static void previews(ConsolePage operator) {
		operator.presses("Preview");
		operator.reachesState("PREVIEWED");
		operator.reads("would be handled");
		operator.readsTile("5", "credits held");
		operator.photograph("4-previewed");
	}

	private static void asks(ConsolePage operator) {
		operator.fills("Reason", "she waits for her picture");
		operator.presses("Run");
		operator.reachesState("AWAITING_APPROVAL");
		operator.reads("somebody else has to look");
		operator.photograph("5-asked");
	}

	private static void approves(ConsolePage approver, String replay) {
		approver.opens(replay);
		approver.reads("it would hold 5 credits");
		approver.photograph("6-to-approve");
		approver.presses("Approve and run");
		approver.reachesState("COMPLETED");
		approver.photograph("7-approved");
	}

	private static void readsAudit(ConsolePage operator) {
		operator.follows("audit");
		List.of("replay planned", "replay preview started", "replay approval asked for", "replay approved",
				"replay completed")
			.forEach(operator::reads);
		operator.photograph("9-audit");
	}

}
