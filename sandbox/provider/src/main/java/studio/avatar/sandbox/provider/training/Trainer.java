package studio.avatar.sandbox.provider.training;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import studio.avatar.sandbox.provider.Pace;
import studio.avatar.sandbox.provider.http.Json;
import studio.avatar.sandbox.provider.lora.LoraFile;
import studio.avatar.sandbox.provider.model.Detail;
import studio.avatar.sandbox.provider.model.LogLine;
import studio.avatar.sandbox.provider.model.Model;
import studio.avatar.sandbox.provider.model.Order;
import studio.avatar.sandbox.provider.model.Outcome;
import studio.avatar.sandbox.provider.model.Refusal;
import studio.avatar.sandbox.provider.storage.Downloads;
import studio.avatar.sandbox.provider.storage.Downloads.Download;
import studio.avatar.sandbox.provider.encoding.Pictures;
import studio.avatar.sandbox.provider.storage.Publisher;

/**
 * Makes a LoRA file out of a zip of photos. It learns nothing: it takes portraits out of
 * the photos and packs them in.
 */
public final class Trainer implements Model {

	private static final int MOST_PORTRAITS = 6;

	private final TrainerProfile profile;

	private final Downloads downloads;

	private final Publisher publisher;

	private Trainer(TrainerProfile profile, Downloads downloads, Publisher publisher) {
		this.profile = profile;
		this.downloads = downloads;
		this.publisher = publisher;
	}

	/** Every trainer there is. */
	public static List<Model> all(Downloads downloads, Publisher publisher) {
		return List.of(new Trainer(TrainerProfile.PORTRAIT, downloads, publisher),
				new Trainer(TrainerProfile.FAST, downloads, publisher));
	}

	@Override
	public String endpoint() {
		return this.profile.endpoint();
	}

	@Override
	public Duration time(Pace pace) {
		return pace.training();
	}

	@Override
	public Set<String> fields() {
		return this.profile.fields();
	}

	@Override
	public Outcome work(Order order, Consumer<LogLine> log) throws Refusal, IOException, InterruptedException {
		TrainingInput input = TrainingInput.of(order.input(), this.profile);
		PhotoZip.Contents photos = photos(input.imagesUrl());
		TrainingLog.of(order.startsAt(), order.endsAt(), input.steps(), photos).forEach(log);
		LoraFile lora = new LoraFile(input.trigger(), input.steps(), portraits(photos.faces()));
		Map<String, Object> files = Map.of("diffusers_lora_file",
				this.publisher.publish("pytorch_lora_weights.safetensors", "application/octet-stream", lora.bytes(),
						order.lifecycle()),
				"config_file",
				this.publisher.publish("config.json", "application/json", config(input), order.lifecycle()));
		return Outcome.success(files, Math.max(input.steps(), this.profile.leastBilledSteps()));
	}

	private PhotoZip.Contents photos(String url) throws Refusal, IOException, InterruptedException {
		Download download;
		try {
			download = this.downloads.get(url);
		}
		catch (IOException ex) {
			throw new Refusal(Detail.about("images_data_url", "file_download_error",
					"Failed to download the file: " + ex.getMessage()));
		}
		try (download) {
			return PhotoZip.read(download.path());
		}
	}

	/** A few of the portraits, from the first to the last. */
	private static List<byte[]> portraits(List<BufferedImage> faces) throws IOException {
		int count = Math.min(MOST_PORTRAITS, faces.size());
		List<byte[]> portraits = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			portraits.add(Pictures.jpeg(faces.get(i * faces.size() / count), 0.9f));
		}
		return portraits;
	}

	private byte[] config(TrainingInput input) {
		return Json.MAPPER.writeValueAsBytes(
				Map.of("trainer", this.profile.endpoint(), "steps", input.steps(), "trigger_phrase", input.trigger()));
	}

}
