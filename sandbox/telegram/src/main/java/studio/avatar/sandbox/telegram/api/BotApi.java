package studio.avatar.sandbox.telegram.api;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.sandbox.telegram.fault.Fault;
import studio.avatar.sandbox.telegram.fault.Faults;
import studio.avatar.sandbox.telegram.http.Answers;
import studio.avatar.sandbox.telegram.http.Parameters;
import studio.avatar.sandbox.telegram.http.RequestReader;
import studio.avatar.sandbox.telegram.http.UnreadableRequest;
import studio.avatar.sandbox.telegram.journal.Journal;
import studio.avatar.sandbox.telegram.rate.RateLimits;
import studio.avatar.sandbox.telegram.specification.Specification;
import studio.avatar.sandbox.telegram.world.World;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves {@code /bot<token>/METHOD}: checks the call, lets the faults have their way,
 * carries it out, writes it down, answers.
 */
public final class BotApi implements HttpHandler {

	private static final Logger logger = LoggerFactory.getLogger(BotApi.class);

	private final String prefix;

	private final Map<String, ApiMethod> methods = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final Strictness strictness = new Strictness(Specification.load());

	private final Journal journal;

	private final Faults faults;

	private final RateLimits limits;

	public BotApi(String token, World world, Journal journal, Faults faults, RateLimits limits) {
		this.prefix = "/bot" + token + "/";
		this.journal = journal;
		this.faults = faults;
		this.limits = limits;
		Targets targets = new Targets(world.contacts(), world.rooms(), world.chats());
		Media media = new Media(world.files());
		Stream.of(new Sending(targets, world.chats(), media, world.events()).methods(),
				new Editing(targets, world.chats(), media).methods(), new Deleting(targets, world.chats()).methods(),
				new Receiving(world.bot(), world.updates(), world.webhooks(), world.files(), limits).methods(),
				new WebhookMethods(world.webhooks(), world.updates()).methods(),
				new Answering(world.presses(), world.commands(), world.contacts(), world.events()).methods(),
				new Copying(targets, world.chats()).methods(), new Introducing(world.bot(), world.profile()).methods(),
				new Chatting(world.bot(), targets, world.contacts(), world.roomActs()).methods(),
				new Paying(targets, world.chats(), world.checkouts(), world.payments(), world.links()).methods())
			.flatMap(List::stream)
			.forEach((method) -> this.methods.put(method.name(), method));
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		Instant at = Instant.now();
		long nanoTime = System.nanoTime();
		String name = "";
		try {
			name = methodName(exchange.getRequestURI().getPath());
			Parameters parameters = RequestReader.read(exchange);
			Long chatId = new Call(name, parameters).number("chat_id").orElse(null);
			Optional<Fault> fault = this.faults.take(name, chatId);
			ObjectNode answer = answer(name, parameters, fault.orElse(null));
			this.journal.record(name, this.strictness.readable(name, parameters), chatId, answer, at, nanoTime);
			deliver(exchange, answer, fault.orElse(null));
		}
		catch (UnreadableRequest ex) {
			refuse(exchange, name, Refusal.of(ex.status(), String.valueOf(ex.getMessage())), at, nanoTime);
		}
		catch (Refusal ex) {
			refuse(exchange, lastWord(exchange.getRequestURI().getPath()), ex, at, nanoTime);
		}
	}

	/** Without the token, right or wrong. */
	private static String lastWord(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private String methodName(String path) {
		if (!path.startsWith(this.prefix)) {
			throw Refusal.of(401, "Unauthorized");
		}
		String called = path.substring(this.prefix.length());
		ApiMethod method = this.methods.get(called);
		return (method != null) ? method.name() : called;
	}

	private ObjectNode answer(String method, Parameters parameters, @Nullable Fault fault) {
		try {
			return switch (fault) {
				case Fault.FloodWait wait -> throw Refusal.floodWait(wait.retryAfterSeconds());
				case Fault.ServerError error -> throw Refusal.of(error.status(), reason(error.status()));
				case Fault.Refused refused -> throw Refusal.of(refused.code(), refused.description());
				case Fault.CutBefore cut -> throw Refusal.of(500, "the connection was cut before anything was done");
				case Fault.Slow slow -> carryOut(method, parameters);
				case Fault.CutAfterSuccess cut -> carryOut(method, parameters);
				case null -> carryOut(method, parameters);
			};
		}
		catch (Refusal ex) {
			return ex.body();
		}
		catch (RuntimeException ex) {
			logger.atError().setCause(ex).log("The simulator failed to carry a call out");
			return Refusal.of(500, "Internal Server Error").body();
		}
	}

	private ObjectNode carryOut(String name, Parameters parameters) {
		ApiMethod method = this.methods.get(name);
		if (method == null) {
			throw Refusal.of(404, this.strictness.knows(name) ? "Not Found: the simulator does not serve " + name
					: "Not Found: method not found");
		}
		this.strictness.check(method, parameters);
		Call call = new Call(name, parameters);
		refuseFlood(call);
		ObjectNode answer = JsonMapper.shared().createObjectNode().put("ok", true);
		answer.set("result", method.action().carryOut(call));
		return answer;
	}

	/** Telegram counts new messages; an album counts as one here. */
	private void refuseFlood(Call call) {
		boolean counted = call.method().matches("(send|copy|forward).+") && !call.method().equals("sendChatAction");
		call.number("chat_id").filter((chatId) -> counted).ifPresent((chatId) -> {
			OptionalInt retryAfter = this.limits.take(chatId);
			if (retryAfter.isPresent()) {
				throw Refusal.floodWait(retryAfter.getAsInt());
			}
		});
	}

	private static String reason(int status) {
		return switch (status) {
			case 502 -> "Bad Gateway";
			case 503 -> "Service Unavailable";
			case 504 -> "Gateway Timeout";
			default -> "Internal Server Error";
		};
	}

	private static void deliver(HttpExchange exchange, ObjectNode answer, @Nullable Fault fault) throws IOException {
		if (fault instanceof Fault.CutAfterSuccess || fault instanceof Fault.CutBefore) {
			exchange.close();
			return;
		}
		if (fault instanceof Fault.Slow slow) {
			LockSupport.parkNanos(slow.delay().toNanos());
		}
		Answers.json(exchange, answer.path("error_code").asInt(200), answer);
	}

	private void refuse(HttpExchange exchange, String name, Refusal refusal, Instant at, long nanoTime)
			throws IOException {
		this.journal.record(name, JsonMapper.shared().createObjectNode(), null, refusal.body(), at, nanoTime);
		Answers.json(exchange, refusal.code(), refusal.body());
	}

}
