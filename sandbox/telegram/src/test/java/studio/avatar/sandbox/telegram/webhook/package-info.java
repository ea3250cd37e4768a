/**
 * When updates that were not taken are brought again.
 */
@NullMarked
package studio.avatar.sandbox.telegram.webhook;

import org.jspecify.annotations.NullMarked;
