/** Seeded changes to training clips, so that a network hears more speakers, rooms and microphones than were recorded. */
@NullMarked
package dev.hearken.lab.augmentation;

import org.jspecify.annotations.NullMarked;
