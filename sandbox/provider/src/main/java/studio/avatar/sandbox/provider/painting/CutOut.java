package studio.avatar.sandbox.provider.painting;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Cuts a person out of a photo with a plain background: from the upper edge and the
 * sides, everything goes that has the colour of the edge. A photo with a lively
 * background cannot be cut like this.
 */
final class CutOut {

	/**
	 * How far two colours may lie apart (sum over red, green and blue) and still be the
	 * same background.
	 */
	private static final int SAME = 75;

	/** Neighbouring pixels of a background differ at most by this. */
	private static final int SMOOTH = 26;

	/** Width of the rim that goes with the background, in pixels. */
	private static final int RIM = 7;

	/** A cut that takes less or more of the photo has found no background. */
	private static final double LEAST = 0.12;

	private static final double MOST = 0.75;

	private final BufferedImage photo;

	private final int side;

	private final boolean[] gone;

	private int count;

	private CutOut(BufferedImage photo) {
		this.photo = photo;
		this.side = photo.getWidth();
		this.gone = new boolean[this.side * this.side];
	}

	/** The person alone, with soft edges; empty when the background is not plain. */
	static Optional<BufferedImage> of(BufferedImage square) {
		CutOut cut = new CutOut(square);
		cut.floodFromTheEdge();
		double share = (double) cut.count / cut.gone.length;
		return (share > LEAST && share < MOST) ? Optional.of(cut.person()) : Optional.empty();
	}

	private void floodFromTheEdge() {
		Deque<int[]> open = new ArrayDeque<>();
		for (int i = 0; i < this.side; i++) {
			open.add(new int[] { i, 0, this.photo.getRGB(i, 0) });
		}
		for (int y = 0; y < this.side * 0.6; y++) {
			open.add(new int[] { 0, y, this.photo.getRGB(0, y) });
			open.add(new int[] { this.side - 1, y, this.photo.getRGB(this.side - 1, y) });
		}
		int plain = mean();
		while (!open.isEmpty()) {
			int[] pixel = open.pop();
			spread(open, pixel[0], pixel[1], pixel[2], plain);
		}
	}

	private void spread(Deque<int[]> open, int x, int y, int from, int plain) {
		if (x < 0 || y < 0 || x >= this.side || y >= this.side || this.gone[y * this.side + x]) {
			return;
		}
		int rgb = this.photo.getRGB(x, y);
		if (apart(rgb, plain) > SAME || apart(rgb, from) > SMOOTH) {
			return;
		}
		this.gone[y * this.side + x] = true;
		this.count++;
		open.push(new int[] { x + 1, y, rgb });
		open.push(new int[] { x - 1, y, rgb });
		open.push(new int[] { x, y + 1, rgb });
		open.push(new int[] { x, y - 1, rgb });
	}

	/** Mean colour of the two upper corners. */
	private int mean() {
		int corner = this.side / 8;
		long[] sum = new long[3];
		for (int y = 0; y < corner; y++) {
			for (int x = 0; x < corner; x++) {
				add(sum, this.photo.getRGB(x, y));
				add(sum, this.photo.getRGB(this.side - 1 - x, y));
			}
		}
		long pixels = 2L * corner * corner;
		return (int) (sum[0] / pixels) << 16 | (int) (sum[1] / pixels) << 8 | (int) (sum[2] / pixels);
	}

	private static void add(long[] sum, int rgb) {
		sum[0] += rgb >> 16 & 255;
		sum[1] += rgb >> 8 & 255;
		sum[2] += rgb & 255;
	}

	private static int apart(int one, int other) {
		return Math.abs((one >> 16 & 255) - (other >> 16 & 255)) + Math.abs((one >> 8 & 255) - (other >> 8 & 255))
				+ Math.abs((one & 255) - (other & 255));
	}

	private BufferedImage person() {
		int[] sums = sums();
		BufferedImage person = new BufferedImage(this.side, this.side, BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < this.side; y++) {
			for (int x = 0; x < this.side; x++) {
				int alpha = (int) (255 * kept(sums, x, y) * besideTheEdge(x));
				person.setRGB(x, y, this.photo.getRGB(x, y) & 0xffffff | alpha << 24);
			}
		}
		return person;
	}

	/**
	 * How much is gone above and left of each pixel, so that any neighbourhood is counted
	 * with four of them.
	 */
	private int[] sums() {
		int wide = this.side + 1;
		int[] sums = new int[wide * wide];
		for (int y = 1; y < wide; y++) {
			for (int x = 1; x < wide; x++) {
				int here = this.gone[(y - 1) * this.side + x - 1] ? 1 : 0;
				sums[y * wide + x] = here + sums[(y - 1) * wide + x] + sums[y * wide + x - 1]
						- sums[(y - 1) * wide + x - 1];
			}
		}
		return sums;
	}

	/**
	 * How much of a pixel stays. The rim goes as well: it has taken on the background's
	 * colour.
	 */
	private double kept(int[] sums, int x, int y) {
		int wide = this.side + 1;
		int left = Math.max(0, x - RIM);
		int top = Math.max(0, y - RIM);
		int right = Math.min(this.side, x + RIM + 1);
		int bottom = Math.min(this.side, y + RIM + 1);
		int gone = sums[bottom * wide + right] - sums[top * wide + right] - sums[bottom * wide + left]
				+ sums[top * wide + left];
		double stays = 1 - (double) gone / ((right - left) * (bottom - top));
		return Math.clamp((stays - 0.74) / 0.26, 0, 1);
	}

	/** Shoulders that the photo cuts off fade out. */
	private double besideTheEdge(int x) {
		double off = Math.min(x, this.side - 1 - x) / (this.side * 0.1);
		return Math.clamp(off, 0, 1);
	}

}
