/**
 * Words kept beside what failed, for whoever looks at it.
 */
@NullMarked
package studio.avatar.gateway.note;

import org.jspecify.annotations.NullMarked;
