/**
 * What people read, in their language: message patterns with plural rules, turned into
 * spans.
 */
@NullMarked
package studio.avatar.common.text;

import org.jspecify.annotations.NullMarked;
