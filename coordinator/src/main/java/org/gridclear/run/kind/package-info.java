/**
 * The kinds of jobs of this house, each as a type: how its jobs are cut into units. They are found
 * as services.
 */
@NullMarked
package org.gridclear.run.kind;

import org.jspecify.annotations.NullMarked;
