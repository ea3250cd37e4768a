package studio.avatar.common.contract;

import java.util.List;

/**
 * What handling a record leads to outside the service's own tables.
 *
 * @param events how many events of each wire name it says, in the order of the names
 * @param creditsHeld credits it asks to set aside, or sets aside
 * @param creditsMoved credits it asks to take or to give back, or moves
 * @param chats ids of the chats it speaks to, each once
 * @param paidCalls how many calls to a provider that cost money it starts, by kind of
 * work
 */
public record ReplayEffects(List<EventCount> events, long creditsHeld, long creditsMoved, List<Long> chats,
		List<PaidCall> paidCalls) {

	/** Nothing at all. */
	public static final ReplayEffects NONE = new ReplayEffects(List.of(), 0, 0, List.of(), List.of());

	public ReplayEffects {
		Refuse.negative(creditsHeld, "creditsHeld");
		Refuse.negative(creditsMoved, "creditsMoved");
		events = List.copyOf(events);
		chats = List.copyOf(chats);
		paidCalls = List.copyOf(paidCalls);
	}

	/**
	 * Whether somebody's credits or our own money are concerned. Who gives credits back
	 * does not say how many, so that one says it asks for it is enough.
	 */
	public boolean concernsMoney() {
		return this.creditsHeld > 0 || this.creditsMoved > 0 || !this.paidCalls.isEmpty()
				|| this.events.stream().anyMatch((event) -> event.type().equals("credits.release"));
	}

	/** How many events of a kind. */
	public record EventCount(String type, int count) {

		public EventCount {
			Refuse.blank(type, "type");
		}
	}

	/**
	 * How many calls that cost money.
	 *
	 * @param kind {@code training} or {@code generation}
	 */
	public record PaidCall(String kind, int count) {

		public PaidCall {
			Refuse.blank(kind, "kind");
		}
	}

}
