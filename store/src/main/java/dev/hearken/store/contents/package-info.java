/** The bytes of sounds and models, each under the SHA-256 of its content: in folders of the home or in a bucket. */
@NullMarked
package dev.hearken.store.contents;

import org.jspecify.annotations.NullMarked;
