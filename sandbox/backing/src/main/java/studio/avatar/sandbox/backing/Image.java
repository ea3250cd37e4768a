package studio.avatar.sandbox.backing;

/** The images that tests run: the only place in code that names their versions. */
enum Image {

	KAFKA("Kafka", "apache/kafka", "4.2.1"), POSTGRES("PostgreSQL", "postgres", "18");

	private final String title;

	private final String repository;

	private final String tag;

	Image(String title, String repository, String tag) {
		this.title = title;
		this.repository = repository;
		this.tag = tag;
	}

	/** What runs in it, for people. */
	String title() {
		return this.title;
	}

	String tag() {
		return this.tag;
	}

	/** Repository and tag, as an engine knows it. */
	String reference() {
		return this.repository + ":" + this.tag;
	}

}
