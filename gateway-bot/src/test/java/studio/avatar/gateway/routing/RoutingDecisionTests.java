package studio.avatar.gateway.routing;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import studio.avatar.common.contract.Expectation.Kind;
import studio.avatar.common.contract.Topic;
import studio.avatar.gateway.expectation.WaitingFor;

import static org.assertj.core.api.Assertions.assertThat;

class RoutingDecisionTests {

	private static final WaitingFor NAME = new WaitingFor("training:name:7", Set.of(Kind.TEXT));

	private static final WaitingFor PHOTOS = new WaitingFor("training:photos:7", Set.of(Kind.PHOTO));

	private static final Incoming TEXT = new Incoming.Text(5L, "Bella");

	private static final Incoming VOICE = new Incoming.Unsupported(5L, Incoming.Unread.VOICE);

	private static final Incoming EDITED = new Incoming.Edited(5L);

	private static final Incoming PHOTO = new Incoming.Photo(5L, new Incoming.SentFile("id", "unique", null, null, 9),
			"", null);

	@ParameterizedTest
	@CsvSource({ "training:new, CHAT_TRAINING", "generation:menu, CHAT_GENERATION", "gallery:open, CHAT_GALLERY" })
	void aButtonGoesToTheDomainItBeginsWith(String action, Topic topic) {
		assertThat(RoutingDecision.of(press(action), null)).isEqualTo(new RoutingDecision.ToDomain(topic));
	}

	@ParameterizedTest
	@ValueSource(strings = { "menu:gone", "nobody:7", "", ":", "TRAINING:new", "\u202Emenu:main" })
	void aButtonOfNobodyIsStale(String action) {
		assertThat(RoutingDecision.of(press(action), null)).isEqualTo(new RoutingDecision.Show(Screen.STALE_BUTTON));
	}

	@ParameterizedTest
	@CsvSource({ "create, CHAT_GENERATION", "avatars, CHAT_TRAINING", "gallery, CHAT_GALLERY" })
	void aCommandGoesToItsDomain(String command, Topic topic) {
		assertThat(RoutingDecision.of(command(command), null)).isEqualTo(new RoutingDecision.ToDomain(topic));
	}

	@ParameterizedTest
	@CsvSource({ "start, START", "menu, MENU", "help, HELP", "balance, BALANCE", "cancel, NOTHING_TO_CANCEL",
			"nonsense, HINT" })
	void theGatewayAnswersItsOwnCommands(String command, Screen screen) {
		assertThat(RoutingDecision.of(command(command), null)).isEqualTo(new RoutingDecision.Show(screen));
	}

	@Test
	void textAnswersWhatWasAsked() {
		assertThat(RoutingDecision.of(TEXT, NAME))
			.isEqualTo(new RoutingDecision.TextAnswer(Topic.CHAT_TRAINING, "training:name:7"));
	}

	@Test
	void photosAnswerWhatWasAsked() {
		assertThat(RoutingDecision.of(PHOTO, PHOTOS))
			.isEqualTo(new RoutingDecision.PhotoAnswer(Topic.CHAT_TRAINING, "training:photos:7"));
	}

	@Test
	void theWrongKindOfAnswerIsToldWhatIsWanted() {
		assertThat(RoutingDecision.of(PHOTO, NAME)).isEqualTo(new RoutingDecision.Show(Screen.HINT_TEXT_WANTED));
		assertThat(RoutingDecision.of(TEXT, PHOTOS)).isEqualTo(new RoutingDecision.Show(Screen.HINT_PHOTOS_WANTED));
	}

	@Test
	void nothingAskedMeansAHintForEveryKind() {
		assertThat(RoutingDecision.of(TEXT, null)).isEqualTo(new RoutingDecision.Show(Screen.HINT));
		assertThat(RoutingDecision.of(PHOTO, null)).isEqualTo(new RoutingDecision.Show(Screen.HINT));
		assertThat(RoutingDecision.of(VOICE, null)).isEqualTo(new RoutingDecision.Show(Screen.HINT));
		assertThat(RoutingDecision.of(EDITED, null)).isEqualTo(new RoutingDecision.Show(Screen.HINT));
	}

	@Test
	void aButtonOfTheAccountThatIsGoneLeadsToTheBalance() {
		assertThat(RoutingDecision.of(press("account:gone"), null))
			.isEqualTo(new RoutingDecision.Show(Screen.STALE_BALANCE));
	}

	@Test
	void whateverIsNotUnderstoodIsToldWhatIsWantedAndItIsStillWanted() {
		WaitingFor anything = new WaitingFor("training:x", Set.of(Kind.TEXT, Kind.PHOTO));

		assertThat(List.of(VOICE, EDITED, command("nonsense"))).allSatisfy((incoming) -> {
			assertThat(RoutingDecision.of(incoming, NAME)).isEqualTo(new RoutingDecision.Show(Screen.HINT_TEXT_WANTED));
			assertThat(RoutingDecision.of(incoming, PHOTOS))
				.isEqualTo(new RoutingDecision.Show(Screen.HINT_PHOTOS_WANTED));
			assertThat(RoutingDecision.of(incoming, anything))
				.isEqualTo(new RoutingDecision.Show(Screen.HINT_ANYTHING_WANTED));
			assertThat(clears(incoming, NAME)).isFalse();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "start", "menu", "cancel", "create" })
	void everyCommandThereIsClearsTheExpectation(String command) {
		assertThat(clears(command(command), NAME)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "training:new", "menu:main", "account:balance", "gone:1" })
	void everyPressClearsTheExpectation(String action) {
		assertThat(clears(press(action), NAME)).isTrue();
	}

	@Test
	void anAnswerInTextUsesTheExpectationUp() {
		assertThat(clears(TEXT, NAME)).isTrue();
	}

	@Test
	void photosAndHintsKeepTheExpectation() {
		assertThat(clears(PHOTO, PHOTOS)).isFalse();
		assertThat(clears(TEXT, PHOTOS)).isFalse();
		assertThat(clears(PHOTO, NAME)).isFalse();
	}

	private static boolean clears(Incoming incoming, WaitingFor waitingFor) {
		return RoutingDecision.clears(incoming, RoutingDecision.of(incoming, waitingFor));
	}

	private static Incoming press(String action) {
		return new Incoming.Press(5L, "press", action);
	}

	private static Incoming command(String name) {
		return new Incoming.Command(5L, name, "");
	}

}
