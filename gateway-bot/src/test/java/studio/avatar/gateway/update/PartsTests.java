package studio.avatar.gateway.update;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PartsTests {

	@Test
	void fewChatsShareOneCommit() {
		List<List<Intake.RawUpdate>> parts = Parts.of(LongStream.range(0, 5).mapToObj((n) -> update(n, n)).toList(), 6);

		assertThat(parts).hasSize(1);
	}

	@Test
	void manyChatsAreSpreadOverThoseWhoWorkAtTheSameTime() {
		List<List<Intake.RawUpdate>> parts = Parts.of(LongStream.range(0, 100).mapToObj((n) -> update(n, n)).toList(),
				4);

		assertThat(parts).hasSize(4).allSatisfy((part) -> assertThat(part).hasSize(25));
	}

	@Test
	void allUpdatesOfAChatStayTogetherAndInOrder() {
		List<Intake.RawUpdate> batch = LongStream.range(0, 80).mapToObj((n) -> update(n, n % 40)).toList();

		List<List<Intake.RawUpdate>> parts = Parts.of(batch, 6);

		assertThat(parts).allSatisfy((part) -> assertThat(ofChat(part, part.getFirst().order()))
			.containsExactlyElementsOf(ofChat(batch, part.getFirst().order())));
		assertThat(parts.stream().mapToInt(List::size).sum()).isEqualTo(80);
	}

	@Test
	void aChatThatFloodsHasAPartOfItsOwn() {
		List<Intake.RawUpdate> batch = Stream
			.concat(LongStream.range(0, 30).mapToObj((n) -> update(n, 7)), Stream.of(update(30, 8), update(31, 9)))
			.toList();

		List<List<Intake.RawUpdate>> parts = Parts.of(batch, 6);

		assertThat(parts).hasSize(2);
		assertThat(parts).filteredOn(Parts::isFlood)
			.singleElement()
			.satisfies((flood) -> assertThat(flood).hasSize(30));
	}

	private static List<Intake.RawUpdate> ofChat(List<Intake.RawUpdate> updates, long chat) {
		return updates.stream().filter((update) -> update.order() == chat).toList();
	}

	private static Intake.RawUpdate update(long number, long chat) {
		return new Intake.RawUpdate(number, chat, "{}");
	}

}
