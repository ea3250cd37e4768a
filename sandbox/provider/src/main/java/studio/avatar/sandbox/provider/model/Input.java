package studio.avatar.sandbox.provider.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Reads a model input strictly and collects everything that is wrong with it, in the
 * provider's words. After a wrong field the default is handed out; {@link #check()} then
 * refuses the whole.
 */
public final class Input {

	private static final BigInteger UNSIGNED_64 = BigInteger.ONE.shiftLeft(64);

	private final JsonNode node;

	private final List<Detail> wrong = new ArrayList<>();

	public Input(JsonNode node) {
		this.node = node;
	}

	public boolean has(String field) {
		return this.node.hasNonNull(field);
	}

	public JsonNode raw(String field) {
		return this.node.path(field);
	}

	public void wrong(Detail detail) {
		this.wrong.add(detail);
	}

	/** A text that must be there. */
	public String required(String field) {
		if (!has(field)) {
			wrong(Detail.about(field, "missing", "Field required"));
			return "";
		}
		return text(field, "");
	}

	public String text(String field, String otherwise) {
		if (!has(field)) {
			return otherwise;
		}
		if (!raw(field).isString()) {
			wrong(Detail.about(field, "string_type", "Input should be a valid string"));
			return otherwise;
		}
		return raw(field).asString();
	}

	public String oneOf(String field, Set<String> allowed, String otherwise) {
		String value = text(field, otherwise);
		if (!allowed.contains(value)) {
			wrong(Detail.about(field, "literal_error", "Input should be one of " + allowed));
		}
		return value;
	}

	public boolean flag(String field, boolean otherwise) {
		if (has(field) && !raw(field).isBoolean()) {
			wrong(Detail.about(field, "bool_type", "Input should be a valid boolean"));
		}
		return raw(field).asBoolean(otherwise);
	}

	public int whole(String field, int otherwise, int least, int most) {
		if (!has(field)) {
			return otherwise;
		}
		if (!raw(field).isIntegralNumber()) {
			wrong(Detail.about(field, "int_type", "Input should be a valid integer"));
			return otherwise;
		}
		return (int) within(field, raw(field).asDouble(), least, most);
	}

	public double number(String field, double otherwise, double least, double most) {
		if (!has(field)) {
			return otherwise;
		}
		if (!raw(field).isNumber()) {
			wrong(Detail.about(field, "float_type", "Input should be a valid number"));
			return otherwise;
		}
		return within(field, raw(field).asDouble(), least, most);
	}

	/** An unsigned 64-bit seed. */
	public long seed(String field, long otherwise) {
		if (!has(field)) {
			return otherwise;
		}
		if (!raw(field).isIntegralNumber() || raw(field).bigIntegerValue().signum() < 0
				|| raw(field).bigIntegerValue().compareTo(UNSIGNED_64) >= 0) {
			wrong(Detail.about(field, "int_type", "Input should be a valid integer"));
			return otherwise;
		}
		return raw(field).bigIntegerValue().longValue();
	}

	/** Refuses the input when anything read so far was wrong. */
	public void check() throws Refusal {
		if (!this.wrong.isEmpty()) {
			throw new Refusal(this.wrong);
		}
	}

	private double within(String field, double value, double least, double most) {
		if (value < least) {
			wrong(Detail.of(List.of("body", field), "greater_than_equal",
					"Input should be greater than or equal to " + least, Map.of("ge", least)));
		}
		if (value > most) {
			wrong(Detail.of(List.of("body", field), "less_than_equal", "Input should be less than or equal to " + most,
					Map.of("le", most)));
		}
		return Math.clamp(value, least, most);
	}

}
