package studio.avatar.console.parked;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import studio.avatar.console.page.Steps;

import static org.assertj.core.api.Assertions.assertThat;

class ParkedPicturesTests {

	private static final Instant NOW = Instant.parse("2026-11-22T18:03:05Z");

	@Test
	void someGroupsAreDrawnTogetherAndWithoutTheOthers() {
		Steps steps = Stretch.HOURS.until(NOW);
		Instant last = steps.begin(47);
		GroupName one = new GroupName("gallery/chat.gallery", "aa");
		GroupName two = new GroupName("gallery/chat.gallery", "bb");
		GroupName other = new GroupName("gateway/chat.replies", "cc");
		ParkedPictures pictures = new ParkedPictures(Stretch.HOURS, steps, Map.of(last, 111L),
				Map.of(one, Map.of(last, 1L), two, Map.of(last, 10L), other, Map.of(last, 100L)));
		assertThat(pictures.of(List.of(group(one), group(two))).sum()).isEqualTo(11);
		assertThat(pictures.all().sum()).isEqualTo(111);
	}

	private static Group group(GroupName name) {
		return new Group(name, "x", "", 1, 0, 0, 0, 0, 1, 0, 1, NOW, NOW);
	}

}
