package studio.avatar.sandbox.backing;

import com.github.dockerjava.api.DockerClient;

/**
 * Servers in containers of the official images, published on 127.0.0.1.
 *
 * @param engine runs them
 */
record ContainerServers(DockerClient engine) implements Servers {

	@Override
	public String name() {
		return "containers";
	}

	@Override
	public Broker broker() {
		return ContainerBroker.start(this.engine);
	}

	@Override
	public DatabaseServer database() {
		return ContainerDatabase.start(this.engine);
	}

	@Override
	public Servers ofOnesOwn() {
		return this;
	}

}
