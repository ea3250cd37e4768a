package studio.avatar.console.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;

/** Keeps what the overview remembers small. */
@Component
class Upkeep extends Ticking {

	private final Samples samples;

	private final Instances instances;

	private final SpendRows spend;

	private final OverviewSettings settings;

	private final Clock clock;

	Upkeep(Samples samples, Instances instances, SpendRows spend, OverviewSettings settings, Clock clock) {
		super("overview-upkeep", Duration.ofMinutes(1));
		this.samples = samples;
		this.instances = instances;
		this.spend = spend;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	void tick() {
		Instant now = this.clock.instant();
		this.samples.thin(now.minus(this.settings.fineFor()), now.minus(this.settings.kept()));
		this.instances.forgetGone();
		this.spend.forget(now.minus(this.settings.spendKept()));
	}

}
