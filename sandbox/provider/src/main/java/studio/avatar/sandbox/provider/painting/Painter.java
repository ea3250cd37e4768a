package studio.avatar.sandbox.provider.painting;

import java.awt.Color;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;

/**
 * Paints a commission: a place chosen by the words, the person from one of the training
 * photos, the prompt below. Who asks for the same again receives the same pixels; another
 * seed gives another composition.
 */
final class Painter {

	private Painter() {
	}

	static BufferedImage paint(Commission commission) throws IOException {
		SplittableRandom random = new SplittableRandom(commission.seed());
		Backdrop backdrop = Backdrop.of(commission.words(), random);
		Canvas canvas = new Canvas(commission.size(), backdrop.palette(random), random);
		if (!commission.black()) {
			backdrop.paint(canvas);
			people(canvas, commission);
			backdrop.paintAir(canvas);
			darkenCorners(canvas);
			Caption.draw(canvas, commission.prompt());
			Caption.mark(canvas, commission.seed());
		}
		canvas.g.dispose();
		return canvas.image;
	}

	private static void people(Canvas canvas, Commission commission) throws IOException {
		if (commission.lora().isEmpty()) {
			return;
		}
		Presentation presentation = Presentation.of(commission.words(), canvas.random);
		Grade grade = Grade.of(commission.words(), canvas.random);
		if (commission.callsThePerson()) {
			List<byte[]> photos = commission.lora().get().photos();
			byte[] photo = photos.get(canvas.random.nextInt(photos.size()));
			presentation.show(canvas, grade.applied(portrait(photo), canvas.palette));
		}
		else {
			presentation.show(canvas, Stranger.portrait());
		}
	}

	/** Cut out when the photo allows it, otherwise with its background. */
	private static BufferedImage portrait(byte[] photo) throws IOException {
		BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(photo));
		BufferedImage portrait = new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
		portrait.getGraphics().drawImage(decoded, 0, 0, null);
		return CutOut.of(portrait).orElse(portrait);
	}

	private static void darkenCorners(Canvas canvas) {
		Point2D middle = new Point2D.Double(canvas.width / 2.0, canvas.height / 2.0);
		float radius = (float) Math.hypot(canvas.width, canvas.height) / 2;
		canvas.g.setPaint(new RadialGradientPaint(middle, radius, new float[] { 0.55f, 1 },
				new Color[] { new Color(0, 0, 0, 0), new Color(0, 0, 0, 120) }));
		canvas.g.fill(canvas.whole());
	}

}
