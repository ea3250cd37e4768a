/** What operators did, kept so that nobody can change it afterwards. */
@NullMarked
package studio.avatar.console.audit;

import org.jspecify.annotations.NullMarked;
