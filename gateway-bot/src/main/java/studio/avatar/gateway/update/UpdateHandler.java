package studio.avatar.gateway.update;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.gateway.account.Accounts;
import studio.avatar.gateway.expectation.Expectations;
import studio.avatar.gateway.expectation.WaitingFor;
import studio.avatar.gateway.menu.MenuScreens;
import studio.avatar.gateway.person.People;
import studio.avatar.gateway.person.Person;
import studio.avatar.gateway.reply.Deliveries;
import studio.avatar.gateway.reply.PressAnswers;
import studio.avatar.gateway.routing.DeepLink;
import studio.avatar.gateway.routing.Incoming;
import studio.avatar.gateway.routing.RoutingDecision;
import studio.avatar.gateway.routing.Screen;

import org.springframework.stereotype.Component;

/**
 * What follows from an update, in the transaction that keeps or settles it: the person is
 * known, the event is in the outbox or the answer among the deliveries.
 */
@Component
class UpdateHandler {

	/** The same hint is given once in this time. */
	private static final Duration HINTS_APART = Duration.ofSeconds(5);

	private final People people;

	private final Accounts accounts;

	private final Expectations expectations;

	private final MenuScreens menu;

	private final Deliveries deliveries;

	private final PressAnswers presses;

	private final Outbox outbox;

	private final MeterRegistry meters;

	UpdateHandler(People people, Accounts accounts, Expectations expectations, MenuScreens menu, Deliveries deliveries,
			PressAnswers presses, Outbox outbox, MeterRegistry meters) {
		this.people = people;
		this.accounts = accounts;
		this.expectations = expectations;
		this.menu = menu;
		this.deliveries = deliveries;
		this.presses = presses;
		this.outbox = outbox;
		this.meters = meters;
	}

	/** Where it would go now; changes nothing. A press goes where its button says. */
	RoutingDecision decide(Arrival arrival) {
		return RoutingDecision.of(arrival.what(),
				(arrival.what() instanceof Incoming.Press) ? null : waitingFor(arrival));
	}

	/** Answers it as decided. */
	void on(Arrival arrival, RoutingDecision decision) {
		try (var correlation = MDC.putCloseable("correlationId", arrival.cause().correlationId());
				var chat = MDC.putCloseable("chatId", String.valueOf(arrival.sender().chatId()))) {
			answer(arrival, decision);
		}
	}

	private void answer(Arrival arrival, RoutingDecision decision) {
		Person person = meet(arrival);
		if (RoutingDecision.clears(arrival.what(), decision)) {
			this.expectations.clear(person.chatId(), arrival.at());
		}
		act(arrival, person, decision);
		endSpinner(arrival);
	}

	/** A press ends its spinner within a second, also when its answer has to wait. */
	void endSpinner(Arrival arrival) {
		if (arrival.what() instanceof Incoming.Press press) {
			this.presses.begin(press.pressId(), arrival.cause().correlationId());
		}
	}

	/** Says that we failed, so that nobody waits for nothing. */
	void apologize(Arrival arrival) {
		show(arrival, meet(arrival), Screen.APOLOGY);
	}

	private Person meet(Arrival arrival) {
		People.Met met = this.people.meet(arrival.sender());
		if (met.fresh()) {
			this.accounts.welcome(met.person(), arrival.cause());
		}
		return met.person();
	}

	private void act(Arrival arrival, Person person, RoutingDecision decision) {
		switch (decision) {
			case RoutingDecision.ToDomain(Topic topic) -> publish(topic, arrival, event(arrival, person));
			case RoutingDecision.TextAnswer(Topic topic, String expectation) -> publish(topic, arrival,
					new ChatEvent.TextEntered(origin(arrival, person), expectation, textOf(arrival)));
			case RoutingDecision.PhotoAnswer(Topic topic, String expectation) ->
				publish(topic, arrival, new ChatEvent.PhotosSent(origin(arrival, person), expectation, arrival.photos(),
						captionOf(arrival)));
			case RoutingDecision.Show(Screen screen) -> show(arrival, person, screen);
			case RoutingDecision.Block block -> this.people.block(person.chatId());
			case RoutingDecision.Ignore ignore -> {
			}
		}
	}

	private void publish(Topic topic, Arrival arrival, ChatEvent event) {
		this.outbox.publish(topic, arrival.sender().chatId(), event, arrival.cause());
	}

	private void show(Arrival arrival, Person person, Screen screen) {
		int number = 0;
		for (Reply reply : replies(arrival, person, screen)) {
			String id = screen.isHint() ? hintId(arrival, reply)
					: "%s/%d".formatted(arrival.cause().causationId(), number++);
			this.deliveries.add(id, person.chatId(), reply, arrival.cause().correlationId());
		}
	}

	/**
	 * Many that get the same hint at once get it once: a button pressed behind them does
	 * not wait for all of them.
	 */
	private static String hintId(Arrival arrival, Reply hint) {
		long span = arrival.at().toEpochMilli() / HINTS_APART.toMillis();
		return "hint/%d/%d/%s".formatted(arrival.sender().chatId(), span,
				UUID.nameUUIDFromBytes(hint.toString().getBytes(StandardCharsets.UTF_8)));
	}

	private List<Reply> replies(Arrival arrival, Person person, Screen screen) {
		return switch (screen) {
			case BALANCE -> List.of(balance(arrival, person));
			case STALE_BALANCE -> this.menu.stale(person, arrival.what(), balance(arrival, person));
			case START -> List.of(greeting(arrival, person));
			default -> this.menu.replies(screen, person, arrival.what());
		};
	}

	private Reply greeting(Arrival arrival, Person person) {
		String payload = (arrival.what() instanceof Incoming.Command start) ? start.arguments() : "";
		this.meters.counter("telegram.starts", "link", DeepLink.of(payload).name().toLowerCase(Locale.ROOT))
			.increment();
		return this.menu.greeting(person, this.accounts.balance(person.userId()).available());
	}

	private Reply balance(Arrival arrival, Person person) {
		return new Reply.ShowCard(person.chatId(), "account.balance", pressed(arrival.what()),
				this.accounts.card(person), null);
	}

	private static ChatEvent event(Arrival arrival, Person person) {
		Origin origin = origin(arrival, person);
		return switch (arrival.what()) {
			case Incoming.Press press -> new ChatEvent.ButtonPressed(origin, press.action(), press.pressId());
			case Incoming.Command command -> new ChatEvent.CommandIssued(origin, command.name(), command.arguments());
			default -> throw new IllegalStateException("only presses and commands go to a domain by themselves");
		};
	}

	private static Origin origin(Arrival arrival, Person person) {
		return new Origin(person.chatId(), person.userId(), person.locale(), person.timeZone(),
				arrival.what().messageId());
	}

	private static String textOf(Arrival arrival) {
		return (arrival.what() instanceof Incoming.Text text) ? text.text() : "";
	}

	private static String captionOf(Arrival arrival) {
		return (arrival.what() instanceof Incoming.Photo photo) ? photo.caption() : "";
	}

	static @Nullable Long pressed(Incoming what) {
		return (what instanceof Incoming.Press press) ? press.messageId() : null;
	}

	private @Nullable WaitingFor waitingFor(Arrival arrival) {
		return this.expectations.of(arrival.sender().chatId(), arrival.at()).orElse(null);
	}

}
