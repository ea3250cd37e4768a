package studio.avatar.sandbox.launch.bench;

import java.time.Duration;
import java.util.List;

/** People press at a steady rate, each of them seldom. */
final class SteadyScenario {

	private static final Duration SPAN = Duration.ofSeconds(20);

	private static final Duration WARM_UP = Duration.ofSeconds(10);

	private final Rig rig;

	private final Crowd crowd;

	SteadyScenario(Rig rig, Crowd crowd) {
		this.rig = rig;
		this.crowd = crowd;
	}

	void warmUp() {
		this.rig.settle();
		Answers.of(new OpenLoop(100, WARM_UP).run(this.crowd), this.rig.telegram().journal());
	}

	/** Measures and prints. */
	void run(String what, int perSecond) {
		this.rig.settle();
		runAmid(what, perSecond);
	}

	/** The same while the bot speaks to others. */
	void runAmid(String what, int perSecond) {
		this.rig.telegram().journal().clear();
		ProcessorTime used = this.rig.processorTime();
		OpenLoop load = new OpenLoop(perSecond, SPAN);
		List<Press> presses = load.run(this.crowd);
		Answers answers = Answers.of(presses, this.rig.telegram().journal());
		this.rig.print(what, presses, answers);
		System.out.println("    " + used.perUpdate(load.presses()));
	}

}
