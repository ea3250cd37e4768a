/** The promises of the S3 server. */
@NullMarked
package studio.avatar.sandbox.objects;

import org.jspecify.annotations.NullMarked;
