/** Every failure as one kind of answer: {@code application/problem+json} (RFC 9457). */
@NullMarked
package dev.hearken.server.problems;

import org.jspecify.annotations.NullMarked;
