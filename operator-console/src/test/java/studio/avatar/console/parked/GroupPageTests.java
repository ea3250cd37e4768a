package studio.avatar.console.parked;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GroupPageTests {

	@Test
	void aGroupTooManyMeansThatThereIsANextPage() {
		GroupPage page = GroupPage.of(groups(ParkedGroups.PAGE + 1), 400);
		assertThat(page.groups()).hasSize(ParkedGroups.PAGE);
		assertThat(page.next()).isEqualTo(600);
	}

	@Test
	void aPageThatIsJustFullIsTheLast() {
		assertThat(GroupPage.of(groups(ParkedGroups.PAGE), 0).next()).isNull();
	}

	private static List<Group> groups(int count) {
		return IntStream.range(0, count)
			.mapToObj((number) -> new Group(new GroupName("gallery/chat.gallery", "ab" + number), "x", "", 1, 0, 0, 0,
					0, 1, 0, 1, Instant.EPOCH, Instant.EPOCH))
			.toList();
	}

}
