/**
 * What the tests of the gateway have in common.
 */
@NullMarked
package studio.avatar.gateway.support;

import org.jspecify.annotations.NullMarked;
