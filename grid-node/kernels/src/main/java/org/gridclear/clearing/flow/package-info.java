/** Flows as rows that join the model when they are needed: limits, outages, losses. */
@NullMarked
package org.gridclear.clearing.flow;

import org.jspecify.annotations.NullMarked;
