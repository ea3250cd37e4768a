/** The promises of the one path of a message, kept on a real broker and database. */
@NullMarked
package studio.avatar.common.messaging;

import org.jspecify.annotations.NullMarked;
