package studio.avatar.gateway.update;

import studio.avatar.gateway.person.Sender;
import studio.avatar.gateway.routing.Incoming;

/** An update in our words. */
sealed interface ReadUpdate {

	/** A person did something in their private chat. */
	record FromPerson(Sender sender, Incoming what) implements ReadUpdate {
	}

	/** Nothing for us; kept with the reason. */
	record Ignored(String reason) implements ReadUpdate {
	}

}
