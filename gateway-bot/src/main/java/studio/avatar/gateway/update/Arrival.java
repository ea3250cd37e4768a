package studio.avatar.gateway.update;

import java.time.Instant;
import java.util.List;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.messaging.Cause;
import studio.avatar.gateway.person.Sender;
import studio.avatar.gateway.routing.Incoming;

/**
 * Something a person did, ready to be answered.
 *
 * @param cause the update it came with
 * @param at when we learned of it
 * @param photos the files that were taken in, when it brought any
 */
record Arrival(Cause cause, Instant at, Sender sender, Incoming what, List<ChatEvent.SentPhoto> photos) {

}
