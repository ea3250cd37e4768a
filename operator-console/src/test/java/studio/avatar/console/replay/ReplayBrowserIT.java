package studio.avatar.console.replay;

import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.common.contract.ReplayEffects;
import studio.avatar.common.contract.ReplayEffects.EventCount;
import studio.avatar.common.contract.ReplayEffects.PaidCall;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.messaging.Headers;
import studio.avatar.common.testkit.Wire;
import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.browser.InBrowser;
import studio.avatar.console.replay.ServiceStandIn.Answer;
import studio.avatar.sandbox.backing.Backing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An operator and an approver lead a replay through its pages. */
class ReplayBrowserIT extends ConsoleUnderTest {

	private static final String CONSUMER = "training/chat.training";

	private static final int RECORDS = 240;

	/** A run that is not over before somebody has paused it, on whatever machine. */
	private static final String SLOW = "1";

	private static ServiceStandIn training;

	@Autowired
	private Archived archived;

	private final String chat = "chat-" + UUID.randomUUID();

	@BeforeAll
	static void aServiceThatAnswers() {
		training = new ServiceStandIn(ServiceName.TRAINING, WIRE, Backing.shared().kafkaBrokers());
	}

	@AfterAll
	static void itEnds() throws InterruptedException {
		training.close();
	}

	@Test
	void anOperatorPlansPreviewsAndAsksAndAnApproverLetsItRun() {
		this.archived.put("chat.training", this.chat, 9_000_000, RECORDS);
		training.handles(ReplayBrowserIT::answer);
		try (InBrowser operator = InBrowser.as("operator", this.port, ColorScheme.LIGHT);
				InBrowser approver = InBrowser.as("approver", this.port, ColorScheme.DARK)) {
			String replay = plan(operator);
			preview(operator);
			ask(operator);
			approve(approver, replay);
			watch(operator, approver, replay);
			assertThat(operator.complaints()).isEmpty();
			assertThat(approver.complaints()).isEmpty();
		}
	}

	/** By its item, however often it is sent: of any first part less than 5 % fail. */
	private static Answer answer(ConsumerRecord<byte[], byte[]> record) {
		long item = Long.parseLong(String.valueOf(Wire.header(record, Headers.REPLAY_ITEM)));
		return switch ((int) (item % 24)) {
			case 23 -> Answer.failing("no avatar <b>" + UUID.randomUUID() + "</b>");
			case 1, 2,
					3 ->
				Answer.with(new ReplayEffects(
						List.of(new EventCount("credits.hold", 1), new EventCount("reply.card-shown", 2)), 120, 0,
						List.of(42L, 43L + item), List.of(new PaidCall("training", 1))));
			default -> Answer.with(
					new ReplayEffects(List.of(new EventCount("reply.card-shown", 1)), 0, 0, List.of(item), List.of()));
		};
	}

	private String plan(InBrowser operator) {
		Page page = operator.page();
		page.navigate("/replay");
		page.click("text=Plan a replay");
		page.waitForURL("**/replay/new");
		page.selectOption("select[name=consumer]", CONSUMER);
		page.fill("input[name=chat]", this.chat);
		page.fill("input[name=reason]", "The bug of Sunday is mended");
		page.click("button:has-text('Count')");
		assertThat(page.locator("#estimate")).containsText(RECORDS + " records would be replayed.");
		operator.picture("replay-new");
		page.click("button:has-text('Freeze the plan')");
		assertThat(page.locator("h1")).containsText("planned");
		return page.url();
	}

	private static void preview(InBrowser operator) {
		Page page = operator.page();
		page.click("button:has-text('Preview')");
		assertThat(page.locator("h1")).containsText("previewed");
		assertThat(page.locator("#live")).containsText("3,600");
		assertThat(page.locator("#live")).containsText("would fail");
		operator.picture("replay-previewed");
	}

	private static void ask(InBrowser operator) {
		Page page = operator.page();
		page.fill("form[action$='/run'] input[name=reason]", "Sunday's people wait");
		page.fill("form[action$='/run'] input[name=rate]", SLOW);
		page.click("form[action$='/run'] button");
		assertThat(page.locator("h1")).containsText("awaiting approval");
		assertThat(page.locator("main")).containsText("You asked for it yourself");
		operator.picture("replay-asked");
	}

	private static void approve(InBrowser approver, String replay) {
		Page page = approver.page();
		page.navigate(replay);
		approver.picture("replay-to-approve");
		page.click("button:has-text('Approve and run')");
		assertThat(page.locator("h1")).containsText("running");
	}

	private static void watch(InBrowser operator, InBrowser approver, String replay) {
		Page page = operator.page();
		page.navigate(replay);
		assertThat(page.locator("#live figure.over-time")).isVisible();
		operator.picture("replay-running");
		page.click("button:has-text('Pause')");
		assertThat(page.locator("h1")).containsText("paused");
		page.click("summary:has-text('Cancel')");
		assertThat(page.locator("details.ask")).containsText("It ends for good");
		page.fill("form.rate input[name=rate]", "2000");
		page.click("form.rate button");
		page.click("button:has-text('Resume')");
		assertThat(page.locator("h1")).containsText("completed");
		assertThat(page.locator("#live")).containsText("What the run did");
		operator.picture("replay-completed");
		page.locator("select[name=result]").selectOption("FAILED");
		assertThat(page.locator("#items tbody tr").first()).containsText("no avatar");
		page.click("text=audit");
		assertThat(page.locator("main")).containsText("replay approved");
		operator.picture("replay-audit");
		approver.page().navigate("/replay");
		assertThat(approver.page().locator("#replays")).containsText("completed");
		approver.picture("replay-list");
		approver.page().navigate(replay);
		approver.page().setViewportSize(390, 800);
		approver.picture("replay-narrow");
	}

}
