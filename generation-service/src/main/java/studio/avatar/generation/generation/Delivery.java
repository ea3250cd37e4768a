package studio.avatar.generation.generation;

import java.util.List;
import java.util.Optional;

import studio.avatar.common.contract.GenerationEvent.GeneratedImage;

/**
 * What came of a request that the provider has completed.
 *
 * @param images pictures that are in our store now
 * @param seed noise seed of the set, as the provider reported it
 * @param misses why the others are not, one for each
 */
record Delivery(List<GeneratedImage> images, String seed, List<FailureReason> misses) {

	/**
	 * The one reason to tell: a refusal of the content comes first, because the person
	 * can do something about it.
	 */
	Optional<FailureReason> shortfall() {
		return this.misses.contains(FailureReason.CONTENT_REFUSED) ? Optional.of(FailureReason.CONTENT_REFUSED)
				: this.misses.stream().findFirst();
	}

}
