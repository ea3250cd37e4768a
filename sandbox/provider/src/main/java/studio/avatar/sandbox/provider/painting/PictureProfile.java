package studio.avatar.sandbox.provider.painting;

/**
 * What tells one endpoint that makes pictures from another.
 *
 * @param endpoint where it is
 * @param defaultFormat {@code jpeg} or {@code png}
 * @param mostLoras LoRAs in one request at most
 */
record PictureProfile(String endpoint, String defaultFormat, int mostLoras) {

	static final PictureProfile FLUX = new PictureProfile("fal-ai/flux-lora", "jpeg", 100);

	/** The one with a sub-path, which its requests' addresses leave out. */
	static final PictureProfile FLUX_2 = new PictureProfile("fal-ai/flux-2/lora", "png", 3);

}
