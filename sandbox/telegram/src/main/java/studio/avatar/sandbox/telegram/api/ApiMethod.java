package studio.avatar.sandbox.telegram.api;

import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * What one method does, and which of its parameters it honours; others are refused rather
 * than ignored.
 */
record ApiMethod(String name, Set<String> honoured, Action action) {

	/**
	 * The effect of a call.
	 */
	interface Action {

		/**
		 * Carries the call out.
		 * @return what goes into {@code result}
		 * @throws Refusal when Telegram would refuse it
		 */
		JsonNode carryOut(Call call);

	}

	static ApiMethod of(String name, Action action, String... honoured) {
		return new ApiMethod(name, Set.of(honoured), action);
	}

}
