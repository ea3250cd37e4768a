package studio.avatar.training.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Turns a picture the way its camera was held, as EXIF tells. */
final class Upright {

	private static final int UPRIGHT = 1;

	private static final int MOST = 8;

	private Upright() {
	}

	static BufferedImage of(BufferedImage image, byte[] file) {
		int orientation = orientation(file);
		return (orientation == UPRIGHT) ? image
				: ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation)).apply(image);
	}

	/**
	 * Damaged metadata means no turn: the picture itself may still be good. Only JPEG is
	 * asked, and only for EXIF: other segments and formats may hold text that unpacks to
	 * any size.
	 */
	private static int orientation(byte[] file) {
		if (PhotoFormat.of(file) != PhotoFormat.JPEG) {
			return UPRIGHT;
		}
		try {
			ExifIFD0Directory exif = JpegMetadataReader
				.readMetadata(new ByteArrayInputStream(file), List.of(new ExifReader()))
				.getFirstDirectoryOfType(ExifIFD0Directory.class);
			Integer value = (exif != null) ? exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION) : null;
			return (value != null && value >= UPRIGHT && value <= MOST) ? value : UPRIGHT;
		}
		catch (JpegProcessingException | IOException | RuntimeException ex) {
			return UPRIGHT;
		}
	}

}
