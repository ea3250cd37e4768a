package studio.avatar.sandbox.backing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;

/**
 * A program that removes containers with their volumes; {@link Guard} runs it when their
 * owner is gone. It needs no docker command line and no reaper, and finds the engine as
 * their owner did.
 */
final class ContainerRemoval {

	private ContainerRemoval() {
	}

	/** Takes the ids of the containers. */
	public static void main(String[] ids) {
		DockerClient engine = Engine.client();
		for (String id : ids) {
			remove(engine, id);
		}
	}

	/** Somebody may have been faster, and the others are to go all the same. */
	private static void remove(DockerClient engine, String id) {
		try {
			engine.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
		}
		catch (DockerException ex) {
			System.err.println("Container " + id + " was not removed: " + ex.getMessage());
		}
	}

}
