package studio.avatar.sandbox.provider.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import studio.avatar.sandbox.provider.FalFaults;
import studio.avatar.sandbox.provider.FalJournal;
import studio.avatar.sandbox.provider.Fault;
import studio.avatar.sandbox.provider.SimulatedRequest;
import studio.avatar.sandbox.provider.http.Incoming;
import studio.avatar.sandbox.provider.http.Json;
import studio.avatar.sandbox.provider.http.Reply;
import studio.avatar.sandbox.provider.webhook.SigningKeys;
import tools.jackson.core.JacksonException;

/** What a test in another process asks of the simulator; {@code RemoteFal} speaks it. */
public final class ControlApi {

	private final FalJournal journal;

	private final FalFaults faults;

	private final Supplier<List<SimulatedRequest>> requests;

	private final SigningKeys keys;

	public ControlApi(FalJournal journal, FalFaults faults, Supplier<List<SimulatedRequest>> requests,
			SigningKeys keys) {
		this.journal = journal;
		this.faults = faults;
		this.requests = requests;
		this.keys = keys;
	}

	public Reply answer(Incoming call) {
		return switch (call.verb() + " " + call.path().substring("/control".length())) {
			case "GET /journal" -> Reply.json(200, this.journal.calls());
			case "GET /submits" -> Reply.json(200, this.journal.submits());
			case "GET /ignored-fields" -> Reply.json(200, this.journal.ignoredFields());
			case "GET /requests" -> Reply.json(200, this.requests.get());
			case "GET /faults" -> Reply.json(200, this.faults.waiting());
			case "POST /faults" -> add(call);
			case "DELETE /faults" -> done(this.faults::clear);
			case "POST /rotate-webhook-key" -> done(this.keys::rotate);
			case "DELETE /journal" -> done(this.journal::clear);
			default -> Reply.text(404, "text/plain", "no such control: " + call.verb() + " " + call.path());
		};
	}

	private Reply add(Incoming call) {
		try {
			Fault fault = Json.MAPPER.readValue(call.text(), Fault.class);
			return done(() -> this.faults.add(fault));
		}
		catch (JacksonException ex) {
			return Reply.text(400, "text/plain", "not a fault: " + Optional.ofNullable(ex.getMessage()).orElse(""));
		}
	}

	private static Reply done(Runnable action) {
		action.run();
		return Reply.empty(204);
	}

}
