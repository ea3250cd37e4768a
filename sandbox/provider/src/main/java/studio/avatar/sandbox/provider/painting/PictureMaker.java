package studio.avatar.sandbox.provider.painting;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import studio.avatar.sandbox.provider.Pace;
import studio.avatar.sandbox.provider.encoding.Pictures;
import studio.avatar.sandbox.provider.lora.LoraFile;
import studio.avatar.sandbox.provider.model.Detail;
import studio.avatar.sandbox.provider.model.LogLine;
import studio.avatar.sandbox.provider.model.Model;
import studio.avatar.sandbox.provider.model.Order;
import studio.avatar.sandbox.provider.model.Outcome;
import studio.avatar.sandbox.provider.model.Refusal;
import studio.avatar.sandbox.provider.painting.PictureInput.Lora;
import studio.avatar.sandbox.provider.storage.Downloads;
import studio.avatar.sandbox.provider.storage.Downloads.Download;
import studio.avatar.sandbox.provider.storage.Publisher;
import studio.avatar.sandbox.provider.storage.Publisher.Published;

/** Makes pictures out of a prompt and a LoRA file. */
public final class PictureMaker implements Model {

	private static final float JPEG_QUALITY = 0.92f;

	private final PictureProfile profile;

	private final Downloads downloads;

	private final Publisher publisher;

	private PictureMaker(PictureProfile profile, Downloads downloads, Publisher publisher) {
		this.profile = profile;
		this.downloads = downloads;
		this.publisher = publisher;
	}

	/** Every endpoint that makes pictures. */
	public static List<Model> all(Downloads downloads, Publisher publisher) {
		return List.of(new PictureMaker(PictureProfile.FLUX, downloads, publisher),
				new PictureMaker(PictureProfile.FLUX_2, downloads, publisher));
	}

	@Override
	public String endpoint() {
		return this.profile.endpoint();
	}

	@Override
	public Duration time(Pace pace) {
		return pace.picture();
	}

	@Override
	public Set<String> fields() {
		return PictureInput.FIELDS;
	}

	@Override
	public Outcome work(Order order, Consumer<LogLine> log) throws Refusal, IOException, InterruptedException {
		PictureInput input = PictureInput.of(order, this.profile);
		if (input.forbidden()) {
			throw new Refusal(Detail.about("prompt", "content_policy_violation",
					"The content could not be processed because it was flagged by a content checker."));
		}
		Optional<LoraFile> lora = input.loras().isEmpty() ? Optional.empty()
				: Optional.of(learned(input.loras().getFirst()));
		boolean black = order.blackened() || input.unsafe();
		List<Map<String, Object>> images = new ArrayList<>();
		for (int i = 0; i < input.count(); i++) {
			log.accept(LogLine.info(order.startsAt(), "Painting image " + (i + 1) + " of " + input.count()));
			BufferedImage image = Painter
				.paint(new Commission(input.prompt(), input.size(), input.seedOf(i), lora, black));
			images.add(published(image, input.format(), order));
		}
		return Outcome.success(result(input, images, black, order), input.size().megapixels() * input.count());
	}

	private LoraFile learned(Lora lora) throws Refusal, IOException, InterruptedException {
		try (Download file = this.downloads.get(lora.path())) {
			LoraFile learned = LoraFile.read(Files.readAllBytes(file.path()))
				.orElseThrow(() -> new IOException("not a safetensors file"));
			return (lora.scale() > 0) ? learned : new LoraFile(learned.trigger(), learned.steps(), List.of());
		}
		catch (IOException ex) {
			throw new Refusal(Detail.of(List.of("body", "loras", 0, "path"), "file_download_error",
					"Failed to load the LoRA weights: " + ex.getMessage()));
		}
	}

	private Map<String, Object> published(BufferedImage image, String format, Order order) throws IOException {
		byte[] bytes = format.equals("png") ? Pictures.png(image) : Pictures.jpeg(image, JPEG_QUALITY);
		Published file = this.publisher.publish("image." + format, "image/" + format, bytes, order.lifecycle());
		Map<String, Object> published = new LinkedHashMap<>();
		published.put("url", file.url());
		published.put("width", image.getWidth());
		published.put("height", image.getHeight());
		published.put("content_type", file.contentType());
		published.put("file_name", file.fileName());
		published.put("file_size", file.fileSize());
		return published;
	}

	private static Map<String, Object> result(PictureInput input, List<Map<String, Object>> images, boolean black,
			Order order) {
		Map<String, Object> result = new LinkedHashMap<>();
		result.put("images", images);
		result.put("timings",
				Map.of("inference", Duration.between(order.startsAt(), order.endsAt()).toMillis() / 1000.0));
		result.put("seed", new BigInteger(Long.toUnsignedString(input.seed())));
		result.put("has_nsfw_concepts", images.stream().map((_) -> black).toList());
		result.put("prompt", input.prompt());
		return result;
	}

}
