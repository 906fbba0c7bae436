/**
 * The grid as built: buses, branches, generators, shunts, HVDC lines. A {@link Network} is an
 * immutable value with no market data; {@link NetworkIndex} numbers its elements for kernels.
 */
@NullMarked
package org.gridclear.network;

import org.jspecify.annotations.NullMarked;
