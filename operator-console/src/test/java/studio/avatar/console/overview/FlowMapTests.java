package studio.avatar.console.overview;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import studio.avatar.console.overview.FlowMap.Arrow;
import studio.avatar.console.overview.FlowMap.Box;

import static org.assertj.core.api.Assertions.assertThat;

class FlowMapTests {

	private final FlowMap map = FlowMap.of("all is well");

	@Test
	void everyConsumerOfTheCatalogueThatOperatorsDoNotSpeakToHasItsArrow() {
		List<String> consumers = ConsumerGroups.catalogue()
			.entrySet()
			.stream()
			.filter((consumer) -> !consumer.getValue().isOperators())
			.map((consumer) -> consumer.getKey())
			.toList();

		assertThat(heard()).extracting(Arrow::consumer).containsExactlyInAnyOrderElementsOf(consumers);
	}

	@Test
	void noTwoBoxesTouchAndAllAreWithinThePicture() {
		List<Box> boxes = new ArrayList<>(this.map.services());
		boxes.addAll(this.map.topics());

		assertThat(boxes).allSatisfy((box) -> {
			assertThat(box.x()).isPositive();
			assertThat(box.y()).isPositive();
			assertThat(box.right()).isLessThan(FlowMap.WIDTH);
			assertThat(box.y() + box.height()).isLessThan(FlowMap.HEIGHT);
			assertThat(boxes).noneMatch((other) -> other != box && touch(box, other));
		});
	}

	@Test
	void noLabelStandsUponAnother() {
		assertThat(heard()).allSatisfy((arrow) -> assertThat(heard())
			.noneMatch((other) -> other != arrow && other.hasLabelNear(arrow.tagX(), arrow.tagY())));
	}

	private List<Arrow> heard() {
		return this.map.arrows().stream().filter((arrow) -> !arrow.consumer().isEmpty()).toList();
	}

	private static boolean touch(Box one, Box other) {
		return one.x() < other.right() && other.x() < one.right() && one.y() < other.y() + other.height()
				&& other.y() < one.y() + one.height();
	}

}
