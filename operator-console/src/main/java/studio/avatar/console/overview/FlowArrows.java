package studio.avatar.console.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import studio.avatar.common.contract.Topic;
import studio.avatar.console.overview.FlowMap.Arrow;
import studio.avatar.console.overview.FlowMap.Box;

/**
 * Draws the arrows of the map, each end at a place of its own along the side of a box.
 */
final class FlowArrows {

	private static final double HEAD = 9;

	/** How far along the curve labels stand, in turn, so that neighbours do not touch. */
	private static final double[] LABELS = { 0.66, 0.8 };

	private final Map<String, Box> boxes;

	FlowArrows(Map<String, Box> boxes) {
		this.boxes = boxes;
	}

	/** All ways records go on these topics. */
	List<Arrow> between(List<Topic> topics) {
		List<Way> ways = topics.stream().flatMap((topic) -> ways(topic).stream()).toList();
		Map<End, Double> ends = new HashMap<>();
		this.boxes.values().forEach((box) -> spread(box, ways, ends));
		List<Arrow> arrows = new ArrayList<>();
		for (Way way : ways) {
			arrows.add(draw(way, ends, LABELS[arrows.size() % LABELS.length]));
		}
		return arrows;
	}

	private List<Way> ways(Topic topic) {
		Box pill = box(topic.topicName());
		List<Way> ways = new ArrayList<>();
		topic.producers().stream().sorted().forEach((service) -> ways.add(new Way(box(service.id()), pill, false)));
		topic.consumers().stream().sorted().forEach((service) -> ways.add(new Way(pill, box(service.id()), true)));
		return ways;
	}

	/** Ends on one side of a box stand in the order of what they lead to. */
	private static void spread(Box box, List<Way> ways, Map<End, Double> ends) {
		for (boolean right : new boolean[] { false, true }) {
			List<Way> here = ways.stream()
				.filter((way) -> way.touches(box) && way.leavesRight(box) == right)
				.sorted(Comparator.comparingDouble((Way way) -> way.other(box).middle()))
				.toList();
			double step = box.height() / (here.size() + 1);
			for (int i = 0; i < here.size(); i++) {
				ends.put(new End(here.get(i), box), Curve.round(box.y() + step * (i + 1)));
			}
		}
	}

	private static Arrow draw(Way way, Map<End, Double> ends, double label) {
		double fromY = ends.getOrDefault(new End(way, way.from()), way.from().middle());
		double toY = ends.getOrDefault(new End(way, way.to()), way.to().middle());
		double fromX = way.leavesRight(way.from()) ? way.from().right() : way.from().x();
		double tip = way.leavesRight(way.to()) ? way.to().right() : way.to().x();
		double back = way.leavesRight(way.to()) ? HEAD : -HEAD;
		double toX = way.isHeard() ? tip + back : tip;
		double bend = (fromX + toX) / 2;
		String path = "M%s %s C%s %s %s %s %s %s".formatted(fromX, fromY, bend, fromY, bend, toY, toX, toY);
		String head = way.isHeard()
				? "M%s %s L%s %s L%s %s Z".formatted(tip, toY, toX, toY - HEAD / 2, toX, toY + HEAD / 2) : "";
		String consumer = way.isHeard() ? way.to().name() + '/' + way.from().name() : "";
		return new Arrow(way.from().name(), way.to().name(), consumer, path, head, along(label, fromX, bend, toX),
				along(label, fromY, fromY, toY, toY));
	}

	private static double along(double share, double from, double bend, double to) {
		return along(share, from, bend, bend, to);
	}

	/** A point of a cubic Bézier curve. */
	private static double along(double t, double from, double first, double second, double to) {
		double rest = 1 - t;
		return Curve.round(
				rest * rest * rest * from + 3 * rest * rest * t * first + 3 * rest * t * t * second + t * t * t * to);
	}

	private Box box(String name) {
		Box box = this.boxes.get(name);
		if (box == null) {
			throw new IllegalStateException("the map has no place for " + name);
		}
		return box;
	}

	/**
	 * From a service to a topic or back.
	 *
	 * @param isHeard whether it ends at a consumer
	 */
	private record Way(Box from, Box to, boolean isHeard) {

		boolean touches(Box box) {
			return this.from.equals(box) || this.to.equals(box);
		}

		Box other(Box box) {
			return this.from.equals(box) ? this.to : this.from;
		}

		boolean leavesRight(Box box) {
			return other(box).center() > box.center();
		}

	}

	private record End(Way way, Box box) {
	}

}
