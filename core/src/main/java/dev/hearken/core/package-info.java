/** The one thing every room shares: how a failure is named. */
@NullMarked
package dev.hearken.core;

import org.jspecify.annotations.NullMarked;
