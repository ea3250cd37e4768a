package studio.avatar.gateway.reply;

import java.io.IOException;

/** A file that a chat shall see, wherever its content comes from. */
interface OutgoingFile {

	/** Names its content: the same again needs no upload. SHA-256, 64 hex digits. */
	String fingerprint();

	/** As the person finds it, with its ending. */
	String name();

	String contentType();

	/**
	 * All of it.
	 * @throws IOException when it cannot be given
	 */
	byte[] read() throws IOException;

	/** Whether the same may be shown another time without a look at its content. */
	boolean lasts();

}
