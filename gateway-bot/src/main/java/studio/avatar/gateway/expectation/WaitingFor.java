package studio.avatar.gateway.expectation;

import java.util.Set;

import studio.avatar.common.contract.Expectation;

/**
 * What a chat waits for now.
 *
 * @param name as the domain that asked calls it
 * @param accepts kinds of message that answer it
 */
public record WaitingFor(String name, Set<Expectation.Kind> accepts) {

	public boolean acceptsText() {
		return this.accepts.contains(Expectation.Kind.TEXT);
	}

	public boolean acceptsPhotos() {
		return this.accepts.contains(Expectation.Kind.PHOTO);
	}

}
