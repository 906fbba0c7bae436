/** Runs as actors. Actors route, count, time out and retry; they never compute and never block. */
package org.gridclear.run.actor;
