package studio.avatar.common.media;

import java.io.IOException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the bucket before the service starts. What a person must mend ends the start;
 * a service that is away right now is only told, since it comes back.
 */
final class S3Start {

	private static final Logger log = LoggerFactory.getLogger(S3Start.class);

	private S3Start() {
	}

	static S3MediaStore checked(S3MediaStore store) throws UnusableStore {
		try {
			store.checkBucket();
		}
		catch (UnusableStore ex) {
			store.close();
			throw ex;
		}
		catch (IOException ex) {
			log.atError().addKeyValue("reason", ex.getMessage()).log("Media store is away");
		}
		return store;
	}

}
