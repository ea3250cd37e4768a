package studio.avatar.sandbox.telegram.chat;

import java.util.List;
import java.util.Locale;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the bot is in a chat.
 */
public enum Standing {

	/** Not in it, and may be asked in again. */
	LEFT,
	/** In it. */
	MEMBER,
	/** In it, but may write nothing. */
	RESTRICTED,
	/** In it, and hears everything. */
	ADMINISTRATOR,
	/** Thrown out. */
	KICKED;

	private static final List<String> OF_RESTRICTED = List.of("can_send_messages", "can_send_audios",
			"can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes", "can_send_voice_notes",
			"can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_react_to_messages",
			"can_edit_tag", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics");

	private static final List<String> OF_ADMINISTRATOR = List.of("can_be_edited", "is_anonymous", "can_manage_chat",
			"can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
			"can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories");

	/** Whether it is in the chat. */
	public boolean inside() {
		return this != LEFT && this != KICKED;
	}

	/** As Bot API {@code ChatMember}. */
	public ObjectNode member(ObjectNode user) {
		ObjectNode member = JsonMapper.shared().createObjectNode().put("status", name().toLowerCase(Locale.ROOT));
		member.set("user", user);
		switch (this) {
			case KICKED -> member.put("until_date", 0);
			case RESTRICTED -> {
				member.put("is_member", true).put("until_date", 0);
				OF_RESTRICTED.forEach((right) -> member.put(right, false));
			}
			case ADMINISTRATOR -> OF_ADMINISTRATOR
				.forEach((right) -> member.put(right, right.matches("can_(manage_chat|delete_messages)")));
			case LEFT, MEMBER -> {
			}
		}
		return member;
	}

}
