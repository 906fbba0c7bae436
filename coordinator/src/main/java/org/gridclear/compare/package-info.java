/**
 * Two cleared cases or runs beside each other: what differs, by id and time, and what only one has.
 */
@NullMarked
package org.gridclear.compare;

import org.jspecify.annotations.NullMarked;
