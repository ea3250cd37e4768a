package studio.avatar.sandbox.telegram;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A person in this process who drives the chat like a human.
 */
public final class SimulatedPerson implements Person {

	private final long id;

	SimulatedPerson(long id) {
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
