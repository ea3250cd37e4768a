package studio.avatar.training.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.provider.DownloadTooLong;
import studio.avatar.common.provider.FalStorage;
import studio.avatar.common.provider.ProviderRefused;

/**
 * Copies the trained model from the provider, whose files expire, into our store, and
 * looks whether it is one.
 */
@Component
class ModelCopy {

	/**
	 * A safetensors file begins with the length of its JSON header and the header itself.
	 */
	private static final int LENGTH_BYTES = Long.BYTES;

	private static final String TYPE = "application/octet-stream";

	private final TrainingProfiles profiles;

	private final FalStorage storage;

	private final MediaStore store;

	private final RunSettings settings;

	ModelCopy(TrainingProfiles profiles, FalStorage storage, MediaStore store, RunSettings settings) {
		this.profiles = profiles;
		this.storage = storage;
		this.store = store;
		this.settings = settings;
	}

	/**
	 * Copies and verifies it; doing it again replaces the copy.
	 * @throws NoModel the result has none, or what it has is none; permanent
	 * @throws DamagedCopy the copy is not what was announced; trying again may help
	 * @throws IOException it could not be fetched or kept; trying again may help
	 */
	MediaRef copy(RunOrder order, JsonNode result) throws IOException, NoModel {
		JsonNode file = file(order, result);
		MediaRef arrived = download(order, file);
		try {
			verify(arrived, file.path("file_size").asLong(0));
			return this.store.put(key(order), TYPE, this.store.open(arrived), null);
		}
		finally {
			this.store.delete(arrived.key());
		}
	}

	private void verify(MediaRef arrived, long announced) throws IOException, NoModel {
		if (announced > 0 && announced != arrived.bytes()) {
			throw new DamagedCopy("model of %d bytes instead of %d".formatted(arrived.bytes(), announced));
		}
		if (!isModel(arrived)) {
			throw new NoModel("the file is no safetensors file");
		}
	}

	/** Takes the copy of a run away that was ended otherwise while it was made. */
	void forget(RunOrder order) throws IOException {
		this.store.delete(key(order));
	}

	private static String key(RunOrder order) {
		return "training/models/%s/%s.safetensors".formatted(order.avatarId(), order.id());
	}

	private JsonNode file(RunOrder order, JsonNode result) throws NoModel {
		return this.profiles.named(order.profile())
			.modelFields()
			.stream()
			.map(result::path)
			.filter((file) -> !file.path("url").asString("").isBlank())
			.findFirst()
			.orElseThrow(() -> new NoModel("the result names no model file"));
	}

	/**
	 * Under a key of its own: a damaged file never stands where a model is looked for.
	 */
	private MediaRef download(RunOrder order, JsonNode file) throws IOException, NoModel {
		try (InputStream in = this.storage.download(URI.create(file.path("url").asString()),
				this.settings.largestModel().toBytes())) {
			return this.store.put(key(order) + ".arrived", TYPE, in, null);
		}
		catch (ProviderRefused | DownloadTooLong | IllegalArgumentException ex) {
			throw new NoModel("the model cannot be fetched: " + ex.getMessage());
		}
	}

	private boolean isModel(MediaRef copy) throws IOException {
		try (InputStream in = this.store.open(copy)) {
			byte[] beginning = in.readNBytes(LENGTH_BYTES + 1);
			if (beginning.length <= LENGTH_BYTES) {
				return false;
			}
			long header = ByteBuffer.wrap(beginning).order(ByteOrder.LITTLE_ENDIAN).getLong();
			return header > 1 && header <= copy.bytes() - LENGTH_BYTES && beginning[LENGTH_BYTES] == '{';
		}
	}

}
