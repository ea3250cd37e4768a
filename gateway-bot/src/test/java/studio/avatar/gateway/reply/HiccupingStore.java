package studio.avatar.gateway.reply;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;

/** Fails the first time that a file is wanted. */
final class HiccupingStore implements MediaStore {

	private final MediaStore store;

	private final AtomicInteger opened = new AtomicInteger();

	HiccupingStore(MediaStore store) {
		this.store = store;
	}

	@Override
	public InputStream open(MediaRef file) throws IOException {
		if (this.opened.getAndIncrement() == 0) {
			throw new IOException("hiccup");
		}
		return this.store.open(file);
	}

	@Override
	public boolean holds(MediaRef file) throws IOException {
		return this.store.holds(file);
	}

	@Override
	public MediaRef put(String key, String contentType, InputStream content, @Nullable ImageSize image) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void delete(String key) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Page list(String prefix, String after, int most) {
		throw new UnsupportedOperationException();
	}

}
