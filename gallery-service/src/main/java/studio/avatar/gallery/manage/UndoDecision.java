package studio.avatar.gallery.manage;

import studio.avatar.gallery.image.Image;

/** What becomes of a wish to take a deletion back. */
enum UndoDecision {

	/** It was deleted and its file is still kept. */
	BRING_BACK,

	/** Nobody deleted it, or it is back already. */
	IS_THERE,

	/** Its file is gone for good. */
	TOO_LATE;

	static UndoDecision on(Image image) {
		if (image.shown()) {
			return IS_THERE;
		}
		return image.purged() ? TOO_LATE : BRING_BACK;
	}

}
