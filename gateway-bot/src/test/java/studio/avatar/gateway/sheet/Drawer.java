package studio.avatar.gateway.sheet;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;

/** A media store in memory. */
public class Drawer implements MediaStore {

	private final Map<String, byte[]> files = new HashMap<>();

	public MediaRef keep(byte[] content) {
		return put("test/" + UUID.randomUUID(), "image/png", new ByteArrayInputStream(content), null);
	}

	@Override
	public MediaRef put(String key, String contentType, InputStream content, @Nullable ImageSize image) {
		byte[] bytes = ((ByteArrayInputStream) content).readAllBytes();
		this.files.put(key, bytes);
		return new MediaRef(key, "0".repeat(64), contentType, bytes.length, null, null);
	}

	@Override
	public InputStream open(MediaRef file) throws IOException {
		if (!holds(file)) {
			throw new FileNotFoundException(file.key());
		}
		return new ByteArrayInputStream(this.files.get(file.key()));
	}

	@Override
	public boolean holds(MediaRef file) {
		return this.files.containsKey(file.key());
	}

	@Override
	public void delete(String key) {
		this.files.remove(key);
	}

	@Override
	public Page list(String prefix, String after, int most) {
		return new Page(List.of(), null);
	}

}
