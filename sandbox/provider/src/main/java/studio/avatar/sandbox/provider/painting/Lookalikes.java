package studio.avatar.sandbox.provider.painting;

/**
 * Letters that are drawn as another one: Cyrillic ones with a Latin shape, the many
 * quotation marks.
 */
final class Lookalikes {

	private static final String FROM = "АВЕКМНОРСТХаеорсух‘’`“”„«»{}^×\\@$€№−";

	private static final String DRAWN = "ABEKMHOPCTXaeopcyx'''\"\"\"\"\"()'x/aSEN-";

	private Lookalikes() {
	}

	static int of(int letter) {
		int at = FROM.indexOf(letter);
		return (at < 0) ? letter : DRAWN.charAt(at);
	}

}
