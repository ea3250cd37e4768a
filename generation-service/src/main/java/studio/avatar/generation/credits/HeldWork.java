package studio.avatar.generation.credits;

import studio.avatar.common.contract.CreditsEvent.CreditsDeclined;
import studio.avatar.common.contract.CreditsEvent.CreditsHeld;
import studio.avatar.common.messaging.Envelope;

/**
 * Work that begins when its credits are held. Holds of other services come by as well: an
 * id that is not known is not ours.
 */
public interface HeldWork {

	void held(Envelope<CreditsHeld> envelope);

	void declined(Envelope<CreditsDeclined> envelope);

}
