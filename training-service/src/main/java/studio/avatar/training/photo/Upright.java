package studio.avatar.training.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
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

	/** Damaged metadata means no turn: the picture itself may still be good. */
	private static int orientation(byte[] file) {
		try {
			ExifIFD0Directory exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length)
				.getFirstDirectoryOfType(ExifIFD0Directory.class);
			Integer value = (exif != null) ? exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION) : null;
			return (value != null && value >= UPRIGHT && value <= MOST) ? value : UPRIGHT;
		}
		catch (ImageProcessingException | IOException ex) {
			return UPRIGHT;
		}
	}

}
