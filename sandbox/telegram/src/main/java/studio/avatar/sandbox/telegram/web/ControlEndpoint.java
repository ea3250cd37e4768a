package studio.avatar.sandbox.telegram.web;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

import studio.avatar.sandbox.telegram.fault.Fault;
import studio.avatar.sandbox.telegram.fault.Faults;
import studio.avatar.sandbox.telegram.journal.ApiCall;
import studio.avatar.sandbox.telegram.journal.Journal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /control}: the journal and the faults, for tests and measurements in other
 * processes.
 */
public final class ControlEndpoint extends Endpoint {

	private final Journal journal;

	private final Faults faults;

	public ControlEndpoint(Journal journal, Faults faults) {
		this.journal = journal;
		this.faults = faults;
	}

	@Override
	Optional<JsonNode> answer(Request request) {
		if (request.path().equals(List.of("journal"))) {
			return Optional.of(journal(request));
		}
		if (request.path().equals(List.of("faults"))) {
			return Optional.of(faults(request));
		}
		throw new NoSuchElementException("nothing here");
	}

	private JsonNode journal(Request request) {
		if (request.verb().equals("DELETE")) {
			this.journal.clear();
		}
		Stream<ApiCall> calls = this.journal.after(request.parameters().value("after").map(Long::parseLong).orElse(0L))
			.stream();
		Optional<String> method = request.parameters().value("method");
		Optional<Long> chat = request.parameters().value("chat").map(Long::parseLong);
		ArrayNode found = JsonMapper.shared().createArrayNode();
		calls.filter((call) -> method.isEmpty() || call.method().equals(method.get()))
			.filter((call) -> chat.isEmpty() || chat.get().equals(call.chatId()))
			.forEach((call) -> found.add(JsonMapper.shared().valueToTree(call)));
		return found;
	}

	private JsonNode faults(Request request) {
		switch (request.verb()) {
			case "POST" -> add(request);
			case "DELETE" -> this.faults.clear();
			default -> {
			}
		}
		ObjectNode waiting = JsonMapper.shared().createObjectNode();
		this.faults.waiting().forEach((method, faults) -> {
			ArrayNode list = waiting.putArray(method);
			faults.forEach((fault) -> list.add(fault.toString()));
		});
		return waiting;
	}

	private void add(Request request) {
		String kind = request.required("fault");
		switch (kind) {
			case "blocked" -> this.faults.blocked(request.number("chat"));
			case "unblocked" -> this.faults.unblocked(request.number("chat"));
			case "deactivated" -> this.faults.deactivated(request.number("chat"));
			case "duplicateNextUpdate" -> this.faults.duplicateNextUpdate();
			default -> this.faults.next(request.required("method"), fault(kind, request));
		}
	}

	private static Fault fault(String kind, Request request) {
		return switch (kind) {
			case "floodWait" -> Fault.floodWait((int) request.number("retryAfterSeconds"));
			case "serverError" -> Fault.serverError((int) request.number("status"));
			case "refused" -> Fault.refused((int) request.number("code"), request.required("description"));
			case "slow" -> Fault.slow(Duration.ofMillis(request.number("millis")));
			case "cutAfterSuccess" -> Fault.cutAfterSuccess();
			default -> throw new IllegalArgumentException("no fault is called " + kind);
		};
	}

}
