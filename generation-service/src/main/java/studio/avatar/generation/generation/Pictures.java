package studio.avatar.generation.generation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

import studio.avatar.common.contract.GenerationEvent.GeneratedImage;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Ratio;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.media.MediaStore.ImageSize;
import studio.avatar.common.provider.DownloadTooLong;
import studio.avatar.common.provider.FalStorage;
import studio.avatar.common.provider.ProviderRefused;
import studio.avatar.generation.generation.ProviderAnswer.Picture;

/**
 * Brings the provider's pictures into our store, each looked at before: a blackened one,
 * one of another size and one that is no picture are not delivered.
 */
@Component
class Pictures {

	private static final DataSize LARGEST = DataSize.ofMegabytes(40);

	/** A file may be damaged on its way. */
	private static final int ATTEMPTS = 3;

	private final FalStorage provider;

	private final MediaStore store;

	Pictures(FalStorage provider, MediaStore store) {
		this.provider = provider;
		this.store = store;
	}

	/**
	 * Fetches all of them. Fetching again gives the same ids and keys.
	 * @throws IOException when the way or our store failed; trying again may help
	 * @throws studio.avatar.common.provider.ProviderUnavailable try again later
	 */
	Delivery fetch(UUID generationId, Order order, ProviderAnswer answer) throws IOException {
		List<GeneratedImage> images = new ArrayList<>();
		List<FailureReason> misses = new ArrayList<>();
		for (int n = 1; n <= order.pictures(); n++) {
			try {
				Picture picture = (n <= answer.pictures().size()) ? answer.pictures().get(n - 1)
						: new Picture("", false);
				images.add(fetch(generationId, n, order.ratio(), picture, answer.seed()));
			}
			catch (Unusable ex) {
				misses.add(ex.reason);
			}
		}
		return new Delivery(images, answer.seed(), misses);
	}

	/**
	 * Deletes what was fetched of a generation that nobody waits for any more.
	 * @throws IOException trying again may help
	 */
	void forget(UUID generationId) throws IOException {
		for (int n = 1; n <= Order.MOST_PICTURES; n++) {
			for (String ending : PictureFile.ENDINGS) {
				this.store.delete(key(generationId, n, ending));
			}
		}
	}

	private static String key(UUID generationId, int n, String ending) {
		return "generations/%s/%d.%s".formatted(generationId, n, ending);
	}

	private GeneratedImage fetch(UUID generationId, int n, Ratio ratio, Picture picture, String seed)
			throws IOException, Unusable {
		if (picture.refused()) {
			throw new Unusable(FailureReason.CONTENT_REFUSED);
		}
		byte[] bytes = download(picture);
		PictureFile file = PictureFile.of(bytes).orElseThrow(() -> new Unusable(FailureReason.NO_PICTURES));
		if (file.width() != ratio.width() || file.height() != ratio.height()) {
			throw new Unusable(FailureReason.WRONG_SIZE);
		}
		MediaRef kept = this.store.put(key(generationId, n, file.ending()), file.contentType(),
				new ByteArrayInputStream(bytes), new ImageSize(file.width(), file.height()));
		return new GeneratedImage(imageId(generationId, n), kept, seed);
	}

	private byte[] download(Picture picture) throws IOException, Unusable {
		byte[] bytes = new byte[0];
		for (int attempt = 1; attempt <= ATTEMPTS && PictureFile.of(bytes).isEmpty(); attempt++) {
			bytes = downloadOnce(address(picture));
		}
		return bytes;
	}

	private byte[] downloadOnce(URI address) throws IOException, Unusable {
		try (InputStream content = this.provider.download(address, LARGEST.toBytes())) {
			return content.readAllBytes();
		}
		catch (ProviderRefused | DownloadTooLong _) {
			throw new Unusable(FailureReason.NO_PICTURES);
		}
	}

	private static URI address(Picture picture) throws Unusable {
		try {
			return new URI(picture.url());
		}
		catch (URISyntaxException _) {
			throw new Unusable(FailureReason.NO_PICTURES);
		}
	}

	private static UUID imageId(UUID generationId, int n) {
		return UUID.nameUUIDFromBytes("image/%s/%d".formatted(generationId, n).getBytes(StandardCharsets.UTF_8));
	}

	/** Nobody would want this picture, and fetching it again would not change it. */
	private static final class Unusable extends Exception {

		private final FailureReason reason;

		Unusable(FailureReason reason) {
			super(reason.name(), null, false, false);
			this.reason = reason;
		}

	}

}
