/** Who hears how a training goes and keeps a record of it: the home's own log, an MLflow server, an MLflow folder. */
@NullMarked
package dev.hearken.lab.tracking;

import org.jspecify.annotations.NullMarked;
