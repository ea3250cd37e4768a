/**
 * Pictures: what a person wishes to see of an avatar, made by the provider, paid by the
 * picture and delivered once.
 */
@NullMarked
package studio.avatar.generation;

import org.jspecify.annotations.NullMarked;
