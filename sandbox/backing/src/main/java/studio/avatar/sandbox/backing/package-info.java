/**
 * Where broker and database come from: a real Kafka broker and a real PostgreSQL on this
 * machine, with nothing to install.
 */
@NullMarked
package studio.avatar.sandbox.backing;

import org.jspecify.annotations.NullMarked;
