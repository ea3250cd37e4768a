package studio.avatar.sandbox.provider.training;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import studio.avatar.sandbox.provider.model.LogLine;

/**
 * The log of a training from its first second to its last, written beforehand: the time
 * for it is fixed.
 */
final class TrainingLog {

	/** Share of the time that goes by before the first training step. */
	private static final double PREPARATION = 0.15;

	/** Share of the time after which the last step is done and the files are saved. */
	private static final double SAVING = 0.95;

	private static final int BARS = 50;

	private final Instant start;

	private final Duration whole;

	private final List<LogLine> lines = new ArrayList<>();

	private TrainingLog(Instant start, Instant end) {
		this.start = start;
		this.whole = Duration.between(start, end);
	}

	static List<LogLine> of(Instant start, Instant end, int steps, PhotoZip.Contents photos) {
		TrainingLog log = new TrainingLog(start, end);
		log.say(0, "Downloading training images");
		log.say(0.02, "Found " + photos.faces().size() + " images and " + photos.captions() + " captions");
		log.say(0.05, "Cropping to the subject");
		log.say(0.10, "Caching latents");
		log.say(PREPARATION, "Starting training for " + steps + " steps");
		log.bars(steps);
		log.say(SAVING, "Saving LoRA weights");
		log.say(1, "Training finished");
		return log.lines;
	}

	private void bars(int steps) {
		int bars = Math.min(BARS, steps);
		for (int i = 0; i <= bars; i++) {
			int step = (int) ((long) steps * i / bars);
			double share = PREPARATION + (SAVING - PREPARATION) * step / steps;
			String bar = ProgressBar.line(step, steps, Duration.between(at(PREPARATION), at(share)));
			this.lines.add(LogLine.progress(at(share), bar));
		}
	}

	private void say(double share, String message) {
		this.lines.add(LogLine.info(at(share), message));
	}

	private Instant at(double share) {
		return this.start.plusMillis((long) (this.whole.toMillis() * share));
	}

}
