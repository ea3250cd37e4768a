package studio.avatar.sandbox.provider;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import studio.avatar.sandbox.provider.encoding.Pictures;

/** Photos of somebody drawn: a face in one colour of skin before a plain wall. */
final class Photos {

	static final Color SKIN = new Color(214, 160, 130);

	private Photos() {
	}

	static byte[] face(int number) throws IOException {
		BufferedImage photo = new BufferedImage(600, 700, BufferedImage.TYPE_INT_RGB);
		Graphics2D g = photo.createGraphics();
		g.setColor(new Color(40, 90 + 5 * number, 160));
		g.fillRect(0, 0, 600, 700);
		g.setColor(SKIN);
		g.fillOval(180, 120, 240, 320);
		g.setColor(Color.BLACK);
		g.fillOval(245, 240, 25, 15);
		g.fillOval(330, 240, 25, 15);
		g.drawArc(250, 310, 100, 60, 180, 100 + 5 * number);
		g.dispose();
		return Pictures.jpeg(photo, 0.9f);
	}

	static byte[] zip(int photos) throws IOException {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		for (int i = 0; i < photos; i++) {
			entries.put("photo-" + i + ".jpg", face(i));
			entries.put("photo-" + i + ".txt", "photo of [trigger]".getBytes());
		}
		return zip(entries);
	}

	static byte[] zip(Map<String, byte[]> entries) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue());
			}
		}
		return bytes.toByteArray();
	}

}
