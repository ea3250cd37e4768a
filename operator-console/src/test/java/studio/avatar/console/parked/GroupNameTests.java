package studio.avatar.console.parked;

import org.junit.jupiter.api.Test;

import studio.avatar.console.page.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GroupNameTests {

	@Test
	void whatAServiceHearsCanBeSentToItAgain() {
		assertThat(new GroupName("gallery/generation.events", "00").canBeRetried()).isTrue();
	}

	@Test
	void whatItDoesNotHearAndWhatOperatorsSayCannot() {
		assertThat(new GroupName("gallery/credits.requests", "00").canBeRetried()).isFalse();
		assertThat(new GroupName("gallery/operator.commands", "00").canBeRetried()).isFalse();
		assertThat(new GroupName("console/operator.reports", "00").canBeRetried()).isFalse();
		assertThat(new GroupName("gallery/unknown", "00").canBeRetried()).isFalse();
	}

	@Test
	void anAddressThatIsNoneIsRefused() {
		assertThatThrownBy(() -> GroupName.of("gallery", "x", "{y}")).isInstanceOf(Refused.class);
		assertThat(GroupName.of("gallery", "generation.events", "00ff").path())
			.isEqualTo("/parked/groups/gallery/generation.events/00ff");
	}

}
