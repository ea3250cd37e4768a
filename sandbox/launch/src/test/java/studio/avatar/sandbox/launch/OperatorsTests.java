package studio.avatar.sandbox.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCrypt;
import studio.avatar.sandbox.backing.Port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OperatorsTests {

	@TempDir
	private Path project;

	@Test
	void aFolderKeepsItsPasswordsAndTheConsoleGetsTheirHashes() {
		try (SandboxFolder folder = SandboxFolder.take(this.project.resolve(".sandbox"), false)) {
			Operators first = Operators.of(folder);
			first.keep(URI.create("http://127.0.0.1:1"), true);

			Operators again = Operators.of(folder);

			assertThat(again.password("operator")).isEqualTo(first.password("operator"))
				.isNotEqualTo(again.password("approver"));
			assertThat(again.users()).isEqualTo(first.users()).doesNotContain(again.password("operator"));
			assertThat(BCrypt.checkpw(again.password("approver"), again.users().split(":")[4])).isTrue();
		}
	}

	@Test
	void nobodyElseOnTheMachineReadsThem() throws IOException {
		try (SandboxFolder folder = SandboxFolder.take(this.project.resolve(".sandbox"), false)) {
			Operators.of(folder).keep(URI.create("http://127.0.0.1:1"), true);

			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.of("operators.properties"))))
				.isEqualTo("rw-------");
		}
	}

	@Test
	void theConsoleStaysAtThePortOfLastTimeAsLongAsItIsFree() throws IOException {
		int port = Port.free();
		Path sandbox = this.project.resolve(".sandbox");
		try (SandboxFolder folder = SandboxFolder.take(sandbox, false)) {
			Operators.of(folder).keep(URI.create("http://127.0.0.1:" + port), true);
		}

		assertThat(ConsolePort.kept(sandbox)).isEqualTo(port);
		try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			assertThat(ConsolePort.kept(sandbox)).isNotEqualTo(taken.getLocalPort()).isPositive();
			assertThatThrownBy(() -> ConsolePort.asked(port)).hasMessageContaining("--console-port");
		}
	}

}
