package studio.avatar.training.run;

import java.io.IOException;

/** A file that arrived, and is not what was announced. */
class DamagedCopy extends IOException {

	DamagedCopy(String message) {
		super(message);
	}

}
