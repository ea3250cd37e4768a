package studio.avatar.training.run;

/** Why a run brought no model; each has words for the person. */
enum Reason {

	/** The provider refuses these photos. */
	PHOTOS_REFUSED,
	/** The provider does not take the request. */
	REQUEST_REFUSED,
	/** The training broke down at the provider. */
	PROVIDER_FAILED,
	/** The provider does not know the run any more. */
	FORGOTTEN,
	/** It said it was done, and gave no usable file. */
	NO_MODEL,
	/** Our store does not have the photos. */
	PHOTOS_MISSING;

	/** Whether the same photos would fail again. */
	boolean wantsOtherPhotos() {
		return this == PHOTOS_REFUSED || this == PHOTOS_MISSING;
	}

	/** From the provider's word for an error. */
	static Reason ofProvider(String type) {
		return switch (type) {
			case "content_policy_violation", "image_too_small", "image_too_large", "image_load_error",
					"archive_file_count_below_minimum", "invalid_archive", "face_detection_error" ->
				PHOTOS_REFUSED;
			default -> PROVIDER_FAILED;
		};
	}

}
