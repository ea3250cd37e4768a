package studio.avatar.console;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import studio.avatar.common.testkit.HouseRules;

class ArchitectureTests {

	@TestFactory
	Stream<DynamicTest> theHouseRulesHold() {
		return HouseRules.of("console");
	}

}
