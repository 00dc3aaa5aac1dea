/** How a text sounds: pronunciation, phonetic distance, what it may be mistaken for, and advice before a detector is trained for it. */
@NullMarked
package dev.hearken.lab.phonetics;

import org.jspecify.annotations.NullMarked;
