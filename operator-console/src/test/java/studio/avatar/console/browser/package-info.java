/** The browser in which tests use the console. */
@NullMarked
package studio.avatar.console.browser;

import org.jspecify.annotations.NullMarked;
