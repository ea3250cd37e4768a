package studio.avatar.training.photo;

/** What a look at a file has found. */
sealed interface Finding {

	/**
	 * It is good to train with.
	 *
	 * @param jpeg upright, scaled down, without any metadata
	 * @param width pixels of it
	 * @param height pixels of it
	 */
	record Good(byte[] jpeg, int width, int height) implements Finding {
	}

	/**
	 * It is not.
	 *
	 * @param width pixels as sent; 0 when not known
	 * @param height pixels as sent; 0 when not known
	 */
	record Bad(PhotoFault fault, int width, int height) implements Finding {

		static Bad of(PhotoFault fault) {
			return new Bad(fault, 0, 0);
		}
	}

}
