/** Runs as actors. Actors route, count, time out and retry; they never compute and never block. */
@NullMarked
package org.gridclear.run.actor;

import org.jspecify.annotations.NullMarked;
