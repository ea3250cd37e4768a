package studio.avatar.sandbox.provider.lora;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import studio.avatar.sandbox.provider.http.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a training learned, as a safetensors file: a little-endian 64-bit header length, a
 * JSON header, then the tensors. The photos are tensors of bytes; a few small matrices
 * stand in for the weights.
 *
 * @param trigger the phrase that calls the avatar in a prompt; empty when the trainer was
 * given none
 * @param steps training steps
 * @param photos square JPEG portraits from the training photos
 */
public record LoraFile(String trigger, int steps, List<byte[]> photos) {

	private static final String PHOTO = "sandbox.photo.";

	private static final int BLOCKS = 4;

	private static final int BLOCK_BYTES = 16 * 64 * 4;

	/** The file's bytes; the same for the same content. */
	public byte[] bytes() {
		Map<String, Object> header = new LinkedHashMap<>();
		header.put("__metadata__", metadata());
		List<byte[]> tensors = new ArrayList<>();
		int offset = 0;
		for (int i = 0; i < BLOCKS; i++) {
			String name = "transformer.single_transformer_blocks." + i + ".attn.to_q.lora_A.weight";
			offset = add(header, tensors, offset, name, "F32", List.of(16, 64), weights(i));
		}
		for (int i = 0; i < this.photos.size(); i++) {
			byte[] photo = this.photos.get(i);
			offset = add(header, tensors, offset, PHOTO + i, "U8", List.of(photo.length), photo);
		}
		return join(header, tensors, offset);
	}

	private Map<String, String> metadata() {
		Map<String, String> metadata = new LinkedHashMap<>();
		metadata.put("format", "pt");
		metadata.put("trigger_phrase", this.trigger);
		metadata.put("steps", Integer.toString(this.steps));
		metadata.put("photos", Integer.toString(this.photos.size()));
		return metadata;
	}

	private static int add(Map<String, Object> header, List<byte[]> tensors, int offset, String name, String type,
			List<Integer> shape, byte[] bytes) {
		int end = offset + bytes.length;
		header.put(name, Map.of("dtype", type, "shape", shape, "data_offsets", List.of(offset, end)));
		tensors.add(bytes);
		return end;
	}

	private byte[] weights(int block) {
		SplittableRandom random = new SplittableRandom(this.trigger.hashCode() * 31L + block);
		ByteBuffer bytes = ByteBuffer.allocate(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
		while (bytes.hasRemaining()) {
			bytes.putFloat((float) random.nextDouble(-0.05, 0.05));
		}
		return bytes.array();
	}

	private static byte[] join(Map<String, Object> header, List<byte[]> tensors, int size) {
		String json = Json.MAPPER.writeValueAsString(header);
		// The format wants the tensors to begin at a multiple of eight; spaces fill up.
		json = json + " ".repeat((8 - json.getBytes(StandardCharsets.UTF_8).length % 8) % 8);
		byte[] head = json.getBytes(StandardCharsets.UTF_8);
		ByteBuffer file = ByteBuffer.allocate(8 + head.length + size).order(ByteOrder.LITTLE_ENDIAN);
		file.putLong(head.length).put(head);
		tensors.forEach(file::put);
		return file.array();
	}

	/**
	 * Reads a file back; empty when it is no safetensors file. A foreign LoRA has no
	 * photos.
	 */
	public static Optional<LoraFile> read(byte[] bytes) {
		try {
			ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
			long length = file.getLong();
			byte[] head = new byte[Math.toIntExact(length)];
			file.get(head);
			return Optional.of(parse(Json.MAPPER.readTree(head), file.slice()));
		}
		catch (RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static LoraFile parse(JsonNode header, ByteBuffer tensors) throws JacksonException {
		if (!header.isObject() || header.isEmpty()) {
			throw new IllegalArgumentException("no header");
		}
		JsonNode metadata = header.path("__metadata__");
		List<byte[]> photos = new ArrayList<>();
		for (int i = 0; header.has(PHOTO + i); i++) {
			JsonNode offsets = header.path(PHOTO + i).path("data_offsets");
			byte[] photo = new byte[offsets.path(1).asInt() - offsets.path(0).asInt()];
			tensors.get(offsets.path(0).asInt(), photo);
			photos.add(photo);
		}
		return new LoraFile(metadata.path("trigger_phrase").asString(""), metadata.path("steps").asInt(0), photos);
	}

}
