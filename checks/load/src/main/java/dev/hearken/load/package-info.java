/** How a server bears many users at once, measured over HTTP as they would see it. */
@NullMarked
package dev.hearken.load;

import org.jspecify.annotations.NullMarked;
