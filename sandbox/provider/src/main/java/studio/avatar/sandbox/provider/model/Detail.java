package studio.avatar.sandbox.provider.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a refusal's {@code detail} list.
 *
 * @param loc where in the call, as {@code ["body", "prompt"]}
 * @param msg what is wrong, in words
 * @param type what is wrong, as a type; clients decide on this one
 * @param url where the type is explained
 * @param ctx the limits that were broken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Detail(List<Object> loc, String msg, String type, String url, @Nullable Map<String, Object> ctx) {

	public static Detail of(List<Object> loc, String type, String msg) {
		return new Detail(loc, msg, type, "https://docs.fal.ai/errors#" + type, null);
	}

	public static Detail of(List<Object> loc, String type, String msg, Map<String, Object> ctx) {
		return new Detail(loc, msg, type, "https://docs.fal.ai/errors#" + type, ctx);
	}

	/** About one field of the model input. */
	public static Detail about(String field, String type, String msg) {
		return of(List.of("body", field), type, msg);
	}

}
