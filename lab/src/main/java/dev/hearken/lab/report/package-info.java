/** What a recipe or a model is worth, on one page for people and as one JSON file for programs. */
@NullMarked
package dev.hearken.lab.report;

import org.jspecify.annotations.NullMarked;
