package studio.avatar.gateway.menu;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.media.MediaStore.ImageSize;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The picture above the greeting. It comes with the program and is put into the media
 * store at every start, so that replies can point at it like at any other and nobody's
 * first word waits for a disk.
 */
@Component
class GreetingPicture {

	private static final Logger log = LoggerFactory.getLogger(GreetingPicture.class);

	private static final ImageSize SIZE = new ImageSize(1280, 640);

	private final MediaStore media;

	private volatile @Nullable MediaRef kept;

	GreetingPicture(MediaStore media) {
		this.media = media;
	}

	@EventListener(ApplicationReadyEvent.class)
	void keepInTheBackground() {
		Thread.startVirtualThread(this::picture);
	}

	/** The picture; absent when the store cannot take it now. */
	@Nullable MediaRef picture() {
		MediaRef known = this.kept;
		return (known != null) ? known : keep();
	}

	private synchronized @Nullable MediaRef keep() {
		try (InputStream content = new ClassPathResource("greeting.png").getInputStream()) {
			MediaRef fresh = this.media.put("gateway/greeting.png", "image/png", content, SIZE);
			this.kept = fresh;
			return fresh;
		}
		catch (IOException ex) {
			log.atWarn().setCause(ex).log("Greeting goes without its picture");
			return null;
		}
	}

}
