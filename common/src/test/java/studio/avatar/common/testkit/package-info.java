/**
 * What the tests of every service share: the broker and the database behind a service,
 * the wire it speaks on, and a conversation with it.
 */
@NullMarked
package studio.avatar.common.testkit;

import org.jspecify.annotations.NullMarked;
