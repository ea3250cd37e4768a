package studio.avatar.console.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The overview as pictures. */
record Pictures(Headline headline, FlowMap map, List<Chart> charts, SpendBars spend) {

	static Pictures of(Overview overview, History history) {
		Headline headline = Headline.of(overview);
		return new Pictures(headline, FlowMap.of(headline.words()), charts(history),
				SpendBars.of(overview.spend(), LocalDate.ofInstant(overview.at(), ZoneOffset.UTC)));
	}

	private static List<Chart> charts(History history) {
		NavigableMap<Instant, Double> outbox = new TreeMap<>(history.highest(Measure.OUTBOX_AGE));
		Set<Instant> heard = Set.copyOf(outbox.keySet());
		outbox.replaceAll((at, millis) -> millis / 1_000);
		return List.of(
				Chart.of("Records on all topics", "records/s",
						history.rises(Measure.END, ConsumerGroups.liveTopics()::contains), history),
				Chart.of("Records that wait to be read", "records", history.levels(Measure.LAG, (group) -> true),
						history),
				Chart.of("Oldest event in an outbox", "seconds", outbox, history),
				Chart.of("Parked records", "records", history.levels(Measure.PARKED_OPEN, (group) -> true), history),
				Chart.of("Provider and Telegram troubles", "per minute", history.perMinute(Measure.TROUBLE, heard),
						history));
	}

}
