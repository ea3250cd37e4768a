package studio.avatar.sandbox.backing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once per machine and user from the archive on the class
 * path. Several JVMs may do so at once: each unpacks aside and the first to finish wins.
 */
final class PostgresBinaries {

	private static final int EXECUTABLE = 0b001_000_000;

	private PostgresBinaries() {
	}

	/** The folder that holds {@code bin/postgres}. */
	static Path folder() {
		try {
			Path home = ownFolder();
			Path unpacked = home.resolve("postgres-" + fingerprint());
			if (!Files.isDirectory(unpacked)) {
				unpack(home, unpacked);
			}
			return unpacked;
		}
		catch (IOException ex) {
			throw new BackingException("PostgreSQL could not be unpacked: " + ex.getMessage(), ex);
		}
	}

	/**
	 * In a folder everybody can write to, so its owner is checked before it is trusted.
	 */
	private static Path ownFolder() throws IOException {
		UserPrincipal me = me();
		Path folder = Path.of(System.getProperty("java.io.tmpdir"), "avatar-studio-" + me.getName());
		Files.createDirectories(folder);
		if (!Files.getOwner(folder).equals(me)) {
			throw new IOException(folder + " belongs to somebody else");
		}
		return folder;
	}

	/** A user without an entry in the user database has no {@code user.name}. */
	private static UserPrincipal me() throws IOException {
		Path mine = Files.createTempFile("avatar-studio-", null);
		try {
			return Files.getOwner(mine);
		}
		finally {
			Files.delete(mine);
		}
	}

	private static void unpack(Path home, Path unpacked) throws IOException {
		Path aside = Files.createTempDirectory(home, "unpacking-");
		Files.setPosixFilePermissions(aside, permissions(true));
		try (TarArchiveInputStream entries = new TarArchiveInputStream(new XZCompressorInputStream(archive()))) {
			for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				place(entries, entry, aside);
			}
		}
		try {
			Files.move(aside, unpacked);
		}
		catch (IOException ex) {
			if (!Files.isDirectory(unpacked)) {
				throw ex;
			}
			Folder.delete(aside);
		}
	}

	private static void place(InputStream content, TarArchiveEntry entry, Path root) throws IOException {
		Path target = root.resolve(entry.getName()).normalize();
		if (!target.startsWith(root)) {
			throw new IOException("The archive points outside itself: " + entry.getName());
		}
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(target.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
		}
		else {
			Files.copy(content, target);
			Files.setPosixFilePermissions(target, permissions((entry.getMode() & EXECUTABLE) != 0));
		}
	}

	private static Set<PosixFilePermission> permissions(boolean executable) {
		Set<PosixFilePermission> permissions = EnumSet.of(PosixFilePermission.OWNER_READ,
				PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
		if (executable) {
			permissions.addAll(EnumSet.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE,
					PosixFilePermission.OTHERS_EXECUTE));
		}
		return permissions;
	}

	private static String fingerprint() throws IOException {
		try (DigestInputStream archive = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
			archive.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(archive.getMessageDigest().digest(), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	private static InputStream archive() throws IOException {
		try {
			return new BufferedInputStream(
					DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), System.getProperty("os.arch")));
		}
		catch (IllegalStateException ex) {
			throw new IOException(
					"there are none for " + System.getProperty("os.name") + " on " + System.getProperty("os.arch"), ex);
		}
	}

	private static String system() {
		return System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
	}

}
