package studio.avatar.sandbox.telegram;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A person who drives the chat of a simulator in another process, over HTTP.
 */
public final class RemotePerson implements Person {

	private final URI simulator;

	private final long id;

	/**
	 * Creates or finds the private chat of that person.
	 * @param simulator base address, as {@link TelegramSimulator#url()} gives it
	 */
	public static RemotePerson at(URI simulator, long userId, String firstName, String languageCode) {
		return new RemotePerson(simulator, userId);
	}

	private RemotePerson(URI simulator, long id) {
		this.simulator = simulator;
		this.id = id;
	}

	@Override
	public long id() {
		return this.id;
	}

	@Override
	public void sends(String text) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void sendsPhoto(byte[] picture, @Nullable String caption) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void sendsAlbum(List<byte[]> pictures) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void sendsDocument(String fileName, String mimeType, byte[] content) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void presses(SimulatedMessage message, String buttonLabel) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<SimulatedMessage> messages() {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<CallbackAnswer> toasts() {
		throw new UnsupportedOperationException();
	}

	@Override
	public byte[] file(String fileId) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void blocksBot() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void unblocksBot() {
		throw new UnsupportedOperationException();
	}

}
