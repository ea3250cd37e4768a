package studio.avatar.common.housebreakers.contract;

import org.springframework.http.MediaType;

/** An event that drags a framework along. */
record ChattyEvent(MediaType type) {
}
