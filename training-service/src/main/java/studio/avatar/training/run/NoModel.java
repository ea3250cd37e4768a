package studio.avatar.training.run;

/** A result without a model that can be used; asking again gives the same. */
class NoModel extends Exception {

	NoModel(String message) {
		super(message);
	}

}
