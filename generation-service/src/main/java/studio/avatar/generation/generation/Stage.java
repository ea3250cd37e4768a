package studio.avatar.generation.generation;

/** How far a request at the provider is. */
enum Stage {

	/** It waits for its turn. */
	QUEUED,

	/** The pictures are being made. */
	DRAWING

}
