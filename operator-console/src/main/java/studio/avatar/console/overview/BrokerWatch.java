package studio.avatar.console.overview;

import java.time.Clock;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks the broker again and again how far everybody is, on a thread of its own, so that
 * no page ever waits for it.
 */
@Component
class BrokerWatch extends Ticking {

	private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);

	private final String brokers;

	private final OverviewSettings settings;

	private final BrokerLooks looks;

	private final Samples samples;

	private final Gauges gauges;

	private final Clock clock;

	private @Nullable Broker broker;

	BrokerWatch(@Value("${studio.kafka-brokers}") String brokers, OverviewSettings settings, BrokerLooks looks,
			Samples samples, Gauges gauges, Clock clock) {
		super("broker-watch", settings.lookEvery());
		this.brokers = brokers;
		this.settings = settings;
		this.looks = looks;
		this.samples = samples;
		this.gauges = gauges;
		this.clock = clock;
	}

	@Override
	void tick() {
		BrokerLook look;
		try {
			look = broker().look(this.clock.instant());
		}
		catch (Broker.Away | KafkaException ex) {
			say(ex);
			this.looks.failed(this.clock.instant());
			this.gauges.lagNotKnown();
			return;
		}
		this.looks.add(look);
		this.gauges.lag(look);
		this.samples.add(look.at(), look.samples());
	}

	/** Once, not every few seconds. */
	private void say(RuntimeException ex) {
		if (this.looks.awaySince().isEmpty()) {
			log.atWarn().setCause(ex).log("Broker says nothing about lag");
		}
	}

	private Broker broker() {
		if (this.broker == null) {
			this.broker = new Broker(this.brokers, this.settings.brokerPatience());
		}
		return this.broker;
	}

	@Override
	void stopped() {
		if (this.broker != null) {
			this.broker.close();
			this.broker = null;
		}
	}

}
