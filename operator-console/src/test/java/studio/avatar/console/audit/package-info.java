/** What is kept of what operators did. */
@NullMarked
package studio.avatar.console.audit;

import org.jspecify.annotations.NullMarked;
