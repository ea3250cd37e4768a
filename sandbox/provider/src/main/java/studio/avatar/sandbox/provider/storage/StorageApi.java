package studio.avatar.sandbox.provider.storage;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import studio.avatar.sandbox.provider.Fault.Call;
import studio.avatar.sandbox.provider.fault.FaultGate;
import studio.avatar.sandbox.provider.http.Incoming;
import studio.avatar.sandbox.provider.http.KeyCheck;
import studio.avatar.sandbox.provider.http.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Announcing an upload (with the key), sending its bytes and downloading a file (both
 * public by address).
 */
public final class StorageApi {

	private static final Reply NOT_FOUND = Reply.json(404, Map.of("detail", "Not Found"));

	private final Shelf shelf;

	private final FileAddresses addresses;

	private final KeyCheck key;

	private final FaultGate gate;

	public StorageApi(Shelf shelf, FileAddresses addresses, KeyCheck key, FaultGate gate) {
		this.shelf = shelf;
		this.addresses = addresses;
		this.key = key;
		this.gate = gate;
	}

	/** {@code POST /storage/upload/initiate?storage_type=fal-cdn-v3}. */
	public Reply initiate(Incoming call) throws IOException, InterruptedException {
		Optional<Reply> refusal = this.key.refusal(call);
		if (refusal.isPresent()) {
			return refusal.get();
		}
		if (!call.verb().equals("POST") || !call.path().endsWith("/storage/upload/initiate")) {
			return NOT_FOUND;
		}
		return this.gate.pass(Call.UPLOAD, null, () -> announce(call));
	}

	private Reply announce(Incoming call) throws IOException {
		Optional<JsonNode> body = call.json();
		String name = text(body, "file_name");
		String type = text(body, "content_type");
		if (!call.query("storage_type").orElse("").equals("fal-cdn-v3") || name.isBlank() || type.isBlank()) {
			return Reply.json(422, Map.of("detail", "storage_type, file_name and content_type are required"));
		}
		StoredFile file = this.shelf.announce(name, type, call.header("X-Fal-Object-Lifecycle").orElse(null));
		return Reply.json(200,
				Map.of("upload_url", this.addresses.forUploadOf(file), "file_url", this.addresses.of(file)));
	}

	/** {@code PUT upload_url} with the bytes, without a key. */
	public Reply upload(Incoming call) throws IOException, InterruptedException {
		return this.gate.pass(Call.UPLOAD, null, () -> receive(call));
	}

	private Reply receive(Incoming call) throws IOException {
		Optional<StoredFile> file = this.shelf.announced(FileAddresses.idInPath(under(call, "/upload")));
		if (file.isEmpty() || !call.verb().equals("PUT")) {
			return NOT_FOUND;
		}
		String type = call.header("Content-Type").orElse(file.get().contentType());
		this.shelf.write(file.get(), type, call.stream());
		return Reply.empty(200);
	}

	/** {@code GET file_url}, without a key. */
	public Reply download(Incoming call) throws IOException, InterruptedException {
		return this.gate.pass(Call.FILE, null, () -> send(call));
	}

	private Reply send(Incoming call) throws IOException {
		Optional<StoredFile> file = this.shelf.find(FileAddresses.idInPath(under(call, "/files")));
		return file.isEmpty() ? NOT_FOUND : Reply.file(file.get().contentType(), this.shelf.bytes(file.get()));
	}

	private static String under(Incoming call, String prefix) {
		return call.path().substring(prefix.length());
	}

	private static String text(Optional<JsonNode> body, String field) {
		return body.map((node) -> node.path(field).asString("")).orElse("");
	}

}
