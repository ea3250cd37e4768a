package studio.avatar.generation.model;

import java.io.IOException;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.media.MissingMedia;
import studio.avatar.common.provider.FalStorage;
import studio.avatar.generation.avatar.Avatar;

/**
 * Where the provider finds the model file of an avatar: sent there once, and again before
 * it expires or when the model has changed.
 */
@Component
public class ModelFiles {

	private final JdbcClient database;

	private final MediaStore store;

	private final FalStorage provider;

	private final ModelFileSettings settings;

	private final Clock clock;

	ModelFiles(JdbcClient database, MediaStore store, FalStorage provider, ModelFileSettings settings, Clock clock) {
		this.database = database;
		this.store = store;
		this.provider = provider;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * The address to name in a request; sends the file when needed, which takes a while.
	 * @throws MissingMedia when our store does not have the model; permanent
	 * @throws IOException when our store cannot read it; trying again may help
	 * @throws studio.avatar.common.provider.ProviderException when the provider's storage
	 * does not take it
	 */
	public URI addressOf(Avatar avatar) throws IOException {
		Optional<URI> known = known(avatar);
		return known.isPresent() ? known.get() : send(avatar);
	}

	/** The provider did not find it: the next request sends it again. */
	public void forget(UUID avatarId) {
		this.database.sql("delete from uploaded_models where avatar_id = ?").param(avatarId).update();
	}

	private Optional<URI> known(Avatar avatar) {
		Instant needed = this.clock.instant().plus(this.settings.refreshBefore());
		return this.database
			.sql("select url from uploaded_models where avatar_id = ? and sha256 = ? and expires_at > ?")
			.params(avatar.id(), avatar.model().sha256(), Timestamp.from(needed))
			.query(String.class)
			.optional()
			.map(URI::create);
	}

	private URI send(Avatar avatar) throws IOException {
		MediaRef model = avatar.model();
		if (!this.store.holds(model)) {
			this.store.open(model).close();
		}
		Instant expires = this.clock.instant().plus(this.settings.life());
		URI address = this.provider.upload(avatar.id() + ".safetensors", model.contentType(), model.bytes(),
				() -> this.store.open(model), this.settings.life());
		this.database.sql("""
				insert into uploaded_models (avatar_id, sha256, url, expires_at) values (?, ?, ?, ?)
				on conflict (avatar_id) do update
				set sha256 = excluded.sha256, url = excluded.url, expires_at = excluded.expires_at""")
			.params(avatar.id(), model.sha256(), address.toString(), Timestamp.from(expires))
			.update();
		return address;
	}

}
