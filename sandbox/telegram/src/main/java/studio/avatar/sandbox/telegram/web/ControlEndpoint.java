package studio.avatar.sandbox.telegram.web;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

import studio.avatar.sandbox.telegram.fault.Aim;
import studio.avatar.sandbox.telegram.fault.ChatTroubles;
import studio.avatar.sandbox.telegram.fault.Fault;
import studio.avatar.sandbox.telegram.fault.Faults;
import studio.avatar.sandbox.telegram.journal.ApiCall;
import studio.avatar.sandbox.telegram.journal.Journal;
import studio.avatar.sandbox.telegram.rate.Limits;
import studio.avatar.sandbox.telegram.rate.RateLimits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /control}: the journal, the faults and the limits, for tests and measurements in
 * other processes.
 */
public final class ControlEndpoint extends Endpoint {

	private final Journal journal;

	private final Faults faults;

	private final RateLimits limits;

	public ControlEndpoint(Journal journal, Faults faults, RateLimits limits) {
		this.journal = journal;
		this.faults = faults;
		this.limits = limits;
	}

	@Override
	Optional<JsonNode> answer(Request request) {
		if (request.path().equals(List.of("journal"))) {
			return Optional.of(journal(request));
		}
		if (request.path().equals(List.of("faults"))) {
			return Optional.of(faults(request));
		}
		if (request.path().equals(List.of("limits"))) {
			return Optional.of(limits(request));
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
		ArrayNode waiting = JsonMapper.shared().createArrayNode();
		this.faults.planned()
			.forEach((planned) -> waiting.addObject()
				.put("fault", word(planned.fault()))
				.put("method", planned.aim().method())
				.put("chat", planned.aim().chatId())
				.put("after", planned.aim().after())
				.put("times", planned.aim().times()));
		return waiting;
	}

	private void add(Request request) {
		String kind = request.required("fault");
		ChatTroubles chats = this.faults.chats();
		switch (kind) {
			case "blocked" -> chats.block(request.number("chat"));
			case "unblocked" -> chats.unblock(request.number("chat"));
			case "deactivated" -> chats.deactivate(request.number("chat"));
			case "duplicateNextUpdate" -> chats.duplicateNextUpdate();
			case "hold" -> chats.hold(request.number("chat"));
			case "release" -> chats.release(request.number("chat"));
			case "forgetFile" -> chats.forgetFile(request.required("file_id"));
			case "cutWebhook" -> chats.cutWebhook(true);
			case "mendWebhook" -> chats.cutWebhook(false);
			default -> this.faults.plan(aim(request), fault(kind, request));
		}
	}

	private static Aim aim(Request request) {
		return new Aim(request.parameters().value("method").orElse(null),
				request.parameters().value("chat").map(Long::parseLong).orElse(null),
				request.parameters().value("after").map(Integer::parseInt).orElse(0),
				request.parameters().value("times").map(Integer::parseInt).orElse(1));
	}

	private static Fault fault(String kind, Request request) {
		return switch (kind) {
			case "floodWait" -> Fault.floodWait((int) request.number("retryAfterSeconds"));
			case "serverError" -> Fault.serverError((int) request.number("status"));
			case "refused" -> Fault.refused((int) request.number("code"), request.required("description"));
			case "slow" -> Fault.slow(Duration.ofMillis(request.number("millis")));
			case "cutAfterSuccess" -> Fault.cutAfterSuccess();
			case "cutBefore" -> Fault.cutBefore();
			default -> throw new IllegalArgumentException("no fault is called " + kind);
		};
	}

	/** As it is said in a request. */
	private static String word(Fault fault) {
		return switch (fault) {
			case Fault.FloodWait wait -> "floodWait";
			case Fault.ServerError error -> "serverError";
			case Fault.Refused refused -> "refused";
			case Fault.Slow slow -> "slow";
			case Fault.CutBefore cut -> "cutBefore";
			case Fault.CutAfterSuccess cut -> "cutAfterSuccess";
		};
	}

	private JsonNode limits(Request request) {
		switch (request.verb()) {
			case "POST" -> this.limits.set(limitsOf(request));
			case "DELETE" -> this.limits.off();
			default -> {
			}
		}
		ObjectNode view = JsonMapper.shared().createObjectNode().put("refused", this.limits.refused());
		this.limits.current()
			.ifPresent((limits) -> view.put("perChatMillis", limits.perChat().toMillis())
				.put("chatBurst", limits.chatBurst())
				.put("overallPerSecond", limits.overallPerSecond())
				.put("groupPerMinute", limits.groupPerMinute()));
		return view;
	}

	private static Limits limitsOf(Request request) {
		Limits usual = Limits.TELEGRAMS;
		return new Limits(Duration.ofMillis(number(request, "perChatMillis", (int) usual.perChat().toMillis())),
				number(request, "chatBurst", usual.chatBurst()),
				number(request, "overallPerSecond", usual.overallPerSecond()),
				number(request, "groupPerMinute", usual.groupPerMinute()));
	}

	private static int number(Request request, String name, int otherwise) {
		return request.parameters().value(name).map(Integer::parseInt).orElse(otherwise);
	}

}
