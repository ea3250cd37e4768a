/**
 * The screens that belong to no domain: greeting, menu, help, hints.
 */
@NullMarked
package studio.avatar.gateway.menu;

import org.jspecify.annotations.NullMarked;
