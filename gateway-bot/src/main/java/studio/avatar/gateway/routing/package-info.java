/**
 * Where something a person did belongs, decided without doing anything.
 */
@NullMarked
package studio.avatar.gateway.routing;

import org.jspecify.annotations.NullMarked;
