package studio.avatar.sandbox.launch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.launch.SandboxException;
import studio.avatar.sandbox.provider.lora.LoraFile;

/**
 * Avatars that were never trained: what generation-service knows of a trained one is
 * written into its projection, because training dozens of people would take minutes and
 * measure nothing.
 */
final class TrainedAvatars {

	private static final String KEY = "benchmark/model.safetensors";

	private final Database generation;

	private final byte[] model = new LoraFile("benchmark", 1000, List.of()).bytes();

	TrainedAvatars(Database generation, Path media) {
		this.generation = generation;
		try {
			Files.createDirectories(media.resolve(KEY).getParent());
			Files.write(media.resolve(KEY), this.model);
		}
		catch (IOException ex) {
			throw new SandboxException("The model of the avatars cannot be written: " + ex.getMessage(), ex);
		}
	}

	void give(long userId) {
		UUID avatar = UUID.randomUUID();
		try (Connection connection = DriverManager.getConnection(this.generation.jdbcUrl(), this.generation.user(),
				this.generation.password())) {
			run(connection, """
					insert into avatars (avatar_id, user_id, status, name, named_at, gender, trigger_word, profile,
					    model_key, model_sha256, model_type, model_bytes, ready_at)
					values (?, ?, 'READY', 'Bench', now(), 'FEMALE', 'benchmark', 'flux-lora-portrait-trainer', ?, ?,
					    'application/octet-stream', ?, now())""", avatar, userId, KEY, sha256(), this.model.length);
			run(connection, "insert into main_avatars (user_id, avatar_id, chosen_at) values (?, ?, now())", userId,
					avatar);
		}
		catch (SQLException ex) {
			throw new SandboxException("No avatar can be given: " + ex.getMessage(), ex);
		}
	}

	private static void run(Connection connection, String sql, Object... values) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int number = 0; number < values.length; number++) {
				statement.setObject(number + 1, values[number]);
			}
			statement.executeUpdate();
		}
	}

	private String sha256() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.model));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
