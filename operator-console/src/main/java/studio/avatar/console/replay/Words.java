package studio.avatar.console.replay;

import java.util.Locale;

/** States as people read them. */
final class Words {

	private Words() {
	}

	/** Such as {@code awaiting approval}. */
	static String of(ReplayState state) {
		return state.word().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
