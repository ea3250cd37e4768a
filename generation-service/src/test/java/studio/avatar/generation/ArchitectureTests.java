package studio.avatar.generation;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import studio.avatar.common.testkit.HouseRules;

/** The shape of this service. */
class ArchitectureTests {

	@TestFactory
	Stream<DynamicTest> theHouseRulesHold() {
		return HouseRules.of("generation");
	}

}
