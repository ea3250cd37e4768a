/**
 * What a person does to one image: likes it, reads its prompt, deletes it, takes that
 * back.
 */
@NullMarked
package studio.avatar.gallery.manage;

import org.jspecify.annotations.NullMarked;
