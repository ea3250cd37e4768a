package studio.avatar.gateway.callback;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.ProviderCallback.JobEnded;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.messaging.Trace;

/** Tells the services what the provider has said. */
@Component
class Callbacks {

	private static final Logger log = LoggerFactory.getLogger(Callbacks.class);

	private final Outbox outbox;

	private final TransactionTemplate transaction;

	Callbacks(Outbox outbox, PlatformTransactionManager transactions) {
		this.outbox = outbox;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Keeps it for the service; returns after the commit. */
	Verdict keep(CalledAddress address, Said said, Signed signed) {
		JobEnded ended = new JobEnded(address.service(), address.jobId(), address.proof(), said.requestId(), said.ok(),
				signed.at());
		try {
			this.transaction.executeWithoutResult(
					(status) -> this.outbox.publish(Topic.PROVIDER_CALLBACKS, ended.jobId(), ended, cause(ended)));
			return Verdict.TAKEN;
		}
		catch (DataAccessException | TransactionException ex) {
			log.atWarn().addKeyValue("jobId", ended.jobId()).setCause(ex).log("Webhook of the provider not kept");
			return Verdict.NOT_KEPT;
		}
	}

	/**
	 * The same thing said again is the same event. The address belongs to it: a signature
	 * does not cover the address, so one that was overheard and sent elsewhere first must
	 * not stand in the way of the right one.
	 */
	private static Cause cause(JobEnded ended) {
		String address = "%s/%s/%s".formatted(ended.service().id(), ended.jobId(), ended.proof());
		UUID named = UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8));
		return new Cause("fal/" + ended.requestId(),
				"fal/%s/%s/%s".formatted(ended.requestId(), ended.ok() ? "ok" : "error", named), Trace.begin());
	}

}
