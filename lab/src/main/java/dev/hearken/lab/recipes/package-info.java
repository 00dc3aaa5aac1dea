/** One file a product: which clips, front end, network and settings answer its question. */
@NullMarked
package dev.hearken.lab.recipes;

import org.jspecify.annotations.NullMarked;
