package studio.avatar.training.draft;

import studio.avatar.training.avatar.Avatar;

/**
 * What a draft lacks first: the wizard goes on there, at any time and after any restart.
 */
enum DraftStep {

	GENDER, NAME, PHOTOS;

	static DraftStep of(Avatar draft) {
		if (draft.gender() == null) {
			return GENDER;
		}
		return (draft.name() == null) ? NAME : PHOTOS;
	}

}
