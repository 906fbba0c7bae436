/** Horizons that are too long for one model, cleared in windows that overlap. */
package org.gridclear.clearing.rolling;
