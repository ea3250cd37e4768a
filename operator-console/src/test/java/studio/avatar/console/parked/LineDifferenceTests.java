package studio.avatar.console.parked;

import org.junit.jupiter.api.Test;

import studio.avatar.console.parked.LineDifference.Line;
import studio.avatar.console.parked.LineDifference.Mark;

import static org.assertj.core.api.Assertions.assertThat;

class LineDifferenceTests {

	@Test
	void aChangedLineGoesAndComes() {
		assertThat(LineDifference.of("{\n  a: 1\n}", "{\n  a: 2\n}")).containsExactly(new Line(Mark.SAME, "{"),
				new Line(Mark.GONE, "  a: 1"), new Line(Mark.NEW, "  a: 2"), new Line(Mark.SAME, "}"));
	}

	@Test
	void whatIsAddedAndTakenAwayKeepsTheRest() {
		assertThat(LineDifference.of("a\nb\nc", "b\nc\nd")).containsExactly(new Line(Mark.GONE, "a"),
				new Line(Mark.SAME, "b"), new Line(Mark.SAME, "c"), new Line(Mark.NEW, "d"));
	}

	@Test
	void veryLongTextsAreTakenAsAWhole() {
		String before = "x\n".repeat(2_000);
		assertThat(LineDifference.of(before, "y")).hasSize(2_001).last().isEqualTo(new Line(Mark.NEW, "y"));
	}

}
