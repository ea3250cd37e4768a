package studio.avatar.sandbox.telegram.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import studio.avatar.sandbox.telegram.journal.ApiCall;
import studio.avatar.sandbox.telegram.journal.Journal;
import tools.jackson.databind.JsonNode;

/**
 * Holds every call in a journal to the whole description of the Bot API: names, types and
 * requiredness of what the bot passed, and every object of the answer. Looks at each call
 * once.
 */
public final class JournalCheck {

	/** Said where the description is not there. */
	public static final String LEFT_OUT = "The calls are not held to the whole Bot API: there is no"
			+ " ../shared/telegram/api.json beside the project";

	private static final Set<String> OF_A_REFUSAL = Set.of("ok", "error_code", "description", "parameters");

	private final BotApiDescription api;

	private long seen;

	private JournalCheck(BotApiDescription api) {
		this.api = api;
	}

	/** Absent where the description does not lie beside the project. */
	public static Optional<JournalCheck> find() {
		return BotApiDescription.find().map(JournalCheck::new);
	}

	/** What is wrong with the calls that were made since the last time; empty is good. */
	public synchronized List<String> complaints(Journal journal) {
		List<ApiCall> calls = journal.after(this.seen);
		if (!calls.isEmpty()) {
			this.seen = calls.getLast().number();
		}
		return calls.stream().flatMap((call) -> complaints(call).stream()).distinct().toList();
	}

	List<String> complaints(ApiCall call) {
		if (!this.api.hasMethod(call.method())) {
			return List.of("the Bot API has no method " + call.method());
		}
		List<String> complaints = new ArrayList<>(ofParameters(call.method(), call.parameters()));
		complaints.addAll(ofAnswer(call.method(), call.answer()));
		return complaints.stream().map((complaint) -> call.method() + ": " + complaint).toList();
	}

	private List<String> ofParameters(String method, JsonNode passed) {
		List<String> complaints = new ArrayList<>();
		Map<String, JsonNode> known = this.api.parameters(method);
		known.forEach((name, facts) -> {
			if (BotApiDescription.isRequired(facts) && !passed.has(name)) {
				complaints.add(name + " is missing");
			}
		});
		passed.propertyStream()
			.filter((parameter) -> known.containsKey(parameter.getKey()) || !isAttached(parameter.getKey(), passed))
			.forEach((parameter) -> complaints.addAll(ofParameter(known, parameter)));
		return complaints;
	}

	private List<String> ofParameter(Map<String, JsonNode> known, Map.Entry<String, JsonNode> parameter) {
		JsonNode facts = known.get(parameter.getKey());
		return (facts == null) ? List.of("there is no parameter " + parameter.getKey())
				: this.api.complaints(BotApiDescription.typesOf(facts), parameter.getValue());
	}

	/** A part that another parameter names. */
	private static boolean isAttached(String name, JsonNode passed) {
		return passed.path(name).has("file") && passed.toString().contains("attach://" + name);
	}

	private List<String> ofAnswer(String method, JsonNode answer) {
		if (answer.path("ok").asBoolean(false)) {
			return this.api.complaints(this.api.returns(method), answer.path("result"));
		}
		List<String> complaints = new ArrayList<>();
		if (!answer.path("error_code").isInt() || !answer.path("description").isString()) {
			complaints.add("a refusal without code or words: " + answer);
		}
		answer.propertyNames()
			.stream()
			.filter((name) -> !OF_A_REFUSAL.contains(name))
			.forEach((name) -> complaints.add("a refusal with " + name));
		if (answer.has("parameters")) {
			complaints.addAll(this.api.complaints(List.of("ResponseParameters"), answer.path("parameters")));
		}
		return complaints;
	}

}
