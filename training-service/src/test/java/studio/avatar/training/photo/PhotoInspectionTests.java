package studio.avatar.training.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import studio.avatar.training.TestPhotos;

import static org.assertj.core.api.Assertions.assertThat;

class PhotoInspectionTests {

	private final PhotoInspection inspection = new PhotoInspection(new PhotoSettings(10, 20, 512, 2048,
			DataSize.ofMegabytes(20), 60_000_000, 16_000_000, 1, Duration.ofSeconds(20), Duration.ofSeconds(1)));

	@Test
	void aGoodPhotoIsKeptAsJpeg() throws IOException {
		Finding.Good good = good(TestPhotos.png(1, 700, 600));

		assertThat(PhotoFormat.of(good.jpeg())).isEqualTo(PhotoFormat.JPEG);
		assertThat(good.width()).isEqualTo(700);
		assertThat(good.height()).isEqualTo(600);
	}

	@Test
	void aLargePhotoIsScaledDownToItsLongerSide() throws IOException {
		Finding.Good good = good(TestPhotos.jpeg(2, 5000, 2500));

		BufferedImage kept = ImageIO.read(new ByteArrayInputStream(good.jpeg()));
		assertThat(kept.getWidth()).isEqualTo(2048).isEqualTo(good.width());
		assertThat(kept.getHeight()).isEqualTo(1024);
	}

	@Test
	void aPhotoTakenSidewaysStandsUprightAndForgetsWhereItWasTaken() throws Exception {
		byte[] sideways = withExif(TestPhotos.jpeg(3, 900, 600), 6);
		assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(sideways))
			.getFirstDirectoryOfType(GpsDirectory.class)).isNotNull();

		Finding.Good good = good(sideways);

		assertThat(good.width()).isEqualTo(600);
		assertThat(good.height()).isEqualTo(900);
		var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(good.jpeg()));
		assertThat(metadata.getDirectoriesOfType(ExifIFD0Directory.class)).isEmpty();
		assertThat(metadata.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
	}

	@Test
	void theShorterSideDecidesWhetherAPhotoIsTooSmall() {
		assertThat(bad(TestPhotos.jpeg(4, 2000, 511))).isEqualTo(new Finding.Bad(PhotoFault.TOO_SMALL, 2000, 511));
		assertThat(this.inspection.inspect(TestPhotos.jpeg(4, 512, 512))).isInstanceOf(Finding.Good.class);
	}

	@Test
	void aFileCutInTheMiddleIsBroken() {
		byte[] whole = TestPhotos.jpeg(5, 1200, 1200);

		assertThat(bad(Arrays.copyOf(whole, whole.length / 2)).fault()).isEqualTo(PhotoFault.BROKEN);
		assertThat(bad(Arrays.copyOf(whole, 20)).fault()).isEqualTo(PhotoFault.BROKEN);
		byte[] png = TestPhotos.png(5, 1200, 1200);
		assertThat(bad(Arrays.copyOf(png, png.length / 2)).fault()).isEqualTo(PhotoFault.BROKEN);
	}

	@Test
	void aBombIsRefusedByItsHeaderWithoutBeingDecoded() throws IOException {
		byte[] bomb = pngHeader(60_000, 60_000);

		assertThat(bad(bomb)).isEqualTo(new Finding.Bad(PhotoFault.TOO_MANY_PIXELS, 60_000, 60_000));
	}

	@Test
	void aFileIsWhatItsBytesSayAndNotItsName() {
		assertThat(bad("GIF89a and so on".getBytes(StandardCharsets.ISO_8859_1)).fault())
			.isEqualTo(PhotoFault.NOT_A_PHOTO);
		assertThat(bad(new byte[0]).fault()).isEqualTo(PhotoFault.NOT_A_PHOTO);
		assertThat(bad("\0\0\0\u0018ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)).fault())
			.isEqualTo(PhotoFault.HEIC);
	}

	@Test
	void aFileOverTheLimitIsNotOpened() {
		PhotoInspection strict = new PhotoInspection(new PhotoSettings(10, 20, 512, 2048, DataSize.ofKilobytes(1),
				60_000_000, 16_000_000, 1, Duration.ofSeconds(20), Duration.ofSeconds(1)));

		assertThat(strict.inspect(TestPhotos.jpeg(6))).isEqualTo(Finding.Bad.of(PhotoFault.TOO_LARGE));
	}

	@Test
	void aTransparentPictureStandsOnWhite() throws IOException {
		BufferedImage transparent = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);

		Finding.Good good = good(TestPhotos.encoded(transparent, "png"));

		assertThat(ImageIO.read(new ByteArrayInputStream(good.jpeg())).getRGB(300, 300)).isEqualTo(0xffffffff);
	}

	/** One pixel, losslessly: nothing on this machine writes WebP. */
	@Test
	void webpIsRead() {
		byte[] webp = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

		assertThat(bad(webp)).isEqualTo(new Finding.Bad(PhotoFault.TOO_SMALL, 1, 1));
	}

	private Finding.Good good(byte[] file) throws IOException {
		Finding finding = this.inspection.inspect(file);
		assertThat(finding).isInstanceOf(Finding.Good.class);
		return (Finding.Good) finding;
	}

	private Finding.Bad bad(byte[] file) {
		Finding finding = this.inspection.inspect(file);
		assertThat(finding).isInstanceOf(Finding.Bad.class);
		return (Finding.Bad) finding;
	}

	/**
	 * An EXIF segment with an orientation and a place on Earth, put behind the start of a
	 * JPEG.
	 */
	static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
		ByteBuffer tiff = ByteBuffer.allocate(64);
		tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
		tiff.putShort((short) 2);
		tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
		tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
		tiff.putInt(0);
		tiff.putShort((short) 1);
		tiff.putShort((short) 1).putShort((short) 2).putInt(2).put("N\0\0\0".getBytes(StandardCharsets.US_ASCII));
		tiff.putInt(0);
		byte[] body = Arrays.copyOf(tiff.array(), tiff.position());
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		out.write(jpeg, 0, 2);
		out.writeShort(0xffe1);
		out.writeShort(2 + 6 + body.length);
		out.writeBytes("Exif\0\0");
		out.write(body);
		out.write(jpeg, 2, jpeg.length - 2);
		return bytes.toByteArray();
	}

	/** A PNG that says how large it is and then ends. */
	private static byte[] pngHeader(int width, int height) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		out.write(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' });
		byte[] header = ByteBuffer.allocate(17)
			.put("IHDR".getBytes(StandardCharsets.US_ASCII))
			.putInt(width)
			.putInt(height)
			.put(new byte[] { 8, 2, 0, 0, 0 })
			.array();
		CRC32 sum = new CRC32();
		sum.update(header);
		out.writeInt(13);
		out.write(header);
		out.writeInt((int) sum.getValue());
		return bytes.toByteArray();
	}

}
