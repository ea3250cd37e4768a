package studio.avatar.training.photo;

import studio.avatar.common.contract.ChatEvent.SentPhoto;

/** Why a photo cannot be used. */
enum PhotoFault {

	/** Larger than Telegram lets a bot download. */
	TOO_LARGE,
	/** The gateway could not get it, or it is gone from our store. */
	NOT_DELIVERED,
	/** Not JPEG, PNG or WebP. */
	NOT_A_PHOTO,
	/**
	 * Apple's format: refused with advice, since no free decoder of it runs on Java
	 * alone.
	 */
	HEIC,
	/** Says it is a photo, and cannot be decoded to its end. */
	BROKEN,
	/** More pixels than we decode. */
	TOO_MANY_PIXELS,
	/** Too few pixels on the shorter side. */
	TOO_SMALL,
	/** The very same file was accepted before. */
	DUPLICATE,
	/** There are as many photos as can be trained with. */
	TOO_MANY;

	/** What it means here that the gateway has not taken a file. */
	static PhotoFault of(SentPhoto.Refusal refusal) {
		return switch (refusal) {
			case TOO_LARGE -> TOO_LARGE;
			case NOT_DELIVERED -> NOT_DELIVERED;
			case NO_PICTURE -> NOT_A_PHOTO;
		};
	}

}
