/**
 * What must survive a restart, as one file of changes.
 */
@NullMarked
package studio.avatar.sandbox.telegram.store;

import org.jspecify.annotations.NullMarked;
