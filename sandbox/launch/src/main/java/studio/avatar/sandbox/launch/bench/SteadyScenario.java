package studio.avatar.sandbox.launch.bench;

import java.time.Duration;
import java.util.List;

/** People press at a steady rate, each of them seldom. */
final class SteadyScenario {

	private static final Duration USUAL_SPAN = Duration.ofSeconds(20);

	private static final Duration WARM_UP = Duration.ofSeconds(10);

	private final Rig rig;

	private final Crowd crowd;

	private final Duration span;

	SteadyScenario(Rig rig, Crowd crowd) {
		this(rig, crowd, USUAL_SPAN);
	}

	/** Measures that long each time. */
	SteadyScenario(Rig rig, Crowd crowd, Duration span) {
		this.rig = rig;
		this.crowd = crowd;
		this.span = span;
	}

	void warmUp() {
		this.rig.settle();
		Answers.of(new OpenLoop(100, WARM_UP).run(this.crowd), this.rig.telegram().journal());
	}

	/** Measures and prints. */
	Answers run(String what, int perSecond) {
		this.rig.settle();
		return runAmid(what, perSecond);
	}

	/** The same while the bot speaks to others. */
	Answers runAmid(String what, int perSecond) {
		this.rig.telegram().journal().clear();
		ProcessorTime used = this.rig.processorTime();
		OpenLoop load = new OpenLoop(perSecond, this.span);
		List<Press> presses = load.run(this.crowd);
		Answers answers = Answers.of(presses, this.rig.telegram().journal());
		this.rig.print(what, presses, answers);
		System.out.println("    " + used.perUpdate(load.presses()));
		return answers;
	}

}
