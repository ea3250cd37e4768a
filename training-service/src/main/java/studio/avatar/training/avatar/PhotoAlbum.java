package studio.avatar.training.avatar;

import java.util.Optional;
import java.util.UUID;

import studio.avatar.common.contract.MediaRef;

/** An avatar's photos, as far as its card shows them. */
public interface PhotoAlbum {

	/** How many can be trained with. */
	int count(UUID avatarId);

	/** The photo it is shown by: its first. */
	Optional<MediaRef> preview(UUID avatarId);

}
