package studio.avatar.sandbox.backing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;

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

	private static void remove(DockerClient engine, String id) {
		try {
			engine.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
		}
		catch (NotFoundException ex) {
			// somebody was faster
		}
	}

}
