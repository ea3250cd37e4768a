package studio.avatar.console.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

import studio.avatar.common.contract.Topic;
import studio.avatar.console.overview.FlowMap.Arrow;
import studio.avatar.console.overview.FlowMap.Box;

/**
 * Draws the arrows of the map, each end at a place of its own along the side of a box.
 */
final class FlowArrows {

	private static final double HEAD = 9;

	/** How far along its way a label may stand, the best first. */
	private static final double[] LABELS = { 0.78, 0.68, 0.58, 0.86, 0.48 };

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
			arrows.add(draw(way, ends, arrows));
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

	private static Arrow draw(Way way, Map<End, Double> ends, List<Arrow> others) {
		double fromY = ends.getOrDefault(new End(way, way.from()), way.from().middle());
		double toY = ends.getOrDefault(new End(way, way.to()), way.to().middle());
		double fromX = way.leavesRight(way.from()) ? way.from().right() : way.from().x();
		double tip = way.leavesRight(way.to()) ? way.to().right() : way.to().x();
		if (!way.isHeard()) {
			return new Arrow(way.from().name(), way.to().name(), "", new Bend(fromX, fromY, tip, toY).path(), "", 0, 0);
		}
		double back = way.leavesRight(way.to()) ? tip + HEAD : tip - HEAD;
		Bend bend = new Bend(fromX, fromY, back, toY);
		String head = "M%s %s L%s %s L%s %s Z".formatted(tip, toY, back, toY - HEAD / 2, back, toY + HEAD / 2);
		double label = label(bend, others);
		return new Arrow(way.from().name(), way.to().name(), way.to().name() + '/' + way.from().name(), bend.path(),
				head, bend.x(label), bend.y(label));
	}

	/** The best place at which it touches no other. */
	private static double label(Bend bend, List<Arrow> others) {
		return DoubleStream.of(LABELS)
			.filter((share) -> others.stream().noneMatch((other) -> other.hasLabelNear(bend.x(share), bend.y(share))))
			.findFirst()
			.orElse(LABELS[0]);
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

	/** A curve that begins and ends level. */
	private record Bend(double fromX, double fromY, double toX, double toY) {

		String path() {
			double middle = (this.fromX + this.toX) / 2;
			return "M%s %s C%s %s %s %s %s %s".formatted(this.fromX, this.fromY, middle, this.fromY, middle, this.toY,
					this.toX, this.toY);
		}

		double x(double share) {
			double middle = (this.fromX + this.toX) / 2;
			return along(share, this.fromX, middle, middle, this.toX);
		}

		double y(double share) {
			return along(share, this.fromY, this.fromY, this.toY, this.toY);
		}

		/** A coordinate of a cubic Bézier curve. */
		private static double along(double t, double from, double first, double second, double to) {
			double rest = 1 - t;
			return Curve.round(rest * rest * rest * from + 3 * rest * rest * t * first + 3 * rest * t * t * second
					+ t * t * t * to);
		}

	}

}
