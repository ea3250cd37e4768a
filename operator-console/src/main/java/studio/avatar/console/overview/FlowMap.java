package studio.avatar.console.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/**
 * The whole as a map: services as boxes, topics between them, and on each arrow into a
 * service how many records wait there. Places are worked out from the catalogue, so a new
 * topic finds its own: left what the gateway says or hears, right what the others say
 * among themselves.
 */
record FlowMap(List<Box> services, List<Box> topics, List<Arrow> arrows, String words) {

	static final int WIDTH = 1120;

	static final int HEIGHT = 560;

	private static final int TOPIC_HEIGHT = 42;

	private static final List<ServiceName> WORKERS = List.of(ServiceName.TRAINING, ServiceName.GENERATION,
			ServiceName.GALLERY);

	/** A rectangle with a name. */
	record Box(String name, double x, double y, double width, double height) {

		public double middle() {
			return this.y + this.height / 2;
		}

		public double right() {
			return this.x + this.width;
		}

		public double center() {
			return this.x + this.width / 2;
		}

	}

	/**
	 * A way records go.
	 *
	 * @param consumer the consumer group at its end; empty where a service publishes
	 * @param path its line
	 * @param head its point; empty where a service publishes
	 * @param tagX middle of the place for its label
	 */
	record Arrow(String from, String to, String consumer, String path, String head, double tagX, double tagY) {

		/** Whether a label there would touch its own, which is 34 wide and 18 high. */
		boolean hasLabelNear(double x, double y) {
			return !this.consumer.isEmpty() && Math.abs(this.tagX - x) < 38 && Math.abs(this.tagY - y) < 21;
		}

	}

	static FlowMap of(String words) {
		Map<String, Box> boxes = new LinkedHashMap<>();
		boxes.put(ServiceName.GATEWAY.id(), new Box(ServiceName.GATEWAY.id(), 6, 150, 184, 260));
		for (int i = 0; i < WORKERS.size(); i++) {
			boxes.put(WORKERS.get(i).id(), new Box(WORKERS.get(i).id(), 636, 14 + i * 190.0, 184, 152));
		}
		List<Box> services = List.copyOf(boxes.values());
		List<Topic> left = live(true);
		List<Topic> right = live(false);
		place(left, 330, 170).forEach((box) -> boxes.put(box.name(), box));
		place(right, 950, 160).forEach((box) -> boxes.put(box.name(), box));
		List<Topic> all = new ArrayList<>(left);
		all.addAll(right);
		List<Box> topics = all.stream().map((topic) -> boxes.get(topic.topicName())).toList();
		return new FlowMap(services, topics, new FlowArrows(boxes).between(all), words);
	}

	/** Topics of one column, so that arrows cross as little as can be. */
	private static List<Topic> live(boolean withGateway) {
		return Arrays.stream(Topic.values())
			.filter((topic) -> !topic.isOperators() && concernsGateway(topic) == withGateway)
			.sorted(Comparator.comparingDouble(FlowMap::height))
			.toList();
	}

	private static boolean concernsGateway(Topic topic) {
		return topic.producers().contains(ServiceName.GATEWAY) || topic.consumers().contains(ServiceName.GATEWAY);
	}

	private static double height(Topic topic) {
		return WORKERS.stream()
			.filter((service) -> topic.producers().contains(service) || topic.consumers().contains(service))
			.collect(Collectors.averagingInt(WORKERS::indexOf));
	}

	private static List<Box> place(List<Topic> topics, double x, double width) {
		double step = (double) HEIGHT / topics.size();
		List<Box> boxes = new ArrayList<>();
		for (Topic topic : topics) {
			double middle = step * (boxes.size() + 0.5);
			boxes.add(new Box(topic.topicName(), x, Curve.round(middle - TOPIC_HEIGHT / 2.0), width, TOPIC_HEIGHT));
		}
		return boxes;
	}

}
