/**
 * Reading requests in all the shapes the Bot API takes them, and writing answers.
 */
@NullMarked
package studio.avatar.sandbox.telegram.http;

import org.jspecify.annotations.NullMarked;
