/**
 * The browser in which tests use the web chat.
 */
@NullMarked
package studio.avatar.sandbox.telegram.browser;

import org.jspecify.annotations.NullMarked;
