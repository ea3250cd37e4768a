package studio.avatar.common.operating;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import studio.avatar.common.contract.OperatorCommand;
import studio.avatar.common.contract.OperatorCommand.LetKeyOn;
import studio.avatar.common.contract.OperatorCommand.PauseConsumer;
import studio.avatar.common.contract.OperatorCommand.ResumeConsumer;
import studio.avatar.common.contract.OperatorCommand.Unrecognized;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.ParkedKeys;

/**
 * Does what operators want of this service. What they want of others comes by as well and
 * is left alone. The commands themselves are always heard: a brake on them could never be
 * taken off.
 */
class CommandHandler {

	private static final Logger log = LoggerFactory.getLogger(CommandHandler.class);

	private final PausedConsumers paused;

	private final ParkedKeys parkedKeys;

	private final Set<String> pausable;

	CommandHandler(ServiceName service, PausedConsumers paused, ParkedKeys parkedKeys) {
		this.parkedKeys = parkedKeys;
		this.paused = paused;
		this.pausable = Stream
			.concat(Topic.heardBy(service)
				.stream()
				.filter((topic) -> topic != Topic.OPERATOR_COMMANDS)
				.map(Topic::topicName), Stream.of(Topic.replayOf(service)))
			.map((topic) -> service.id() + '/' + topic)
			.collect(Collectors.toUnmodifiableSet());
	}

	void on(Envelope<OperatorCommand> envelope) {
		switch (envelope.event()) {
			case PauseConsumer pause when this.pausable.contains(pause.consumer()) -> {
				this.paused.pause(pause);
				tell("Consumer paused", pause.consumer(), pause.operator());
			}
			case ResumeConsumer resume when this.pausable.contains(resume.consumer()) -> {
				this.paused.resume(resume.consumer());
				tell("Consumer resumed", resume.consumer(), resume.operator());
			}
			case LetKeyOn on when this.pausable.contains(on.consumer()) -> {
				this.parkedKeys.letOn(on.consumer(), on.place());
				tell("Key let on", on.consumer(), on.operator());
			}
			case PauseConsumer _, ResumeConsumer _, LetKeyOn _ -> {
				// another service's, or one that cannot be paused
			}
			case Unrecognized _ -> {
				// counted and parked before it comes here
			}
		}
	}

	private static void tell(String what, String consumer, String operator) {
		log.atInfo().addKeyValue("consumer", consumer).addKeyValue("operator", operator).log(what);
	}

}
