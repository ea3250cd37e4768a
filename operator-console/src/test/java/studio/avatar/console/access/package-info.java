/** How people and programs get in, and what they may do. */
@NullMarked
package studio.avatar.console.access;

import org.jspecify.annotations.NullMarked;
