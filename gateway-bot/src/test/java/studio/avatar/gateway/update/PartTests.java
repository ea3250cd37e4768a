package studio.avatar.gateway.update;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PartTests {

	@Test
	void fewChatsShareOneCommit() {
		List<Part> parts = Part.of(LongStream.range(0, 5).mapToObj((n) -> update(n, n)).toList(), 6);

		assertThat(parts).hasSize(1);
	}

	@Test
	void manyChatsAreSpreadOverThoseWhoWorkAtTheSameTime() {
		List<Part> parts = Part.of(LongStream.range(0, 80).mapToObj((n) -> update(n, n)).toList(), 4);

		assertThat(parts).hasSize(4).allSatisfy((part) -> assertThat(part.updates()).hasSize(20));
	}

	@Test
	void allUpdatesOfAChatStayTogetherAndInOrder() {
		List<Intake.RawUpdate> batch = LongStream.range(0, 80).mapToObj((n) -> update(n, n % 40)).toList();

		List<Part> parts = Part.of(batch, 6);

		assertThat(parts).extracting(Part::updates)
			.allSatisfy((part) -> assertThat(ofChat(part, part.getFirst().order()))
				.containsExactlyElementsOf(ofChat(batch, part.getFirst().order())));
		assertThat(parts.stream().mapToInt((part) -> part.updates().size()).sum()).isEqualTo(80);
	}

	@Test
	void aChatThatFloodsHasAPartOfItsOwn() {
		List<Intake.RawUpdate> batch = Stream
			.concat(LongStream.range(0, 30).mapToObj((n) -> update(n, 7)), Stream.of(update(30, 8), update(31, 9)))
			.toList();

		List<Part> parts = Part.of(batch, 6);

		assertThat(parts).hasSize(2);
		assertThat(parts).filteredOn(Part::later)
			.singleElement()
			.satisfies((flood) -> assertThat(flood.updates()).hasSize(30));
	}

	@Test
	void aFullBatchIsOnlyWrittenDown() {
		List<Intake.RawUpdate> batch = LongStream.range(0, Part.FULL).mapToObj((n) -> update(n, n)).toList();

		assertThat(Part.of(batch, 6)).containsExactly(new Part(batch, true));
	}

	private static List<Intake.RawUpdate> ofChat(List<Intake.RawUpdate> updates, long chat) {
		return updates.stream().filter((update) -> update.order() == chat).toList();
	}

	private static Intake.RawUpdate update(long number, long chat) {
		return new Intake.RawUpdate(number, chat, "{}");
	}

}
